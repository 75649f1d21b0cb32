"""The TypedDicts: fields of requests by their names in Python, documents of policies by those of the API."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .annotations import Annotations, literal
from .document import POLICY, Schema, reference, snake

HEAD = '''"""{title}"""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict
from uuid import UUID

from .models import *  # noqa: F403
{imports}
if TYPE_CHECKING:
    from typing_extensions import NotRequired

'''

FLAT = {"SubmitPredictionsRequest": "columns"}
"""Objects inside of a request whose fields may stand beside those of the request."""

EXTRA_FIELDS = {
    "RegisterVersionRequest": {
        "artifact": (
            "str | os.PathLike[str] | None",
            "The artifact as a file of this machine; its SHA-256 becomes `artifact_digest`.",
        )
    }
}
"""Fields of the client's own, which the API knows under another name."""


def policies(annotations: Annotations) -> str:
    """The module of policies."""
    document = annotations.document
    names = [name for name in document.request_objects() if name in document.policy_parts]
    dicts = "\n\n".join(_typed_dict(annotations, name, annotations.typed_dict(name), wire=True) for name in names)
    text = f"{_values(annotations, dicts, policy=True)}\n\n{dicts}\n"
    return _module("Policies as TypedDicts, with the names of the API's documents.", "", text)


def fields(annotations: Annotations) -> str:
    """The module of the fields of requests."""
    document = annotations.document
    names = [name for name in document.request_objects() if name not in document.policy_parts]
    dicts = [_typed_dict(annotations, name, annotations.typed_dict(name), wire=False) for name in names]
    dicts.append(_typed_dict(annotations, POLICY, "GatePolicyFields", wire=False))
    queries = (one["schema"] for operation in document.operations for one in operation.parameters)
    used = " ".join([*dicts, *(annotations.of(schema) for schema in queries)])
    text = f"{_values(annotations, used, policy=False)}\n\n" + "\n\n".join(dicts) + "\n"
    imports = "from .policies import *  # noqa: F403\n"
    return _module("Fields of requests as TypedDicts, with names as Python has them.", imports, text)


def extra_fields(annotations: Annotations, name: str) -> dict[str, tuple[str, str]]:
    """What a request takes besides the fields that the API knows: each with its type and a sentence."""
    if name not in FLAT:
        return EXTRA_FIELDS.get(name, {})
    document = annotations.document
    held = document.fields(str(reference(document.schemas[name]["properties"][FLAT[name]])))
    return {
        snake(field): (f"{annotations.of(inner)} | None", f"{inner['description']} In place of `{FLAT[name]}`.")
        for field, inner in held.items()
    }


def given_fields(annotations: Annotations, name: str) -> Iterator[tuple[str, Schema, bool]]:
    """The fields of a request that are given beside its one required plain value: name, schema, whether required."""
    schema = annotations.document.schemas[name]
    lead = annotations.document.lead(name)
    for field, inner in schema["properties"].items():
        if field != lead:
            yield field, inner, field in schema.get("required", [])


def _typed_dict(annotations: Annotations, name: str, title: str, *, wire: bool) -> str:
    schema = annotations.document.schemas[name]
    lines = [
        f"class {title}(TypedDict):",
        f'    """{_sentence(schema.get("description") or "Fields of " + name)}"""',
        "",
    ]
    required = schema.get("required", [])
    lead = annotations.document.lead(name) if name.endswith("Request") else None
    for field, inner in schema["properties"].items():
        if field == lead:
            continue
        kind = annotations.of(inner)
        if not wire and field not in required and "None" not in kind.split(" | "):
            kind = f"{kind} | None"
        shown = field if wire else snake(field)
        needed = field in required and FLAT.get(name) != field
        lines.append(f"    {shown}: {kind if needed else f'NotRequired[{kind}]'}")
        lines.append(f'    """{_sentence(inner.get("description", ""))}"""')
    for field, (kind, sentence) in extra_fields(annotations, name).items():
        lines += [f"    {field}: NotRequired[{kind}]", f'    """{_sentence(sentence)}"""']
    return "\n".join(lines)


def _values(annotations: Annotations, used: str, *, policy: bool) -> str:
    """The values of each enumeration that is used; those of policies are in the module of policies."""
    found = {
        name: schema
        for name, schema in annotations.document.schemas.items()
        if "enum" in schema and (name in annotations.document.policy_parts) == policy
    }
    leads = {"GatedStage", "Stage", "ApprovalDecision"}
    return "\n".join(
        f"{name}Value: TypeAlias = {literal(schema)}"
        for name, schema in found.items()
        if name in leads or re.search(rf"\b{name}Value\b", used)
    )


def _module(title: str, imports: str, text: str) -> str:
    """The module, which gives away its own names alone."""
    names = sorted(re.findall(r"^(?:class )?(\w+)(?:\(TypedDict\):|: TypeAlias)", text, re.MULTILINE))
    own = "\n".join(["__all__ = [", *(f'    "{name}",' for name in names), "]"])
    return f"{HEAD.format(title=title, imports=imports)}{own}\n\n{text}"


def _sentence(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("\\", "\\\\").replace('"""', "'''").strip() + (
        " " if text.endswith('"') else ""
    )
