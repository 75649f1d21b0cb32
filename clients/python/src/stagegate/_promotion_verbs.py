"""Promotions and decisions in one call each, without asyncio; the twin with asyncio is generated from this."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from . import _flows as flows
from ._call import Call, segment
from ._predictions import WAIT_SECONDS
from .api.models import (
    ApprovalDecision,
    CheckGatesRequest,
    GatedStage,
    VersionResponse,
)
from .api.operations import Operations
from .api.types import UNSET, Unset
from .outcomes import Outcome

if TYPE_CHECKING:
    from .api.fields import GatedStageValue

T = TypeVar("T")
MARKDOWN = {"Accept": "text/markdown"}


class PromotionVerbs(Operations):
    """Promotions, decisions and reports, each of which takes one or more operations."""

    @abstractmethod
    def _run(self, flow: flows.Flow[T]) -> T: ...

    def promote(
        self,
        model: str,
        version: int,
        stage: GatedStage | GatedStageValue = "Production",
        *,
        reason: str | None = None,
        expected_incumbent: int | None | Unset = UNSET,
        wait: bool = False,
        timeout: float | None = WAIT_SECONDS,
    ) -> Outcome:
        """Asks for a version to be moved to Staging or Production, and says what became of it.

        A request for the same move that awaits approval already is taken up, so that it can be called again.

        Args:
            model: Name of the model.
            version: The version to promote.
            stage: Where to; unless the policy lets versions skip Staging, they go there before Production.
            reason: Why, for the record.
            expected_incumbent: The version you believe to be in Production, None for none; another is a StaleError.
            wait: Waits for the approvals that the policy asks for; without, the outcome may be `awaiting_approval`.
            timeout: Seconds to wait at most, None for as long as it takes.

        Raises:
            GatesRefusedError: The gates refused the version; `report` says why.
            ConflictError: The lifecycle has no such move, or a request for another one is open.
            ApprovalPendingError: It still awaits approval after the timeout; the request stays open.
            ApprovalRejectedError: An approver rejected it while it was waited for.
            PromotionCancelledError: Somebody took the request back while it was waited for.
            PromotionStaleError: What the gates judged changed before it was approved; ask again.

        Example:
            >>> outcome = registry.promote("census-income", 4, wait=True, timeout=600)
        """
        asked = {"to_stage": str(stage), "reason": reason, "expected_incumbent": expected_incumbent}
        given = {name: value for name, value in asked.items() if not isinstance(value, Unset)}
        return self._run(flows.promote(model, version, given, wait, timeout))

    def approve(
        self,
        request: flows.Asked,
        version: int | None = None,
        *,
        comment: str | None = None,
    ) -> Outcome:
        """Approves a promotion that awaits it; who asked for it may not.

        Args:
            request: The request, its id, or the name of the model whose version follows.
            version: The version whose request awaits approval, when `request` is a model.
            comment: What the decision rests on.

        Raises:
            NoOpenRequestError: No request for the version awaits approval.
            ForbiddenError: You may not approve, or not this one.
            GatesRefusedError: The gates, which judge again, refused it now.
            PromotionStaleError: What the gates judged has changed; it has to be asked for again.

        Example:
            >>> outcome = registry.approve("census-income", 4, comment="The report convinces me.")
        """
        return self._run(flows.decide(ApprovalDecision.APPROVE, request, version, comment))

    def reject(
        self,
        request: flows.Asked,
        version: int | None = None,
        *,
        comment: str | None = None,
    ) -> Outcome:
        """Rejects a promotion that awaits approval.

        Args:
            request: The request, its id, or the name of the model whose version follows.
            version: The version whose request awaits approval, when `request` is a model.
            comment: What the decision rests on.

        Raises:
            NoOpenRequestError: No request for the version awaits approval.
            ForbiddenError: You may not decide, or not on this one.

        Example:
            >>> outcome = registry.reject("census-income", 4, comment="Women lose six points.")
        """
        return self._run(flows.decide(ApprovalDecision.REJECT, request, version, comment))

    def rollback(
        self,
        model: str,
        reason: str,
        *,
        to_version: int | None = None,
        expected_incumbent: int | None | Unset = UNSET,
    ) -> Outcome:
        """Puts an earlier version back into Production and archives the one that is there.

        Args:
            model: Name of the model.
            reason: Why the version in Production has to go.
            to_version: The version to put back; the last good one unless given.
            expected_incumbent: The version you believe to be in Production, None for none; another is a StaleError.

        Raises:
            ConflictError: No version can be put back, or another one is in Production than expected.
            GatesRefusedError: The policy demands gates for a rollback, and they refused it.

        Example:
            >>> outcome = registry.rollback("census-income", "Complaints about version 4")
        """
        given = {"reason": reason, "to_version": to_version, "expected_incumbent": expected_incumbent}
        body = {name: value for name, value in given.items() if not isinstance(value, Unset)}
        return self._run(flows.move(flows.CALLS.rollback_model(model, body)))

    def archive(self, model: str, version: int, reason: str, *, allow_empty_production: bool = False) -> Outcome:
        """Takes a version out of use.

        Args:
            model: Name of the model.
            version: The version to archive.
            reason: Why.
            allow_empty_production: Allows it to leave Production empty.

        Raises:
            ConflictError: The version is archived already, or Production would be empty.

        Example:
            >>> outcome = registry.archive("census-income", 3, "Superseded by version 4")
        """
        body = {"toStage": "Archived", "reason": reason, "allowEmptyProduction": allow_empty_production or None}
        return self._run(flows.move(flows.CALLS.request_transition(model, version, body)))

    def quarantine(self, model: str, version: int, reason: str) -> VersionResponse:
        """Bars a version from promotion and rollback until it is released with `release_version`.

        Args:
            model: Name of the model.
            version: The version to bar.
            reason: Why it may not be promoted.

        Raises:
            NotFoundError: The model has no such version.
            ForbiddenError: You may not quarantine versions.

        Example:
            >>> version = registry.quarantine("census-income", 3, "Trained on leaked labels")
        """
        return self._run(flows.answer(flows.CALLS.quarantine_version(model, version, reason=reason)))

    def check_gates_as_markdown(self, model: str, version: int, to_stage: GatedStage | str) -> str:
        """The gate report of a check as Markdown, fit for a comment on a pull request.

        Args:
            model: Name of the model.
            version: The version to judge.
            to_stage: The stage whose gates are to judge it.

        Raises:
            NotFoundError: The model has no such version.

        Example:
            >>> text = registry.check_gates_as_markdown("census-income", 4, "Production")
        """
        path = f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/gate-checks"
        body = CheckGatesRequest(GatedStage(to_stage)).to_dict()
        return self._send(Call("POST", path, {200: str}, headers=MARKDOWN, json=body))

    def gate_report_as_markdown(self, report_id: UUID | str) -> str:
        """A stored gate report as Markdown, fit for a comment on a pull request.

        Args:
            report_id: The id of the report, such as `gate_report_id` of a transition.

        Raises:
            NotFoundError: There is no such report.

        Example:
            >>> text = registry.gate_report_as_markdown("01939d3e-0000-7000-8000-000000000001")
        """
        path = f"/api/v1/gate-reports/{segment('id', report_id)}"
        return self._send(Call("GET", path, {200: str}, headers=MARKDOWN))
