from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateRoleBindingRequest")


@_attrs_define(repr=False)
class CreateRoleBindingRequest(Shown):
    role: str
    """ The role: a built-in one, or one of your own. """
    subject: str | Unset = UNSET
    """ Who gets the role, as tokens name them; give either a subject or a group. """
    group: str | Unset = UNSET
    """ The group whose members get the role: as the first identity provider calls it, or `issuer:group` for that of
    another. """
    model: str | Unset = UNSET
    """ The one model that the role holds for; renaming the model changes nothing. Without model and prefix it holds
    for the registry. """
    model_prefix: str | Unset = UNSET
    """ The beginning of the names of the models that the role holds for, those that come later too; not together
    with model. """

    def to_dict(self) -> dict[str, Any]:
        role = self.role

        subject = self.subject

        group = self.group

        model = self.model

        model_prefix = self.model_prefix

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "role": role,
            }
        )
        if subject is not UNSET:
            field_dict["subject"] = subject
        if group is not UNSET:
            field_dict["group"] = group
        if model is not UNSET:
            field_dict["model"] = model
        if model_prefix is not UNSET:
            field_dict["modelPrefix"] = model_prefix

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = d.pop("role")

        subject = d.pop("subject", UNSET)

        group = d.pop("group", UNSET)

        model = d.pop("model", UNSET)

        model_prefix = d.pop("modelPrefix", UNSET)

        create_role_binding_request = cls(
            role=role,
            subject=subject,
            group=group,
            model=model,
            model_prefix=model_prefix,
        )

        return create_role_binding_request
