from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.update_version_request_tags_type_0 import UpdateVersionRequestTagsType0


T = TypeVar("T", bound="UpdateVersionRequest")


@_attrs_define(repr=False)
class UpdateVersionRequest(Shown):
    description: None | str | Unset = UNSET
    """ New description; null empties it, absent keeps it. """
    tags: None | Unset | UpdateVersionRequestTagsType0 = UNSET
    """ Tags to set; a null value removes that tag, tags not named stay, null instead of an object removes all. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.update_version_request_tags_type_0 import UpdateVersionRequestTagsType0  # noqa: PLC0415

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        tags: dict[str, Any] | None | Unset
        if isinstance(self.tags, Unset):
            tags = UNSET
        elif isinstance(self.tags, UpdateVersionRequestTagsType0):
            tags = self.tags.to_dict()
        else:
            tags = self.tags

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if description is not UNSET:
            field_dict["description"] = description
        if tags is not UNSET:
            field_dict["tags"] = tags

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.update_version_request_tags_type_0 import UpdateVersionRequestTagsType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_tags(data: object) -> None | Unset | UpdateVersionRequestTagsType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tags_type_0 = UpdateVersionRequestTagsType0.from_dict(data)

                return tags_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UpdateVersionRequestTagsType0, data)

        tags = _parse_tags(d.pop("tags", UNSET))

        update_version_request = cls(
            description=description,
            tags=tags,
        )

        return update_version_request
