"""Begins new stories: a file in its place, with a head that the site reads, under an address that nobody has."""
