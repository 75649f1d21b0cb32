from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.import_change import ImportChange
    from ..models.import_finding import ImportFinding


T = TypeVar("T", bound="ImportModelResponse")


@_attrs_define(repr=False)
class ImportModelResponse(Shown):
    unchanged: int
    """ Versions that were as they are there. """
    model: str
    """ Name of the model. """
    dry_run: bool
    """ Whether nothing was changed, as was asked. """
    changes: list[ImportChange]
    """ What changed, or would. """
    findings: list[ImportFinding]
    """ What differs and stays as it is here. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        unchanged = self.unchanged

        model = self.model

        dry_run = self.dry_run

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        findings = []
        for findings_item_data in self.findings:
            findings_item = findings_item_data.to_dict()
            findings.append(findings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unchanged": unchanged,
                "model": model,
                "dryRun": dry_run,
                "changes": changes,
                "findings": findings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_change import ImportChange  # noqa: PLC0415
        from ..models.import_finding import ImportFinding  # noqa: PLC0415

        d = dict(src_dict)
        unchanged = d.pop("unchanged")

        model = d.pop("model")

        dry_run = d.pop("dryRun")

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = ImportChange.from_dict(changes_item_data)

            changes.append(changes_item)

        findings = []
        _findings = d.pop("findings")
        for findings_item_data in _findings:
            findings_item = ImportFinding.from_dict(findings_item_data)

            findings.append(findings_item)

        import_model_response = cls(
            unchanged=unchanged,
            model=model,
            dry_run=dry_run,
            changes=changes,
            findings=findings,
        )

        import_model_response.additional_properties = d
        return import_model_response

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
