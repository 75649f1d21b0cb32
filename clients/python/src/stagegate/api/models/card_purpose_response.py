from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.card_purpose_response_tags import CardPurposeResponseTags


T = TypeVar("T", bound="CardPurposeResponse")


@_attrs_define(repr=False)
class CardPurposeResponse(Shown):
    tags: CardPurposeResponseTags
    """ Labels of the model, and of the version over them. """
    description: str
    """ What the model is for, as its description says; empty when nothing was said. """
    version_description: str
    """ What is special about the version, as its description says. """
    intended_use: None | str
    """ What it may be used for: the tag `intendedUse` of the version, or of the model; null when there is none. """
    limits: None | str
    """ What it may not be used for, and where it is known to fail: the tag `limits`, likewise. """
    owner: None | str
    """ Person or team that answers for the model. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tags = self.tags.to_dict()

        description = self.description

        version_description = self.version_description

        intended_use: None | str
        intended_use = self.intended_use

        limits: None | str
        limits = self.limits

        owner: None | str
        owner = self.owner

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "tags": tags,
                "description": description,
                "versionDescription": version_description,
                "intendedUse": intended_use,
                "limits": limits,
                "owner": owner,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.card_purpose_response_tags import CardPurposeResponseTags  # noqa: PLC0415

        d = dict(src_dict)
        tags = CardPurposeResponseTags.from_dict(d.pop("tags"))

        description = d.pop("description")

        version_description = d.pop("versionDescription")

        def _parse_intended_use(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        intended_use = _parse_intended_use(d.pop("intendedUse"))

        def _parse_limits(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        limits = _parse_limits(d.pop("limits"))

        def _parse_owner(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        owner = _parse_owner(d.pop("owner"))

        card_purpose_response = cls(
            tags=tags,
            description=description,
            version_description=version_description,
            intended_use=intended_use,
            limits=limits,
            owner=owner,
        )

        card_purpose_response.additional_properties = d
        return card_purpose_response

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
