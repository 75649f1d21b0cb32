from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_model_request_tags import CreateModelRequestTags


T = TypeVar("T", bound="CreateModelRequest")


@_attrs_define(repr=False)
class CreateModelRequest(Shown):
    name: str
    """ The model's name, which is its key: letters, digits, dot, dash and underscore. """
    description: str | Unset = UNSET
    """ What the model is for, in Markdown. """
    owner: str | Unset = UNSET
    """ Person or team that answers for the model. """
    tags: CreateModelRequestTags | Unset = UNSET
    """ Free labels, key to text. """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        owner = self.owner

        tags: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if owner is not UNSET:
            field_dict["owner"] = owner
        if tags is not UNSET:
            field_dict["tags"] = tags

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_model_request_tags import CreateModelRequestTags  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        description = d.pop("description", UNSET)

        owner = d.pop("owner", UNSET)

        _tags = d.pop("tags", UNSET)
        tags: CreateModelRequestTags | Unset
        if isinstance(_tags, Unset):
            tags = UNSET
        else:
            tags = CreateModelRequestTags.from_dict(_tags)

        create_model_request = cls(
            name=name,
            description=description,
            owner=owner,
            tags=tags,
        )

        return create_model_request
