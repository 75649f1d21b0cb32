from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.audit_event_response_details import AuditEventResponseDetails
    from ..models.evidence_link_response import EvidenceLinkResponse


T = TypeVar("T", bound="AuditEventResponse")


@_attrs_define(repr=False)
class AuditEventResponse(Shown):
    sequence: int
    """ Grows with every event of the registry; gaps are transactions that did not commit. """
    position: int
    """ Place of the event in its chain, that of its model or of the registry; from 1 on, without gaps. """
    model_id: None | UUID
    """ Id of the model, which it keeps under every name; null when no single model is concerned. """
    version: int | None
    """ The version concerned; null when none is. """
    previous_hash: str
    """ Hash of the event before it in the same chain; zeros in the first. """
    hash_: str
    """ SHA-256 over the previous hash, the event's place and its content. """
    at: datetime.datetime
    """ When the event was written. """
    actor: str
    """ Who did it. """
    action: str
    """ What was done. """
    model: None | str
    """ The model's name on that day; null when no single model is concerned. """
    request_id: str
    """ The request that did it. """
    details: AuditEventResponseDetails
    """ What else belongs to the event. """
    evidence: list[EvidenceLinkResponse] | Unset = UNSET
    """ What the event rests on and tells of, each with its path; absent in an export that does not ask for it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sequence = self.sequence

        position = self.position

        model_id: None | str
        if isinstance(self.model_id, UUID):
            model_id = str(self.model_id)
        else:
            model_id = self.model_id

        version: int | None
        version = self.version

        previous_hash = self.previous_hash

        hash_ = self.hash_

        at = self.at.isoformat()

        actor = self.actor

        action = self.action

        model: None | str
        model = self.model

        request_id = self.request_id

        details = self.details.to_dict()

        evidence: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.evidence, Unset):
            evidence = []
            for evidence_item_data in self.evidence:
                evidence_item = evidence_item_data.to_dict()
                evidence.append(evidence_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sequence": sequence,
                "position": position,
                "modelId": model_id,
                "version": version,
                "previousHash": previous_hash,
                "hash": hash_,
                "at": at,
                "actor": actor,
                "action": action,
                "model": model,
                "requestId": request_id,
                "details": details,
            }
        )
        if evidence is not UNSET:
            field_dict["evidence"] = evidence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_event_response_details import AuditEventResponseDetails  # noqa: PLC0415
        from ..models.evidence_link_response import EvidenceLinkResponse  # noqa: PLC0415

        d = dict(src_dict)
        sequence = d.pop("sequence")

        position = d.pop("position")

        def _parse_model_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                model_id_type_0 = UUID(data)

                return model_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        model_id = _parse_model_id(d.pop("modelId"))

        def _parse_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        version = _parse_version(d.pop("version"))

        previous_hash = d.pop("previousHash")

        hash_ = d.pop("hash")

        at = datetime.datetime.fromisoformat(d.pop("at").replace("Z", "+00:00"))

        actor = d.pop("actor")

        action = d.pop("action")

        def _parse_model(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model = _parse_model(d.pop("model"))

        request_id = d.pop("requestId")

        details = AuditEventResponseDetails.from_dict(d.pop("details"))

        _evidence = d.pop("evidence", UNSET)
        evidence: list[EvidenceLinkResponse] | Unset = UNSET
        if _evidence is not UNSET:
            evidence = []
            for evidence_item_data in _evidence:
                evidence_item = EvidenceLinkResponse.from_dict(evidence_item_data)

                evidence.append(evidence_item)

        audit_event_response = cls(
            sequence=sequence,
            position=position,
            model_id=model_id,
            version=version,
            previous_hash=previous_hash,
            hash_=hash_,
            at=at,
            actor=actor,
            action=action,
            model=model,
            request_id=request_id,
            details=details,
            evidence=evidence,
        )

        audit_event_response.additional_properties = d
        return audit_event_response

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
