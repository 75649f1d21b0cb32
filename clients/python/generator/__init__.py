"""Writes what openapi-python-client leaves open: methods with keyword arguments, typed fields, documents and names."""
