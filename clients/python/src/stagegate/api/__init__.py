"""Generated from the API document."""
