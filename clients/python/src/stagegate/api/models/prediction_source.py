from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.prediction_format import PredictionFormat
from ..models.prediction_origin import PredictionOrigin

T = TypeVar("T", bound="PredictionSource")


@_attrs_define(repr=False)
class PredictionSource(Shown):
    bytes_: int | None
    """ Size of the file in bytes; null when it is not read yet. """
    digest: None | str
    """ Digest of the file; null when it is not read yet. """
    kind: PredictionOrigin
    """ Where predictions come from. """
    name: None | str
    """ Name or URI of the file; null when it had none. """
    format_: PredictionFormat
    """ Format of a prediction file. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bytes_: int | None
        bytes_ = self.bytes_

        digest: None | str
        digest = self.digest

        kind = self.kind.value

        name: None | str
        name = self.name

        format_ = self.format_.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bytes": bytes_,
                "digest": digest,
                "kind": kind,
                "name": name,
                "format": format_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_bytes_(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        bytes_ = _parse_bytes_(d.pop("bytes"))

        def _parse_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        digest = _parse_digest(d.pop("digest"))

        kind = PredictionOrigin(d.pop("kind"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        format_ = PredictionFormat(d.pop("format"))

        prediction_source = cls(
            bytes_=bytes_,
            digest=digest,
            kind=kind,
            name=name,
            format_=format_,
        )

        prediction_source.additional_properties = d
        return prediction_source

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
