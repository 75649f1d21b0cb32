"""Annotations of Python for schemas of the document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .document import POLICY, Document, Schema, reference

PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
FORMATS = {"date-time": "datetime.datetime", "uuid": "UUID | str"}


class Annotations:
    def __init__(self, document: Document, models: Path) -> None:
        self.document = document
        self._models = (models / "__init__.py").read_text()

    def is_model(self, name: str) -> bool:
        return f" import {name}\n" in self._models

    def typed_dict(self, name: str) -> str:
        """The name of the TypedDict of an object; the parts of a policy are called as the document calls them."""
        if name in self.document.policy_parts:
            return name.replace(POLICY, "GatePolicy")
        return f"{name.removesuffix('Request')}Fields"

    def of(self, schema: Schema) -> str:
        """What a caller may give for it: classes of the package and, beside them, plain values of Python."""
        target = reference(schema)
        if target:
            return self._named(target)
        choices = schema.get("oneOf") or schema.get("anyOf")
        if choices:
            return union(self.of(one) for one in choices)
        if "const" in schema:
            return f'Literal["{schema["const"]}"]'
        if "enum" in schema:
            return literal(schema)
        kinds = schema.get("type", "object")
        return union(self._plain(kind, schema) for kind in ([kinds] if isinstance(kinds, str) else kinds))

    def _plain(self, kind: str, schema: Schema) -> str:
        if kind == "array":
            return f"Sequence[{self.of(schema.get('items') or {'type': 'number'})}]"
        if kind == "object":
            values = schema.get("additionalProperties")
            return f"Mapping[str, {self.of(values) if isinstance(values, dict) else 'Any'}]"
        return FORMATS.get(schema.get("format", ""), PLAIN[kind])

    def _named(self, name: str) -> str:
        schema = self.document.schemas[name]
        if "enum" in schema:
            return f"{name} | {name}Value" if self.is_model(name) else f"{name}Value"
        if "properties" not in schema:
            return self.of({key: value for key, value in schema.items() if key != "discriminator"})
        if name in self.document.policy_parts and name != POLICY:
            return self.typed_dict(name)
        model = f"{name} | " if self.is_model(name) else ""
        return f"{model}{self.typed_dict(name)} | Mapping[str, Any]"


def literal(schema: Schema) -> str:
    return f"Literal[{', '.join(repr(value) for value in schema['enum'])}]"


def union(parts: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(parts))
