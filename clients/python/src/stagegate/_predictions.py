"""When a job on a prediction file is done, and with what."""

from __future__ import annotations

from uuid import UUID

from .api.models import PredictionJobResponse, PredictionJobStatus
from .errors import PredictionsFailedError

POLL_SECONDS = 0.5
WAIT_SECONDS = 900.0

UNDER_WAY = (PredictionJobStatus.QUEUED, PredictionJobStatus.RUNNING)


def evaluation_id(job: PredictionJobResponse) -> UUID | None:
    """The evaluation that came of it, None while it is under way; raises PredictionsFailedError when none will come."""
    if job.evaluation_id is not None:
        return job.evaluation_id
    if job.status in UNDER_WAY:
        return None
    why = f": {job.error.code}, {job.error.detail}" if job.error else ""
    raise PredictionsFailedError(f"Prediction job {job.id} {job.status}{why}")


def overdue(job: PredictionJobResponse, seconds: float) -> PredictionsFailedError:
    return PredictionsFailedError(f"Prediction job {job.id} is {job.status} after {seconds:g} seconds.")
