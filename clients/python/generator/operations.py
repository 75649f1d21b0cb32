"""The methods of the operations, without and with asyncio."""

from __future__ import annotations

import textwrap

from .annotations import Annotations, union
from .docstrings import docstring
from .document import JSON, Operation, Schema, reference, snake
from .typed_dicts import extra_fields, given_fields

HEAD = '''"""One method per operation of the API, for use without asyncio."""

from __future__ import annotations

import datetime
import os
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload
from uuid import UUID

from .._call import Call, no_content, segment
from .._request import headers_of, query_of, request
from .fields import *  # noqa: F403
from .models import *  # noqa: F403
from .policies import *  # noqa: F403
from .types import UNSET, Unset

if TYPE_CHECKING:
    from typing_extensions import Unpack

T = TypeVar("T")


class Operations(ABC):
    """The operations as methods that return when the answer is there."""

    @abstractmethod
    def _send(self, call: Call[T]) -> T: ...

'''

MOST_READABLE = 70

BY_POSITION = {"compare_versions": ("incumbent",)}
"""Optional parameters that read well without their names."""


def operations(annotations: Annotations) -> str:
    """The module of the methods without asyncio."""
    methods = [_method(one, annotations) for one in annotations.document.operations]
    return HEAD + "\n\n".join(textwrap.indent(one, "    ") for one in methods) + "\n"


def _method(operation: Operation, annotations: Annotations) -> str:
    answer = _answer(operation)
    text = textwrap.indent(
        f'"""{docstring(operation, annotations)}\n"""\nreturn self._send(\n{_call(operation, annotations)}\n)', "    "
    )
    body = f"def {operation.name}({_signature(operation, annotations)}) -> {answer}:\n{text}"
    return "\n".join([*_overloads(operation, annotations, answer), body])


def _fixed(operation: Operation, annotations: Annotations) -> list[str]:
    """What is given by position: the parameters of the path and those of the query that have to be there."""
    required = operation.taken("path") + [one for one in operation.taken("query") if one.get("required")]
    also = [one for one in operation.taken("query") if one["name"] in BY_POSITION.get(operation.name, ())]
    fixed = [f"{snake(one['name'])}: {annotations.of(one['schema'])}" for one in required]
    return ["self", *fixed, *(_optional(one, annotations) for one in also)]


def _named(operation: Operation, annotations: Annotations) -> list[str]:
    left = BY_POSITION.get(operation.name, ())
    query = [one for one in operation.taken("query") if not one.get("required") and one["name"] not in left]
    return [_optional(one, annotations) for one in query + operation.taken("header")]


def _optional(parameter: Schema, annotations: Annotations) -> str:
    return f"{snake(parameter['name'])}: {annotations.of(parameter['schema'])} | None = None"


def _signature(operation: Operation, annotations: Annotations) -> str:
    fixed, named = _fixed(operation, annotations), _named(operation, annotations)
    if not operation.body:
        return ", ".join([*fixed, *(["*", *named] if named else [])])
    fields = [_field(name, kind) for name, kind in _body_fields(operation.body, annotations)]
    return ", ".join([*fixed, "body: Any = None", "*", *fields, *named, "**unknown: Any"])


def _body_fields(body: str, annotations: Annotations) -> list[tuple[str, str]]:
    """Each keyword of a body with its type."""
    properties = annotations.document.schemas[body]["properties"]
    fields = [(snake(name), annotations.of(schema)) for name, schema in properties.items()]
    return fields + [(name, kind) for name, (kind, _) in extra_fields(annotations, body).items()]


def _field(name: str, kind: str) -> str:
    """A keyword of the method that holds for every overload; types that nobody could read are left to those."""
    shown = union([kind.removesuffix(" | None"), "None", "Unset"]) if len(kind) <= MOST_READABLE else "Any"
    return f"{name}: {shown} = UNSET"


def _overloads(operation: Operation, annotations: Annotations, answer: str) -> list[str]:
    """A body is given by keywords, in one mapping, or as its one required value."""
    name = operation.body
    if not name:
        return []
    fixed, named = _fixed(operation, annotations), _named(operation, annotations)
    fields = _typed_fields(annotations, name)
    more = [*named, f"**fields: Unpack[{fields}]"] if fields else named
    shapes = [[*fixed, *_body_whole(annotations, name), *(["*", *named] if named else [])]]
    lead = annotations.document.lead(name)
    if lead:
        kind = annotations.of(annotations.document.schemas[name]["properties"][lead])
        shapes.insert(0, [*fixed, f"body: {kind}", *(["*"] if named else []), *more])
        more = [f"{snake(lead)}: {kind}", *more]
    shapes.insert(0, [*fixed, "*" if named or lead else "", *more])
    texts = [", ".join(part for part in shape if part) for shape in shapes]
    return [f"@overload\ndef {operation.name}({text}) -> {answer}: ..." for text in texts]


def _body_whole(annotations: Annotations, name: str) -> list[str]:
    model = f"{name} | " if annotations.is_model(name) else ""
    typed = "GatePolicy | " if name == "GatePolicyDocument" else ""
    return [f"body: {model}{typed}Mapping[str, Any]"]


def _typed_fields(annotations: Annotations, name: str) -> str | None:
    if name == "GatePolicyDocument":
        return "GatePolicyFields"
    return annotations.typed_dict(name) if any(True for _ in given_fields(annotations, name)) else None


def _call(operation: Operation, annotations: Annotations) -> str:
    path = operation.path
    for one in operation.taken("path"):
        path = path.replace(f"{{{one['name']}}}", f"{{segment('{one['name']}', {snake(one['name'])})}}")
    arguments = [f'"{operation.method}"', f'f"{path}"' if "{" in path else f'"{path}"', f"{{{_readers(operation)}}}"]
    query, headers = _pairs(operation.taken("query")), _pairs(operation.taken("header"))
    if query:
        arguments.append(f"params=query_of({query})")
    if headers:
        arguments.append(f"headers=headers_of({headers})")
    if operation.body:
        given = ", ".join(f'"{name}": {name}' for name, _ in _body_fields(operation.body, annotations))
        arguments.append(f'json=request("{operation.name}", "{operation.body}", body, {{{given}, **unknown}})')
    answer = _answer(operation)
    return f"Call{f'[{answer}]' if '|' in answer else ''}({', '.join(arguments)})"


def _pairs(parameters: list[Schema]) -> str:
    pairs = ", ".join(f'"{one["name"]}": {snake(one["name"])}' for one in parameters)
    return f"{{{pairs}}}" if pairs else ""


def _readers(operation: Operation) -> str:
    found = []
    for status, response in operation.responses.items():
        if status < "300":
            schema = response.get("content", {}).get(JSON, {}).get("schema")
            found.append(f"{status}: {f'{reference(schema)}.from_dict' if schema else 'no_content'}")
    return ", ".join(found)


def _answer(operation: Operation) -> str:
    schemas = [
        response.get("content", {}).get(JSON, {}).get("schema")
        for status, response in operation.responses.items()
        if status < "300"
    ]
    if any(one and reference(one) is None for one in schemas):
        raise ValueError(f"An answer of {operation.name} has no schema with a name.")
    return " | ".join(dict.fromkeys(str(reference(one)) if one else "None" for one in schemas))
