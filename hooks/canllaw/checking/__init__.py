"""The command `canllaw check`: where a site is, what is told about it and in what form, and what is mended."""
