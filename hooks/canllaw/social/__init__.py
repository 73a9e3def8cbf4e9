"""The picture of a guide that social networks and messengers show beside a link to it: drawn here, from its words alone."""
