"""What the client knows of one field of a request."""

from __future__ import annotations

from typing import NamedTuple


class Known(NamedTuple):
    inside: str = ""
    """The object that the field is, or that its list or, after `by name: `, its mapping holds; none for values."""
    required: bool = False
    nullable: bool = False
    """Whether null says something else than leaving the field out."""
