from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.archived_part_response import ArchivedPartResponse
    from ..models.audit_event_response import AuditEventResponse


T = TypeVar("T", bound="AuditEventPage")


@_attrs_define(repr=False)
class AuditEventPage(Shown):
    items: list[AuditEventResponse]
    """ The events of this page, in the order asked for. """
    next_cursor: None | str
    """ Cursor of the next page; null on the last. """
    archived: ArchivedPartResponse | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_cursor: None | str
        next_cursor = self.next_cursor

        archived: dict[str, Any] | Unset = UNSET
        if not isinstance(self.archived, Unset):
            archived = self.archived.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "nextCursor": next_cursor,
            }
        )
        if archived is not UNSET:
            field_dict["archived"] = archived

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.archived_part_response import ArchivedPartResponse  # noqa: PLC0415
        from ..models.audit_event_response import AuditEventResponse  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = AuditEventResponse.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("nextCursor"))

        _archived = d.pop("archived", UNSET)
        archived: ArchivedPartResponse | Unset
        if isinstance(_archived, Unset):
            archived = UNSET
        else:
            archived = ArchivedPartResponse.from_dict(_archived)

        audit_event_page = cls(
            items=items,
            next_cursor=next_cursor,
            archived=archived,
        )

        audit_event_page.additional_properties = d
        return audit_event_page

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
