"""What became of a promotion, a decision on one, or a rollback."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from ._html import html_of
from ._summary import summary
from .api.models import GateReportResponse, Stage, TransitionResponse, TransitionStatus

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, repr=False)
class Outcome:
    """Where a requested change of stage stands, with the report that it was judged by."""

    transition: TransitionResponse
    report: GateReportResponse | None
    """None for a move that no gate judges."""

    @property
    def id(self) -> UUID:
        """Identifier of the transition."""
        return self.transition.id

    @property
    def status(self) -> TransitionStatus:
        """`applied`, `awaiting_approval`, `rejected` and so on."""
        return self.transition.status

    @property
    def applied(self) -> bool:
        """Whether the stage changed."""
        return self.status == TransitionStatus.APPLIED

    @property
    def pending(self) -> bool:
        """Whether it awaits approval."""
        return self.status == TransitionStatus.AWAITING_APPROVAL

    @property
    def detail(self) -> str | None:
        """Why it ended so, or what approval is missing."""
        return self.transition.detail

    @property
    def model(self) -> str:
        """Name of the model."""
        return self.transition.model

    @property
    def version(self) -> int:
        """The version that moves."""
        return self.transition.version

    @property
    def stage(self) -> Stage:
        """The stage it moves to."""
        return self.transition.to_stage

    def to_frame(self) -> pandas.DataFrame:
        """The measures of the report, or the transition in one row.

        Raises:
            ImportError: pandas is not installed: `pip install 'stagegate-client[pandas]'`.

        Example:
            >>> registry.promote("census-income", 4).to_frame()
        """
        return (self.report or self.transition).to_frame()

    def __repr__(self) -> str:
        return summary(self.transition)

    def _repr_html_(self) -> str:
        return html_of(self.transition) + (html_of(self.report) if self.report else "")
