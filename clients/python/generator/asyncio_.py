"""The twin of a module of methods, with every method to await."""

from __future__ import annotations

import re

REPLACED = [
    (r"^    def (?=[a-z_])", "    async def "),
    (r"\breturn self\._(send|run)\(", r"return await self._\1("),
    (r"^class (\w+)\(", r"class Async\1("),
    (r"\bOperations\)", "AsyncOperations)"),
    (r"from \.operations import Operations\b", "from .async_operations import AsyncOperations"),
    (r"(>>> (?:for one in |\w+ = )?)registry\.", r"\1await registry."),
    (r"(>>> for one in )await (registry[^\n]*)\.items:", r"\1(await \2).items:"),
    (r"without asyncio", "with asyncio"),
    (r"methods that return when the answer is there", "methods to await"),
]


def awaited(module: str) -> str:
    """The module with asyncio; methods of it end in `return self._send(…)` or `return self._run(…)`."""
    for pattern, replacement in REPLACED:
        module = re.sub(pattern, replacement, module, flags=re.MULTILINE)
    return module
