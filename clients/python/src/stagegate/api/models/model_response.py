from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_condition_response import ModelConditionResponse
    from ..models.model_import_response import ModelImportResponse
    from ..models.model_production_response import ModelProductionResponse
    from ..models.model_response_aliases import ModelResponseAliases
    from ..models.model_response_tags import ModelResponseTags


T = TypeVar("T", bound="ModelResponse")


@_attrs_define(repr=False)
class ModelResponse(Shown):
    latest_version: int | None
    """ The highest version that is not deleted; null before the first. """
    production_version: int | None
    """ The version in Production; null when there is none. """
    awaiting: int
    """ How many transitions of the model await approval. """
    aliases: ModelResponseAliases
    """ Alias to version number; champion mirrors Production. """
    name: str
    """ The model's name, which is its key. """
    description: str
    """ What the model is for; empty when nothing was said. """
    owner: None | str
    """ Person or team that answers for the model. """
    tags: ModelResponseTags
    """ Free labels, key to text. """
    production: ModelProductionResponse | None
    """ The same with its tenure; null when there is none. """
    conditions: list[ModelConditionResponse]
    """ What to know of the model before anything else; empty when there is nothing. """
    created_at: datetime.datetime
    """ When the model was created. """
    created_by: str
    """ Who created the model. """
    updated_at: datetime.datetime
    """ When the model, or which version is in Production, last changed. """
    imported: ModelImportResponse | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.model_production_response import ModelProductionResponse  # noqa: PLC0415

        latest_version: int | None
        latest_version = self.latest_version

        production_version: int | None
        production_version = self.production_version

        awaiting = self.awaiting

        aliases = self.aliases.to_dict()

        name = self.name

        description = self.description

        owner: None | str
        owner = self.owner

        tags = self.tags.to_dict()

        production: dict[str, Any] | None
        if isinstance(self.production, ModelProductionResponse):
            production = self.production.to_dict()
        else:
            production = self.production

        conditions = []
        for conditions_item_data in self.conditions:
            conditions_item = conditions_item_data.to_dict()
            conditions.append(conditions_item)

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        updated_at = self.updated_at.isoformat()

        imported: dict[str, Any] | Unset = UNSET
        if not isinstance(self.imported, Unset):
            imported = self.imported.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "latestVersion": latest_version,
                "productionVersion": production_version,
                "awaiting": awaiting,
                "aliases": aliases,
                "name": name,
                "description": description,
                "owner": owner,
                "tags": tags,
                "production": production,
                "conditions": conditions,
                "createdAt": created_at,
                "createdBy": created_by,
                "updatedAt": updated_at,
            }
        )
        if imported is not UNSET:
            field_dict["imported"] = imported

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_condition_response import ModelConditionResponse  # noqa: PLC0415
        from ..models.model_import_response import ModelImportResponse  # noqa: PLC0415
        from ..models.model_production_response import ModelProductionResponse  # noqa: PLC0415
        from ..models.model_response_aliases import ModelResponseAliases  # noqa: PLC0415
        from ..models.model_response_tags import ModelResponseTags  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_latest_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        latest_version = _parse_latest_version(d.pop("latestVersion"))

        def _parse_production_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        production_version = _parse_production_version(d.pop("productionVersion"))

        awaiting = d.pop("awaiting")

        aliases = ModelResponseAliases.from_dict(d.pop("aliases"))

        name = d.pop("name")

        description = d.pop("description")

        def _parse_owner(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        owner = _parse_owner(d.pop("owner"))

        tags = ModelResponseTags.from_dict(d.pop("tags"))

        def _parse_production(data: object) -> ModelProductionResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                production_type_0 = ModelProductionResponse.from_dict(data)

                return production_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ModelProductionResponse | None, data)

        production = _parse_production(d.pop("production"))

        conditions = []
        _conditions = d.pop("conditions")
        for conditions_item_data in _conditions:
            conditions_item = ModelConditionResponse.from_dict(conditions_item_data)

            conditions.append(conditions_item)

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        created_by = d.pop("createdBy")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt").replace("Z", "+00:00"))

        _imported = d.pop("imported", UNSET)
        imported: ModelImportResponse | Unset
        if isinstance(_imported, Unset):
            imported = UNSET
        else:
            imported = ModelImportResponse.from_dict(_imported)

        model_response = cls(
            latest_version=latest_version,
            production_version=production_version,
            awaiting=awaiting,
            aliases=aliases,
            name=name,
            description=description,
            owner=owner,
            tags=tags,
            production=production,
            conditions=conditions,
            created_at=created_at,
            created_by=created_by,
            updated_at=updated_at,
            imported=imported,
        )

        model_response.additional_properties = d
        return model_response

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
