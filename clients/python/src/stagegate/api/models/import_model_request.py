from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.import_model_request_tags import ImportModelRequestTags
    from ..models.imported_alias_request import ImportedAliasRequest
    from ..models.imported_version_request import ImportedVersionRequest


T = TypeVar("T", bound="ImportModelRequest")


@_attrs_define(repr=False)
class ImportModelRequest(Shown):
    source: str
    """ Address of the registry that it is taken over from. """
    created_at: datetime.datetime
    """ When the model was created there. """
    updated_at: datetime.datetime
    """ When it last changed there. """
    versions: list[ImportedVersionRequest]
    """ Versions of it by ascending number, at most one of them in Production; more follow by further requests. """
    dry_run: bool | Unset = UNSET
    """ Answers what would change and changes nothing. """
    description: str | Unset = UNSET
    """ What the model is for. """
    tags: ImportModelRequestTags | Unset = UNSET
    """ Free labels, key to text. """
    owner: None | str | Unset = UNSET
    """ Person or team that answers for the model; null for nobody, absent leaves who is named here. """
    created_by: str | Unset = UNSET
    """ Who created it there. """
    aliases: list[ImportedAliasRequest] | Unset = UNSET
    """ Its aliases but champion, which follows Production; absent leaves all aliases as they are. """

    def to_dict(self) -> dict[str, Any]:
        source = self.source

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        versions = []
        for versions_item_data in self.versions:
            versions_item = versions_item_data.to_dict()
            versions.append(versions_item)

        dry_run = self.dry_run

        description = self.description

        tags: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags.to_dict()

        owner: None | str | Unset
        if isinstance(self.owner, Unset):
            owner = UNSET
        else:
            owner = self.owner

        created_by = self.created_by

        aliases: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.aliases, Unset):
            aliases = []
            for aliases_item_data in self.aliases:
                aliases_item = aliases_item_data.to_dict()
                aliases.append(aliases_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "source": source,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "versions": versions,
            }
        )
        if dry_run is not UNSET:
            field_dict["dryRun"] = dry_run
        if description is not UNSET:
            field_dict["description"] = description
        if tags is not UNSET:
            field_dict["tags"] = tags
        if owner is not UNSET:
            field_dict["owner"] = owner
        if created_by is not UNSET:
            field_dict["createdBy"] = created_by
        if aliases is not UNSET:
            field_dict["aliases"] = aliases

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_model_request_tags import ImportModelRequestTags  # noqa: PLC0415
        from ..models.imported_alias_request import ImportedAliasRequest  # noqa: PLC0415
        from ..models.imported_version_request import ImportedVersionRequest  # noqa: PLC0415

        d = dict(src_dict)
        source = d.pop("source")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt").replace("Z", "+00:00"))

        versions = []
        _versions = d.pop("versions")
        for versions_item_data in _versions:
            versions_item = ImportedVersionRequest.from_dict(versions_item_data)

            versions.append(versions_item)

        dry_run = d.pop("dryRun", UNSET)

        description = d.pop("description", UNSET)

        _tags = d.pop("tags", UNSET)
        tags: ImportModelRequestTags | Unset
        if isinstance(_tags, Unset):
            tags = UNSET
        else:
            tags = ImportModelRequestTags.from_dict(_tags)

        def _parse_owner(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        owner = _parse_owner(d.pop("owner", UNSET))

        created_by = d.pop("createdBy", UNSET)

        _aliases = d.pop("aliases", UNSET)
        aliases: list[ImportedAliasRequest] | Unset = UNSET
        if _aliases is not UNSET:
            aliases = []
            for aliases_item_data in _aliases:
                aliases_item = ImportedAliasRequest.from_dict(aliases_item_data)

                aliases.append(aliases_item)

        import_model_request = cls(
            source=source,
            created_at=created_at,
            updated_at=updated_at,
            versions=versions,
            dry_run=dry_run,
            description=description,
            tags=tags,
            owner=owner,
            created_by=created_by,
            aliases=aliases,
        )

        return import_model_request
