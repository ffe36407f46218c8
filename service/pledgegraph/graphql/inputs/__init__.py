"""Filters of the lists: small typed inputs; an unknown code is an error that names the known."""
