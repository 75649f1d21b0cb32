"""What binds a version to the bytes of its artifact."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

CHUNK_BYTES = 1 << 20


def artifact_digest(file: str | os.PathLike[str]) -> str:
    """`sha256:` and the SHA-256 of the bytes of a file of any size, as `artifact_digest` of a version states it.

    Args:
        file: The artifact, such as `model.pkl`.

    Raises:
        OSError: The file cannot be read.
        ValueError: It is a folder, which has no bytes of its own; pack it into one file.

    Example:
        >>> artifact_digest("model.pkl")
    """
    path = Path(file)
    if path.is_dir():
        raise ValueError(f"{path} is a folder; pack it into one file, whose bytes have a digest.")
    digest = hashlib.sha256()
    with path.open("rb") as opened:
        while chunk := opened.read(CHUNK_BYTES):
            digest.update(chunk)
    return f"sha256:{digest.hexdigest()}"
