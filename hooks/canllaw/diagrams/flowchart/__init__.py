"""Charts of boxes and arrows: from the top down in layers where there is room, or else one below the other."""
