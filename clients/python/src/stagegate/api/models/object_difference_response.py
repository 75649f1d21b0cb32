from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.recorded_object_kind import RecordedObjectKind

T = TypeVar("T", bound="ObjectDifferenceResponse")


@_attrs_define(repr=False)
class ObjectDifferenceResponse(Shown):
    kind: RecordedObjectKind
    """ What an audit event tells of. """
    sequence: int | None
    """ The event that tells of it; null when none does. """
    id: str
    """ Its id; of a version `model id/number`, of a policy `scope/revision`, of an approval `transition id/who
    decided`, of a tenure
    the transition's id, or that of the version where no transition tells of it; of a review and an attestation the
    transition's, of an
    import the model's; of a role its name. """
    model: None | str
    """ The model's name on the day of the event, or now where no event tells of the object; null when no model is
    concerned. """
    field: None | str
    """ The field that differs, where that can be told, `stored` for what only the digest over the whole shows; null
    when the object or its event is missing. """
    expected: None | str
    """ What the record says: a digest or a value as text; null where it says nothing. """
    found: None | str
    """ What is stored, as text; null where nothing is. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        sequence: int | None
        sequence = self.sequence

        id = self.id

        model: None | str
        model = self.model

        field: None | str
        field = self.field

        expected: None | str
        expected = self.expected

        found: None | str
        found = self.found

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "sequence": sequence,
                "id": id,
                "model": model,
                "field": field,
                "expected": expected,
                "found": found,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = RecordedObjectKind(d.pop("kind"))

        def _parse_sequence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sequence = _parse_sequence(d.pop("sequence"))

        id = d.pop("id")

        def _parse_model(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model = _parse_model(d.pop("model"))

        def _parse_field(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        field = _parse_field(d.pop("field"))

        def _parse_expected(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        expected = _parse_expected(d.pop("expected"))

        def _parse_found(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        found = _parse_found(d.pop("found"))

        object_difference_response = cls(
            kind=kind,
            sequence=sequence,
            id=id,
            model=model,
            field=field,
            expected=expected,
            found=found,
        )

        object_difference_response.additional_properties = d
        return object_difference_response

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
