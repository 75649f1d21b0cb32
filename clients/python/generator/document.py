"""The API document as the generator reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Schema = dict[str, Any]
POLICY = "GatePolicyDocument"
PREFIX = "/api/v1"
JSON = "application/json"
SHADOWS = {"from", "filter"}


def snake(name: str) -> str:
    """`artifactUri` as Python names it; what would shadow a word of Python gets an underscore."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).replace("-", "_").lower()
    return f"{text}_" if text in SHADOWS else text


def reference(schema: Schema) -> str | None:
    """The name of the schema that this one stands for, None for one that is written out."""
    parts = schema.get("allOf", [])
    found = schema.get("$ref") or (len(parts) == 1 and parts[0].get("$ref"))
    return found.rsplit("/", 1)[-1] if found else None


@dataclass(frozen=True)
class Operation:
    name: str
    method: str
    path: str
    description: str
    parameters: list[Schema]
    body: str | None
    """Name of the schema of its body."""
    example: Schema
    """A body that the document shows; empty when it shows none."""
    responses: dict[str, Schema]

    def taken(self, place: str) -> list[Schema]:
        """Its parameters in the path, the query or the headers; those of conditional reading are for helpers."""
        names = {"get": {"If-Match", "If-None-Match"}, "put": set[str]()}.get(self.method.lower(), {"If-None-Match"})
        return [one for one in self.parameters if one["in"] == place and one["name"] not in names]


class Document:
    def __init__(self, file: Path) -> None:
        content = json.loads(file.read_text())
        self.schemas: dict[str, Schema] = content["components"]["schemas"]
        self._name_inline_objects(POLICY)
        self.operations = [self._without_twins(one) for one in _operations(content["paths"])]
        self.policy_parts = self._reached(POLICY) - self._reached(*self._bodies() - {POLICY}, without=POLICY)

    def _without_twins(self, operation: Operation) -> Operation:
        """What the query says as well as the body, for callers that cannot send one, is said by the body."""
        fields = self.fields(operation.body) if operation.body else {}
        kept = [one for one in operation.parameters if one["in"] != "query" or one["name"] not in fields]
        return replace(operation, parameters=kept)

    def _bodies(self) -> set[str]:
        return {one.body for one in self.operations if one.body}

    def fields(self, name: str) -> dict[str, Schema]:
        """The fields of an object or, of a choice between objects, those of all of them."""
        schema = self.schemas[name]
        if "properties" in schema:
            return dict(schema["properties"])
        choices = [reference(one) for one in schema.get("oneOf", []) + schema.get("anyOf", [])]
        return {key: value for choice in choices if choice for key, value in self.fields(choice).items()}

    def request_objects(self) -> list[str]:
        """Objects that a body is or holds, policies and their parts last."""
        reached = self._reached(*self._bodies())
        objects = (name for name in reached if "properties" in self.schemas[name])
        return sorted(objects, key=lambda one: (one in self.policy_parts, one))

    def lead(self, name: str) -> str | None:
        """The one required field of a body, when it is a plain value: it may be given without its name."""
        required = self.schemas[name].get("required", [])
        if len(required) != 1:
            return None
        schema = self.schemas[name]["properties"][required[0]]
        target = reference(schema)
        plain = "enum" in self.schemas[target] if target else schema.get("type") in ("string", "integer", "number")
        return str(required[0]) if plain else None

    def _name_inline_objects(self, name: str) -> None:
        for field, schema in self.schemas[name]["properties"].items():
            if "properties" in schema:
                inline = f"{name}{field[0].upper()}{field[1:]}"
                self.schemas[inline] = schema
                link = {"$ref": f"#/components/schemas/{inline}"}
                self.schemas[name]["properties"][field] = {"description": schema["description"], "allOf": [link]}

    def _reached(self, *names: str, without: str | None = None) -> set[str]:
        found: set[str] = set()
        waiting = [*names]
        while waiting:
            name = waiting.pop()
            if name not in found and name != without:
                found.add(name)
                waiting += _references(self.schemas[name])
        return found


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"].rsplit("/", 1)[-1]
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _operations(paths: dict[str, Any]) -> Iterator[Operation]:
    """What answers JSON or nothing; streams are written by hand."""
    for path, methods in paths.items():
        for method, operation in methods.items():
            success = [one for status, one in operation["responses"].items() if status < "300"]
            if not path.startswith(PREFIX) or any(JSON not in one.get("content", {JSON: {}}) for one in success):
                continue
            media = operation.get("requestBody", {}).get("content", {}).get(JSON, {})
            examples = media.get("examples", {})
            example: Schema = examples.get("example") or next(
                iter(examples.values()), {"value": media.get("example", {})}
            )
            if media and reference(media["schema"]) is None:
                raise ValueError(f"The body of {operation['operationId']} has no schema with a name.")
            yield Operation(
                name=snake(operation["operationId"]),
                method=method.upper(),
                path=path,
                description=operation["description"],
                parameters=operation.get("parameters", []),
                body=reference(media["schema"]) if media else None,
                example=example.get("value", {}),
                responses=operation["responses"],
            )
