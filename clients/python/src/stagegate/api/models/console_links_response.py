from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="ConsoleLinksResponse")


@_attrs_define(repr=False)
class ConsoleLinksResponse(Shown):
    git_commit: None | str
    """ A commit's page, with `{gitCommit}` where the commit belongs; null when none is configured. """
    run_id: None | str
    """ A training run's page, with `{runId}` where the run's id belongs; null when none is configured. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        git_commit: None | str
        git_commit = self.git_commit

        run_id: None | str
        run_id = self.run_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "gitCommit": git_commit,
                "runId": run_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_git_commit(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        git_commit = _parse_git_commit(d.pop("gitCommit"))

        def _parse_run_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        run_id = _parse_run_id(d.pop("runId"))

        console_links_response = cls(
            git_commit=git_commit,
            run_id=run_id,
        )

        console_links_response.additional_properties = d
        return console_links_response

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
