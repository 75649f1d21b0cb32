from __future__ import annotations

from enum import Enum


class Permission(str, Enum):
    ALIASWRITE = "alias:write"
    EVALUATIONSUBMIT = "evaluation:submit"
    EXAMPLELOAD = "example:load"
    GATECHECK = "gate:check"
    MODELCREATE = "model:create"
    MODELDELETE = "model:delete"
    MODELRENAME = "model:rename"
    MODELUPDATE = "model:update"
    POLICYWRITE = "policy:write"
    REGISTRYREAD = "registry:read"
    SESSIONEND = "session:end"
    TOKENMANAGE = "token:manage"
    TRANSITIONARCHIVE = "transition:archive"
    TRANSITIONCANCEL = "transition:cancel"
    TRANSITIONDECIDE = "transition:decide"
    TRANSITIONMOVE = "transition:move"
    TRANSITIONREQUEST = "transition:request"
    TRANSITIONROLLBACK = "transition:rollback"
    VERSIONDELETE = "version:delete"
    VERSIONQUARANTINE = "version:quarantine"
    VERSIONREGISTER = "version:register"
    VERSIONUPDATE = "version:update"

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
