"""The table of what every request may hold, by which misspelt fields are found before they travel."""

from __future__ import annotations

import json

from .annotations import Annotations
from .document import Document, Schema, reference, snake
from .typed_dicts import FLAT, extra_fields

HEAD = '''"""What every object of a request may hold, by the names of the API."""

from __future__ import annotations

from .._known import Known

'''


def names(annotations: Annotations) -> str:
    """The module of names."""
    document = annotations.document
    objects = document.request_objects()
    unions = [name for name in sorted(document.policy_parts) if name not in objects and document.fields(name)]
    lines = [f'    "{name}": {{{", ".join(_fields(document, name))}}},' for name in [*objects, *unions]]
    leads = {name: document.lead(name) for name in sorted({one.body for one in document.operations if one.body})}
    lead_lines = [f'    "{name}": "{lead}",' for name, lead in leads.items() if lead]
    return "\n".join(
        [
            HEAD,
            "FIELDS: dict[str, dict[str, Known]] = {",
            *lines,
            "}",
            "",
            "LEADS: dict[str, str] = {",
            *lead_lines,
            "}",
            '"""The one required plain value of a body."""',
            "",
            f"EXTRA: dict[str, list[str]] = {json.dumps(_extra(annotations))}",
            '"""Fields that a request takes besides, by their names in Python."""',
            "",
            f"FLAT = {json.dumps(FLAT)}",
            '"""Objects inside of a request whose fields may stand beside those of the request."""',
            "",
        ]
    )


def _extra(annotations: Annotations) -> dict[str, list[str]]:
    found = {name: [*extra_fields(annotations, name)] for name in annotations.document.request_objects()}
    return {name: fields for name, fields in found.items() if fields}


def _fields(document: Document, name: str) -> list[str]:
    required = document.schemas[name].get("required", [])
    found = []
    for field, schema in document.fields(name).items():
        marks = [f'"{inside}"'] if (inside := _inside(document, schema)) else []
        marks += ["required=True"] if field in required else []
        marks += ["nullable=True"] if "null" in schema.get("type", []) else []
        found.append(f'"{field}": Known({", ".join(marks)})')
    return found


def _inside(document: Document, schema: Schema) -> str:
    """The object that the value is, or holds in a list or by names; empty for plain values."""
    target = reference(schema)
    if target:
        inner = document.schemas[target]
        plain = not document.fields(target)
        return (
            _inside(document, inner) if plain and inner.get("type") in ("array", "object") else "" if plain else target
        )
    if schema.get("type") == "array":
        return _inside(document, schema.get("items") or {})
    values = schema.get("additionalProperties")
    found = _inside(document, values) if isinstance(values, dict) else ""
    return f"by name: {found}" if found else ""


def secrets(document: Document) -> str:
    """The module of secrets, by the marks of the document."""
    marked = {
        name: sorted(snake(field) for field, one in schema.get("properties", {}).items() if one.get("x-secret"))
        for name, schema in document.schemas.items()
    }
    lines = [f'    "{name}": frozenset({json.dumps(fields)}),' for name, fields in marked.items() if fields]
    return "\n".join(
        [
            '"""Fields that no line, table or frame tells, by the names of classes and fields in Python."""',
            "",
            "from __future__ import annotations",
            "",
            "SECRETS: dict[str, frozenset[str]] = {",
            *lines,
            "}",
            "",
        ]
    )
