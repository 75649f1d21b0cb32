"""The version of this package."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("stagegate-client")
except PackageNotFoundError:  # from a folder that is not installed
    __version__ = "0"
