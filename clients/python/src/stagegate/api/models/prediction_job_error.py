from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.prediction_fault import PredictionFault
from ..types import UNSET, Unset

T = TypeVar("T", bound="PredictionJobError")


@_attrs_define(repr=False)
class PredictionJobError(Shown):
    code: PredictionFault
    """ Why a prediction job failed. """
    detail: str
    """ What is wrong, for people. """
    line: int | Unset = UNSET
    """ Line of the file at fault, counted from 1 with its header; of a Parquet file the row, of zstd text the
    record. """
    column: str | Unset = UNSET
    """ Column at fault. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        detail = self.detail

        line = self.line

        column = self.column

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
            }
        )
        if line is not UNSET:
            field_dict["line"] = line
        if column is not UNSET:
            field_dict["column"] = column

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = PredictionFault(d.pop("code"))

        detail = d.pop("detail")

        line = d.pop("line", UNSET)

        column = d.pop("column", UNSET)

        prediction_job_error = cls(
            code=code,
            detail=detail,
            line=line,
            column=column,
        )

        prediction_job_error.additional_properties = d
        return prediction_job_error

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
