"""The picture of a guide that social networks and messengers show with a link to it, drawn from its words alone."""
