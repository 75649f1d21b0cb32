from __future__ import annotations

from enum import Enum


class Permission(str, Enum):
    ALIASWRITE = "alias:write"
    EVALUATIONSUBMIT = "evaluation:submit"
    EXAMPLELOAD = "example:load"
    FREEZEWRITE = "freeze:write"
    GATECHECK = "gate:check"
    HOLDLIFT = "hold:lift"
    MODELCREATE = "model:create"
    MODELDELETE = "model:delete"
    MODELIMPORT = "model:import"
    MODELRENAME = "model:rename"
    MODELUPDATE = "model:update"
    POLICYWRITE = "policy:write"
    POLICY_CHANGEDECIDE = "policy-change:decide"
    REGISTRYREAD = "registry:read"
    ROLEMANAGE = "role:manage"
    ROLE_BINDINGMANAGE = "role-binding:manage"
    SELFREAD = "self:read"
    SESSIONEND = "session:end"
    TOKENMANAGE = "token:manage"
    TRANSITIONARCHIVE = "transition:archive"
    TRANSITIONCANCEL = "transition:cancel"
    TRANSITIONCANCEL_ALL = "transition:cancel-all"
    TRANSITIONDECIDE = "transition:decide"
    TRANSITIONMOVE = "transition:move"
    TRANSITIONOVERRIDE = "transition:override"
    TRANSITIONREQUEST = "transition:request"
    TRANSITIONROLLBACK = "transition:rollback"
    TRUST_RULEMANAGE = "trust-rule:manage"
    VERSIONDELETE = "version:delete"
    VERSIONQUARANTINE = "version:quarantine"
    VERSIONREGISTER = "version:register"
    VERSIONUPDATE = "version:update"
    WAIVERWRITE = "waiver:write"
    WEBHOOKMANAGE = "webhook:manage"

    @classmethod
    def _missing_(cls, value: object) -> Permission | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
