"""Evaluations from predictions in one call each, without asyncio; the twin with asyncio is generated from this."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, overload

from . import _flows as flows
from ._frames import Handed
from ._predictions import WAIT_SECONDS
from ._request import request as body_of
from .api.models import EvaluationResponse, PredictionJobResponse, SubmitPredictionsRequest
from .api.operations import Operations

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._frames import Predictions
    from .api.fields import SubmitPredictionsFields

T = TypeVar("T")


class PredictionVerbs(Operations):
    """Evaluations that the service computes from predictions."""

    @abstractmethod
    def _run(self, flow: flows.Flow[T]) -> T: ...

    @overload
    def upload_predictions(
        self,
        model: str,
        version: int,
        file: Predictions,
        *,
        index: bool = False,
        idempotency_key: str | None = None,
        **fields: Unpack[SubmitPredictionsFields],
    ) -> PredictionJobResponse: ...
    @overload
    def upload_predictions(
        self,
        model: str,
        version: int,
        file: Predictions,
        request: SubmitPredictionsRequest | Mapping[str, Any],
        *,
        index: bool = False,
        idempotency_key: str | None = None,
    ) -> PredictionJobResponse: ...
    def upload_predictions(
        self,
        model: str,
        version: int,
        file: Any,
        request: Any = None,
        *,
        index: bool = False,
        idempotency_key: str | None = None,
        **fields: Any,
    ) -> PredictionJobResponse:
        """Hands in predictions, a file or a frame, from which the service computes an evaluation.

        Args:
            model: Name of the model.
            version: The version that predicted.
            file: A file, Parquet, CSV or NDJSON, or a DataFrame of pandas, polars or Arrow. Of a frame only those
                columns travel that are named, categories as their values and intervals as text.
            request: All fields in one mapping or class, instead of by keyword.
            index: Whether the index of a frame of pandas becomes columns, too.
            idempotency_key: The same key with the same request has one effect for 24 hours.
            fields: `task`, `dataset`, the columns `label`, `prediction`, `score` and `row_id`, `slices` and what else
                `submit_predictions` takes.

        Raises:
            ValueError: The frame lacks a column that is named, or has it twice.
            TypeError: It is neither a file nor a frame.
            InvalidRequestError: The service cannot read the file, or the request is at fault.

        Example:
            >>> job = registry.upload_predictions(
            ...     "census-income",
            ...     4,
            ...     "test.parquet",
            ...     task="binary",
            ...     dataset={"name": "adult-test", "version": "1"},
            ...     label="income",
            ...     score="score",
            ...     row_id="id",
            ...     slices=["sex"],
            ... )
        """
        asked = body_of("upload_predictions", "SubmitPredictionsRequest", request, fields)
        return self._run(flows.upload(model, version, Handed(file, asked, index), idempotency_key))

    @overload
    def evaluate(
        self,
        model: str,
        version: int,
        file: Predictions,
        *,
        index: bool = False,
        timeout: float = WAIT_SECONDS,
        **fields: Unpack[SubmitPredictionsFields],
    ) -> EvaluationResponse: ...
    @overload
    def evaluate(
        self,
        model: str,
        version: int,
        file: Predictions,
        request: SubmitPredictionsRequest | Mapping[str, Any],
        *,
        index: bool = False,
        timeout: float = WAIT_SECONDS,
    ) -> EvaluationResponse: ...
    def evaluate(
        self,
        model: str,
        version: int,
        file: Any,
        request: Any = None,
        *,
        index: bool = False,
        timeout: float = WAIT_SECONDS,
        **fields: Any,
    ) -> EvaluationResponse:
        """Hands in predictions as `upload_predictions` does, and waits for the evaluation that comes of them.

        Args:
            model: Name of the model.
            version: The version that predicted.
            file: A file, Parquet, CSV or NDJSON, or a DataFrame of pandas, polars or Arrow.
            request: All fields in one mapping or class, instead of by keyword.
            index: Whether the index of a frame of pandas becomes columns, too.
            timeout: Seconds to wait at most.
            fields: `task`, `dataset`, the columns `label`, `prediction`, `score` and `row_id`, `slices` and what else
                `submit_predictions` takes.

        Raises:
            PredictionsFailedError: The service could not measure them, or not within the time.
            ValueError: The frame lacks a column that is named, or has it twice.
            InvalidRequestError: The service cannot read the file, or the request is at fault.

        Example:
            >>> evaluation = registry.evaluate(
            ...     "census-income",
            ...     4,
            ...     frame,
            ...     task="binary",
            ...     dataset={"name": "adult-test", "version": "1"},
            ...     label="income",
            ...     score="score",
            ...     row_id="id",
            ...     slices=["sex"],
            ... )
        """
        asked = body_of("evaluate", "SubmitPredictionsRequest", request, fields)
        return self._run(flows.evaluate(model, version, Handed(file, asked, index), timeout))

    def wait_for_evaluation(
        self, job: PredictionJobResponse, timeout: float = WAIT_SECONDS, *, seconds: float | None = None
    ) -> EvaluationResponse:
        """The evaluation that a prediction job computes.

        Args:
            job: What `upload_predictions` returned.
            timeout: Seconds to wait at most.
            seconds: The former name of `timeout`.

        Raises:
            PredictionsFailedError: None comes of it, or not within the time.

        Example:
            >>> evaluation = registry.wait_for_evaluation(job)
        """
        return self._run(flows.wait_for_evaluation(job, timeout if seconds is None else seconds))
