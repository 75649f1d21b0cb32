"""One method per operation of the API, for use without asyncio."""

from __future__ import annotations

import datetime
import os
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload
from uuid import UUID

from .._call import Call, no_content, segment
from .._request import headers_of, query_of, request
from .fields import *  # noqa: F403
from .models import *  # noqa: F403
from .policies import *  # noqa: F403
from .types import UNSET, Unset

if TYPE_CHECKING:
    from typing_extensions import Unpack

T = TypeVar("T")


class Operations(ABC):
    """The operations as methods that return when the answer is there."""

    @abstractmethod
    def _send(self, call: Call[T]) -> T: ...

    def list_audit_events(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        actor: str | None = None,
        action: str | None = None,
        model: str | None = None,
        model_id: UUID | str | None = None,
        version: int | None = None,
        request_id: str | None = None,
        from_: datetime.datetime | None = None,
        to: datetime.datetime | None = None,
        sort: AuditOrder | AuditOrderValue | None = None,
    ) -> AuditEventPage:
        """Lists audit events, newest first unless asked otherwise: those of the models that the caller may read.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            actor: Only what this subject did.
            action: Only this action, such as `transition.applied`; one that no event can have is refused.
            model: Only what concerns the model that has this name, or had it last, under its earlier and later
                names too.
            model_id: Only what concerns the model of this id, whatever it was called.
            version: Only what concerns this version number.
            request_id: Only what this request did.
            from_: Only events at or after this time; a day alone is its first moment in UTC.
            to: Only events before this time; a day alone is its first moment in UTC.
            sort: Newest first (`-sequence`) unless `sequence` asks for oldest first.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_audit_events(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/audit-events",
                {200: AuditEventPage.from_dict},
                params=query_of(
                    {
                        "limit": limit,
                        "cursor": cursor,
                        "filter": filter_,
                        "actor": actor,
                        "action": action,
                        "model": model,
                        "modelId": model_id,
                        "version": version,
                        "requestId": request_id,
                        "from": from_,
                        "to": to,
                        "sort": sort,
                    }
                ),
            )
        )

    def get_checkpoint(self) -> CheckpointResponse:
        """Answers how far the record goes, signed: the number of events and the root of the tree over them. With
        `Accept: text/plain` it is a C2SP signed note, which the offline verifier reads.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_checkpoint()
        """
        return self._send(Call("GET", "/api/v1/audit-events/checkpoint", {200: CheckpointResponse.from_dict}))

    def prove_consistency(self, from_: int, *, to: int | None = None) -> ConsistencyProofResponse:
        """Proves that the record of a later checkpoint begins with that of an earlier one, hash for hash.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            from_: Size of the earlier checkpoint.
            to: Size of the later checkpoint; the newest unless given.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The record has fewer events than one of the checkpoints. Codes:
                `RECORD_SHORTER`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.prove_consistency(3)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/audit-events/checkpoint/consistency",
                {200: ConsistencyProofResponse.from_dict},
                params=query_of({"from": from_, "to": to}),
            )
        )

    def prove_inclusion(self, sequence: int, *, size: int | None = None) -> InclusionProofResponse:
        """Proves that an event is part of the record that a checkpoint signs.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            sequence: Sequence of the event.
            size: Size of the checkpoint; the newest unless given.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The checkpoint does not sign an event of this sequence. Codes:
                `EVENT_NOT_FOUND`, `MODEL_NOT_FOUND`.
            ConflictError: 409, The record has fewer events than the checkpoint. Codes: `RECORD_SHORTER`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.prove_inclusion(3)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/audit-events/checkpoint/inclusion",
                {200: InclusionProofResponse.from_dict},
                params=query_of({"sequence": sequence, "size": size}),
            )
        )

    def list_audit_segments(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
    ) -> AuditSegmentPage:
        """Lists the sealed files that the oldest events were moved into, in the order of the record; the files
        themselves are where they were archived to.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_audit_segments(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/audit-events/segments",
                {200: AuditSegmentPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    def verify_audit_events(self, *, from_: int | None = None, to: int | None = None) -> AuditVerificationResponse:
        """Verifies every chain of the record, and every object that its events tell of, and names the first of each
        that does not fit. Callers share one walk; an answer that takes long is preceded by blanks, which keep the
        connection open.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            from_: The sequence to begin with; events before it are taken as they are. All of the record unless
                given.
            to: The sequence to end with; the newest unless given.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The operation
                takes no such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `INVALID_URL`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.verify_audit_events()
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/audit-events/verification",
                {200: AuditVerificationResponse.from_dict},
                params=query_of({"from": from_, "to": to}),
            )
        )

    def get_verification_progress(self) -> VerificationProgressResponse:
        """Says how far the verification is that runs in the process that answers, whoever asked for it.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_verification_progress()
        """
        return self._send(
            Call("GET", "/api/v1/audit-events/verification/progress", {200: VerificationProgressResponse.from_dict})
        )

    @overload
    def start_verification(
        self, *, idempotency_key: str | None = None, **fields: Unpack[StartVerificationFields]
    ) -> VerificationJobResponse: ...
    @overload
    def start_verification(
        self, body: StartVerificationRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> VerificationJobResponse: ...
    def start_verification(
        self,
        body: Any = None,
        *,
        from_: int | None | Unset = UNSET,
        to: int | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> VerificationJobResponse:
        """Starts a verification of the record that runs apart from the request, or joins the one under way over the
        same part; changes nothing. One in the registry at a time.

        Roles that may: viewer, contributor, approver, admin. With an `Idempotency-Key` it can be sent again without
        a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            from_: The sequence to begin with; events before it are taken as they are. All of the record unless
                given.
            to: The sequence to end with; the newest unless given.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, One of another part of the record is under way. Codes:
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `VERIFICATION_UNDER_WAY`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.start_verification()
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/audit-events/verifications",
                {202: VerificationJobResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "start_verification", "StartVerificationRequest", body, {"from_": from_, "to": to, **unknown}
                ),
            )
        )

    def get_verification(self, id: UUID | str) -> VerificationJobResponse:
        """Answers how far a verification is, or what it found.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The verification does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERIFICATION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_verification("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/audit-events/verifications/{segment('id', id)}",
                {200: VerificationJobResponse.from_dict},
            )
        )

    def get_console_settings(self) -> ConsoleSettingsResponse:
        """Answers what the console shows to everybody: the name of the registry and the ways to sign in. Answers
        everybody.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. Codes:
                `BAD_REQUEST`, `INVALID_URL`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_console_settings()
        """
        return self._send(Call("GET", "/api/v1/console-settings", {200: ConsoleSettingsResponse.from_dict}))

    def get_console_links(self) -> ConsoleLinksResponse:
        """Answers where the console's links to other places lead.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_console_links()
        """
        return self._send(Call("GET", "/api/v1/console-settings/links", {200: ConsoleLinksResponse.from_dict}))

    @overload
    def register_dataset(
        self, *, idempotency_key: str | None = None, **fields: Unpack[RegisterDatasetFields]
    ) -> DatasetVersionResponse: ...
    @overload
    def register_dataset(
        self, body: RegisterDatasetRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> DatasetVersionResponse: ...
    def register_dataset(
        self,
        body: Any = None,
        *,
        name: str | None | Unset = UNSET,
        version: str | None | Unset = UNSET,
        split: str | None | Unset = UNSET,
        digest: str | None | Unset = UNSET,
        row_count: int | None | Unset = UNSET,
        inventory: Mapping[str, Any] | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> DatasetVersionResponse:
        """Registers a dataset version with its slice inventory, so that gates notice a slice that is missing from
        every evaluation.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            name: Name of the dataset. Required.
            version: Version of the dataset. Required.
            split: Part of the dataset, such as test.
            digest: Digest of the content, `sha256:` and 64 hexadecimal digits.
            row_count: Number of rows. Required.
            inventory: Feature to value to number of rows, as in `{"sex": {"Female": 5421, "Male": 10860}}`;
                `__null__` counts rows without a value. Required.
            description: What the dataset is.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not submit evaluations; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The dataset version is registered already. Codes: `DATASET_VERSION_EXISTS`,
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.register_dataset(
            ...     name="adult-test",
            ...     version="1",
            ...     row_count=16281,
            ...     inventory={"sex": {"Female": 5421, "Male": 10860}},
            ... )
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/datasets",
                {201: DatasetVersionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "register_dataset",
                    "RegisterDatasetRequest",
                    body,
                    {
                        "name": name,
                        "version": version,
                        "split": split,
                        "digest": digest,
                        "row_count": row_count,
                        "inventory": inventory,
                        "description": description,
                        **unknown,
                    },
                ),
            )
        )

    def list_datasets(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        name: str | None = None,
    ) -> DatasetVersionPage:
        """Lists registered dataset versions, newest first.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            name: Only versions of the dataset of this name.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_datasets(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/datasets",
                {200: DatasetVersionPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "name": name}),
            )
        )

    def get_dataset(self, id: UUID | str) -> DatasetVersionResponse:
        """Answers one registered dataset version.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The dataset version does not exist. Codes: `DATASET_VERSION_NOT_FOUND`,
                `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_dataset("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("GET", f"/api/v1/datasets/{segment('id', id)}", {200: DatasetVersionResponse.from_dict}))

    def get_evaluation(self, id: UUID | str) -> EvaluationResponse:
        """Answers one evaluation with its metrics and paired evidence.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The evaluation does not exist. Codes: `EVALUATION_NOT_FOUND`, `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_evaluation("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("GET", f"/api/v1/evaluations/{segment('id', id)}", {200: EvaluationResponse.from_dict}))

    def get_event_types(self) -> EventTypesResponse:
        """Answers the types of events there are.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_event_types()
        """
        return self._send(Call("GET", "/api/v1/event-types", {200: EventTypesResponse.from_dict}))

    def get_event_type(self, type: str) -> EventSchema:
        """Answers the JSON Schema of the `data` of a type of event.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            type: Type of event, such as `dev.stagegate.transition.applied.v1`.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, There is no such type. Codes: `EVENT_TYPE_NOT_FOUND`, `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_event_type("type")
        """
        return self._send(Call("GET", f"/api/v1/event-types/{segment('type', type)}", {200: EventSchema.from_dict}))

    def list_events(
        self,
        *,
        type: Sequence[str] | None = None,
        model: str | None = None,
        model_prefix: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
        wait_seconds: int | None = None,
    ) -> EventPage:
        """Lists events, oldest first, and none that an event may still come before: whoever goes on from `nextCursor`
        misses none and sees none twice. With `waitSeconds` the answer waits for an event.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none.

        Args:
            type: Only events of this type, such as `dev.stagegate.transition.applied.v1`; given several times,
                of any of them. `*` is every type.
            model: Only events of the model that has this name now or had it at the time; after a renaming,
                under its other names too.
            model_prefix: Only events of models whose name began with this on that day.
            cursor: Begins behind this cursor, or, with `now`, with what is still to come; the header
                Last-Event-ID goes before it. Without either the stream begins with the first event.
            limit: How many events to answer at most; 50 unless given.
            wait_seconds: How long to wait for an event, in seconds, when there is none yet; 0 unless given, and
                no longer than the service allows, which is 30 unless configured.

        Raises:
            InvalidRequestError: 400, The feed gave out no such cursor. Codes: `BAD_REQUEST`,
                `INVALID_EVENT_CURSOR`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_events(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/events",
                {200: EventPage.from_dict},
                params=query_of(
                    {
                        "type": type,
                        "model": model,
                        "modelPrefix": model_prefix,
                        "cursor": cursor,
                        "limit": limit,
                        "waitSeconds": wait_seconds,
                    }
                ),
            )
        )

    def load_example(self, *, idempotency_key: str | None = None) -> LoadedExampleResponse:
        """Loads the census example to try things out on: a model with a policy and four versions, of which the second
        is in Production, the third was refused and the fourth awaits approval. Only a service with the embedded
        database has it.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The time is to come. The request cannot be understood. The body is empty.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The move needs a reason. The reason is too short. The emergency needs a ticket.
                The request does not have the right shape. Codes: `AT_TO_COME`, `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `REASON_REQUIRED`, `REASON_TOO_SHORT`, `TICKET_REQUIRED`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not load the example; these roles may: admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`, `PERSON_REQUIRED`, `ROLE_REQUIRED`, `SELF_APPROVAL`,
                `SERVICE_ACCOUNT`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The service keeps its registry in a database of your own. Codes:
                `ALREADY_DECIDED`, `ARTIFACT_DIGEST_MISMATCH`, `EXAMPLE_NOT_OFFERED`, `FROZEN`,
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `ILLEGAL_TRANSITION`, `MODEL_EXISTS`,
                `MODEL_NAME_KEPT`, `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`, `NOT_OVERRIDABLE`,
                `NO_APPROVAL_NEEDED`, `ON_HOLD`, `OVERRIDE_DISABLED`, `OVERRIDE_NOT_NEEDED`, `POLICY_CHANGE_OPEN`,
                `PRODUCTION_WOULD_BE_EMPTY`, `REPORT_MISMATCH`, `REQUEST_EXPIRED`, `REVIEW_OVERDUE`,
                `STALE_EVIDENCE`, `STALE_INCUMBENT`, `STALE_POLICY`, `STALE_STAGE`, `TRANSITION_FINAL`,
                `TRANSITION_OPEN`, `VERSION_QUARANTINED`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            GatesRefusedError: 422, The gates refused the version. The idempotency key belongs to another
                request. The gate policy is not valid. Codes: `GATES_REFUSED`, `IDEMPOTENCY_KEY_REUSED`,
                `INVALID_POLICY`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.load_example()
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/examples/census-income",
                {201: LoadedExampleResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    @overload
    def create_freeze(
        self, *, idempotency_key: str | None = None, **fields: Unpack[CreateFreezeFields]
    ) -> FreezeResponse: ...
    @overload
    def create_freeze(
        self, body: CreateFreezeRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> FreezeResponse: ...
    def create_freeze(
        self,
        body: Any = None,
        *,
        name: str | None | Unset = UNSET,
        start: str | None | Unset = UNSET,
        end: str | None | Unset = UNSET,
        recurrence: RecurrenceRequest | RecurrenceFields | Mapping[str, Any] | None | Unset = UNSET,
        time_zone: str | None | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        models: Sequence[str] | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> FreezeResponse:
        """Sets a freeze: in its windows nothing is promoted to Production, of the whole registry or of the models
        named. Rollbacks go on.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            name: What people call it. Required.
            start: Its first moment: RFC 3339 or, without an offset, by the clock of its time zone. With `end`,
                instead of `recurrence`.
            end: The first moment after it, in the same form.
            recurrence: When it begins again and again, instead of `start` and `end`.
            time_zone: IANA time zone of its times, such as `Europe/Amsterdam`; UTC when absent.
            reason: Why. Required.
            models: Names of the models that it holds back; all when absent. A rename changes nothing.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set and lift freezes; these roles may: admin. The caller may
                not freeze all of it. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, A model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, As many freezes hold or are to come as there may be. Codes:
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `TOO_MANY_FREEZES`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.create_freeze(
            ...     name="Weekends",
            ...     reason="Few are on call.",
            ...     recurrence={"cron": "0 18 * * 5", "duration": "PT62H"},
            ... )
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/freezes",
                {201: FreezeResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "create_freeze",
                    "CreateFreezeRequest",
                    body,
                    {
                        "name": name,
                        "start": start,
                        "end": end,
                        "recurrence": recurrence,
                        "time_zone": time_zone,
                        "reason": reason,
                        "models": models,
                        **unknown,
                    },
                ),
            )
        )

    def list_freezes(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        at: datetime.datetime | None = None,
        model: str | None = None,
    ) -> FreezePage:
        """Lists the freezes that were not ended, newest first; with `at`, those that hold then.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            at: Only freezes that hold at this time, those ended since too; all of them are on one page then.
            model: Only freezes that concern this model; with `at`, those of its gate policy too.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model that is asked for does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_freezes(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/freezes",
                {200: FreezePage.from_dict},
                params=query_of(
                    {"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "at": at, "model": model}
                ),
            )
        )

    def get_freeze_calendar(
        self, from_: datetime.datetime, to: datetime.datetime, *, model: str | None = None
    ) -> FreezeCalendarResponse:
        """Answers every while of a range of time in which something is frozen, recurring ones written out.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            from_: First moment of the calendar.
            to: First moment after it, at most 400 days later.
            model: Only what concerns this model, the windows of its gate policy included.

        Raises:
            InvalidRequestError: 400, The range is too long, or ends before it begins. Codes: `BAD_REQUEST`,
                `CALENDAR_TOO_LONG`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model that is asked for does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_freeze_calendar(
            ...     datetime.fromisoformat("2026-11-01T00:00:00.000+00:00"),
            ...     datetime.fromisoformat("2026-11-01T00:00:00.000+00:00"),
            ... )
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/freezes/calendar",
                {200: FreezeCalendarResponse.from_dict},
                params=query_of({"from": from_, "to": to, "model": model}),
            )
        )

    def get_freeze(self, id: UUID | str) -> FreezeResponse:
        """Answers one freeze, one that was ended too.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The freeze does not exist. Codes: `FREEZE_NOT_FOUND`, `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_freeze("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("GET", f"/api/v1/freezes/{segment('id', id)}", {200: FreezeResponse.from_dict}))

    def end_freeze(self, id: UUID | str, *, if_match: str | None = None) -> None:
        """Ends a freeze from now on; it stays on record.

        Roles that may: admin.

        Args:
            id: Id, a UUID.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set and lift freezes; these roles may: admin. It holds back
                more than the caller may freeze. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The freeze does not exist. Codes: `FREEZE_NOT_FOUND`, `MODEL_NOT_FOUND`.
            ConflictError: 409, It was ended already. Codes: `FREEZE_ENDED`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.end_freeze("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/freezes/{segment('id', id)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    @overload
    def set_default_gate_policy(
        self,
        *,
        comment: str | None = None,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **fields: Unpack[GatePolicyFields],
    ) -> EffectiveGatePolicyResponse | PolicyChangeResponse: ...
    @overload
    def set_default_gate_policy(
        self,
        body: GatePolicyDocument | GatePolicy | Mapping[str, Any],
        *,
        comment: str | None = None,
        if_match: str | None = None,
        if_none_match: str | None = None,
    ) -> EffectiveGatePolicyResponse | PolicyChangeResponse: ...
    def set_default_gate_policy(
        self,
        body: Any = None,
        *,
        api_version: Literal["gates/v1"] | None | Unset = UNSET,
        kind: Literal["GatePolicy"] | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        metrics: Mapping[str, MetricDeclaration] | None | Unset = UNSET,
        defaults: GateDefaults | None | Unset = UNSET,
        stages: PolicyStages | None | Unset = UNSET,
        protected_aliases: Sequence[str] | None | Unset = UNSET,
        policy_changes: PolicyChangeTerms | None | Unset = UNSET,
        preset: GatePresetValue | None | Unset = UNSET,
        rules: Any = UNSET,
        approvals: ApprovalDemand | None | Unset = UNSET,
        first_promotion: FirstPromotion | None | Unset = UNSET,
        allow_skip_staging: bool | None | Unset = UNSET,
        rollback: RollbackGates | None | Unset = UNSET,
        comparability: Comparability | None | Unset = UNSET,
        freeze: StageFreeze | Sequence[StageFreeze] | None | Unset = UNSET,
        override: BreakGlass | None | Unset = UNSET,
        waivers: WaiverTerms | None | Unset = UNSET,
        comment: str | None = None,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **unknown: Any,
    ) -> EffectiveGatePolicyResponse | PolicyChangeResponse:
        """Sets the registry's default policy, which holds for models without one of their own. Where it says that
        changes need approval, a change awaits it.

        Roles that may: admin.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            api_version: Version of this format.
            kind: Constant name of this document type.
            name: Name of the policy for people.
            description: What the policy is for.
            metrics: Metrics by name; well-known ones need no entry.
            defaults: Values for rules that state none.
            stages: Gates per target stage.
            protected_aliases: Aliases that move only by a promotion through the gates.
            policy_changes: Who must approve a change of this policy.
            preset: Named set of defaults; open means no gates.
            rules: The gate rules, at most 500, in any order.
            approvals: Who must approve the transition.
            first_promotion: What holds while there is no incumbent.
            allow_skip_staging: Whether a version may go to Production without Staging.
            rollback: What a rollback to this stage needs.
            comparability: What must agree before two evaluations are compared.
            freeze: When nothing moves into the stage: one block or, where time zones differ, several.
            override: How the gates of the stage are passed in an emergency.
            waivers: Who may let an inconclusive rule pass, and for how long.
            comment: Why the policy is changed. It stands beside the revision and in the audit record, and no
                digest covers it.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.
            if_none_match: `*` to change only what is not there yet, or an ETag that the resource must not have;
                412 when it is there.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The URL cannot be
                read. The body is not JSON. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `EMPTY_BODY`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set gate policies; these roles may: admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, Another change of the policy awaits approval. Codes: `POLICY_CHANGE_OPEN`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            InvalidRequestError: 422, The policy is not valid; every fault is named with its place. Codes:
                `INVALID_POLICY`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.set_default_gate_policy(name="registry")
        """
        return self._send(
            Call[EffectiveGatePolicyResponse | PolicyChangeResponse](
                "PUT",
                "/api/v1/gate-policy",
                {200: EffectiveGatePolicyResponse.from_dict, 202: PolicyChangeResponse.from_dict},
                params=query_of({"comment": comment}),
                headers=headers_of({"If-Match": if_match, "If-None-Match": if_none_match}),
                json=request(
                    "set_default_gate_policy",
                    "GatePolicyDocument",
                    body,
                    {
                        "api_version": api_version,
                        "kind": kind,
                        "name": name,
                        "description": description,
                        "metrics": metrics,
                        "defaults": defaults,
                        "stages": stages,
                        "protected_aliases": protected_aliases,
                        "policy_changes": policy_changes,
                        "preset": preset,
                        "rules": rules,
                        "approvals": approvals,
                        "first_promotion": first_promotion,
                        "allow_skip_staging": allow_skip_staging,
                        "rollback": rollback,
                        "comparability": comparability,
                        "freeze": freeze,
                        "override": override,
                        "waivers": waivers,
                        **unknown,
                    },
                ),
            )
        )

    def get_default_gate_policy(self, *, at: datetime.datetime | None = None) -> EffectiveGatePolicyResponse:
        """Answers the registry's default policy, or the built-in one when none was set; with `at`, what it was then.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            at: A moment in the past: answers what was so then, by the record. A day alone, as in `2026-11-20`,
                is its first moment in UTC. Now unless given.

        Raises:
            InvalidRequestError: 400, `at` is to come. Codes: `AT_TO_COME`, `BAD_REQUEST`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_default_gate_policy()
        """
        return self._send(
            Call(
                "GET", "/api/v1/gate-policy", {200: EffectiveGatePolicyResponse.from_dict}, params=query_of({"at": at})
            )
        )

    @overload
    def start_back_test(
        self, *, idempotency_key: str | None = None, **fields: Unpack[StartBackTestFields]
    ) -> BackTestJobResponse: ...
    @overload
    def start_back_test(
        self, body: StartBackTestRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> BackTestJobResponse: ...
    def start_back_test(
        self,
        body: Any = None,
        *,
        policy: GatePolicyDocument | GatePolicy | Mapping[str, Any] | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> BackTestJobResponse:
        """Starts judging all recorded promotions to Production, and all that is live, by a draft policy; changes
        nothing. It runs apart from the request; those of all callers take turns.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            policy: The draft policy, in the form of a gate policy document. Required.
            model: The model to judge, the draft standing for its own policy; without it all models, the draft
                standing for the registry's default.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not judge a version by the gates without changing anything;
                these roles may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `BACK_TEST_NOT_FOUND`, `MODEL_NOT_FOUND`.
            ConflictError: 409, One of the caller's for the same is under way, or as many as there may be.
                Codes: `BACK_TEST_UNDER_WAY`, `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`,
                `TOO_MANY_BACK_TESTS`.
            InvalidRequestError: 422, The draft policy is not valid; every fault is named with its place. Codes:
                `IDEMPOTENCY_KEY_REUSED`, `INVALID_POLICY`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.start_back_test(
            ...     policy={"rules": [{"metric": "accuracy", "min": 0.86}], "approvals": {"slots": [{"role": "approver"}]}},
            ...     model="census-income",
            ... )
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/gate-policy/back-test-jobs",
                {202: BackTestJobResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "start_back_test", "StartBackTestRequest", body, {"policy": policy, "model": model, **unknown}
                ),
            )
        )

    def get_back_test(self, id: UUID | str) -> BackTestJobResponse:
        """Answers how far a back-test over everything is, or what it found.

        Roles that may: contributor, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not judge a version by the gates without changing anything;
                these roles may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The back-test does not exist. Codes: `BACK_TEST_NOT_FOUND`, `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_back_test("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call("GET", f"/api/v1/gate-policy/back-test-jobs/{segment('id', id)}", {200: BackTestJobResponse.from_dict})
        )

    def cancel_back_test(self, id: UUID | str, *, if_match: str | None = None) -> None:
        """Ends a back-test over everything that is queued or under way; what one that has ended found stays.

        Roles that may: contributor, admin.

        Args:
            id: Id, a UUID.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not judge a version by the gates without changing anything;
                these roles may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The back-test does not exist. Codes: `BACK_TEST_NOT_FOUND`, `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.cancel_back_test("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/gate-policy/back-test-jobs/{segment('id', id)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    @overload
    def back_test_gate_policy(
        self, *, idempotency_key: str | None = None, **fields: Unpack[BackTestFields]
    ) -> BackTestResponse: ...
    @overload
    def back_test_gate_policy(
        self, body: BackTestRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> BackTestResponse: ...
    def back_test_gate_policy(
        self,
        body: Any = None,
        *,
        policy: GatePolicyDocument | GatePolicy | Mapping[str, Any] | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        to_stage: GatedStage | GatedStageValue | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        from_: datetime.datetime | None | Unset = UNSET,
        to: datetime.datetime | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> BackTestResponse:
        """Judges the recorded promotions of one or all models by a draft policy and says which it would have refused
        or let through.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
        A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control:
        no-cache` asks the primary.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            policy: The draft policy, in the form of a gate policy document. Required.
            model: The model whose promotions to judge, the draft standing for its own policy; without it all
                models, the draft standing for the registry's default.
            to_stage: The stage whose promotions to judge; Production unless given.
            limit: How many of the newest promotions to judge at most; 200 unless given.
            from_: Only promotions asked for at or after this time.
            to: Only promotions asked for before this time.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not judge a version by the gates without changing anything;
                these roles may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The draft policy is not valid; every fault is named with its place. Codes:
                `IDEMPOTENCY_KEY_REUSED`, `INVALID_POLICY`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.back_test_gate_policy(
            ...     policy={"rules": [{"metric": "accuracy", "min": 0.86}], "approvals": {"slots": [{"role": "approver"}]}},
            ...     model="census-income",
            ...     limit=2,
            ... )
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/gate-policy/back-tests",
                {200: BackTestResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "back_test_gate_policy",
                    "BackTestRequest",
                    body,
                    {
                        "policy": policy,
                        "model": model,
                        "to_stage": to_stage,
                        "limit": limit,
                        "from_": from_,
                        "to": to,
                        **unknown,
                    },
                ),
            )
        )

    @overload
    def check_default_gate_policy(
        self, *, idempotency_key: str | None = None, **fields: Unpack[CheckGatePolicyFields]
    ) -> PolicyCheckResponse: ...
    @overload
    def check_default_gate_policy(
        self, body: CheckGatePolicyRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> PolicyCheckResponse: ...
    def check_default_gate_policy(
        self,
        body: Any = None,
        *,
        policy: GatePolicyDocument | GatePolicy | Mapping[str, Any] | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> PolicyCheckResponse:
        """Says the same of a draft of the registry's default policy, of the requests and models that it is wider than.
        Changes nothing.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            policy: The draft policy, in the form of a gate policy document. Required.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not judge a version by the gates without changing anything;
                these roles may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.check_default_gate_policy(
            ...     policy={"name": "registry", "stages": {"Production": {"rules": [{"id": "better-than-chance", "metric": "accuracy", "min": 0.7}, {"id": "artifact-known", "kind": "metadata", "require": [{"path": "artifactDigest", "op": "present"}]}]}}},
            ... )
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/gate-policy/checks",
                {200: PolicyCheckResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "check_default_gate_policy", "CheckGatePolicyRequest", body, {"policy": policy, **unknown}
                ),
            )
        )

    def list_default_gate_policy_revisions(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
    ) -> GatePolicyPage:
        """Lists the revisions of the registry's default policy, newest first.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_default_gate_policy_revisions(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/gate-policy/revisions",
                {200: GatePolicyPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    def get_default_gate_policy_revision(self, revision: int) -> GatePolicyResponse:
        """Answers one revision of the registry's default policy.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            revision: Number of the policy revision.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no whole number. The URL
                cannot be read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_NUMBER`,
                `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The revision does not exist. Codes: `MODEL_NOT_FOUND`,
                `POLICY_REVISION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_default_gate_policy_revision(3)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/gate-policy/revisions/{segment('revision', revision)}",
                {200: GatePolicyResponse.from_dict},
            )
        )

    def get_gate_report(self, id: UUID | str) -> GateReportResponse:
        """Answers a stored gate report, as it was when a transition was judged by it. With `Accept: text/markdown` it
        is Markdown.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The gate report does not exist. Codes: `GATE_REPORT_NOT_FOUND`,
                `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_gate_report("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("GET", f"/api/v1/gate-reports/{segment('id', id)}", {200: GateReportResponse.from_dict}))

    def replay_gate_report(self, id: UUID | str, *, idempotency_key: str | None = None) -> ReplayedGateReportResponse:
        """Judges the evidence of a stored gate report again by the same policy revisions; the answer equals the stored
        report, or is 409 and leaves an audit event.

        Roles that may: viewer, contributor, approver, admin. With an `Idempotency-Key` it can be sent again without
        a second effect.

        Args:
            id: Id, a UUID.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The gate report does not exist. Codes: `GATE_REPORT_NOT_FOUND`,
                `MODEL_NOT_FOUND`.
            ConflictError: 409, The judgement does not come out as it is stored; `difference` says where. Codes:
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `REPLAY_DIFFERS`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.replay_gate_report("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/gate-reports/{segment('id', id)}/replay",
                {200: ReplayedGateReportResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    def get_me(self) -> MeResponse:
        """Answers who the caller is and what it may do.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not ask who they are and what they may do; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_me()
        """
        return self._send(Call("GET", "/api/v1/me", {200: MeResponse.from_dict}))

    def get_my_permissions(self, *, model: str | None = None) -> MyPermissionsResponse:
        """Answers what the caller may do in the registry, or to a model, and which role of its token or which role
        binding lets it.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Also what the caller may do to this model.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not ask who they are and what they may do; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_my_permissions()
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/me/permissions",
                {200: MyPermissionsResponse.from_dict},
                params=query_of({"model": model}),
            )
        )

    @overload
    def create_model(
        self, *, name: str, idempotency_key: str | None = None, **fields: Unpack[CreateModelFields]
    ) -> ModelResponse: ...
    @overload
    def create_model(
        self, body: str, *, idempotency_key: str | None = None, **fields: Unpack[CreateModelFields]
    ) -> ModelResponse: ...
    @overload
    def create_model(
        self, body: CreateModelRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> ModelResponse: ...
    def create_model(
        self,
        body: Any = None,
        *,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        owner: str | None | Unset = UNSET,
        tags: Mapping[str, str] | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> ModelResponse:
        """Creates a model.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword, or `name` alone.
            name: The model's name, which is its key: letters, digits, dot, dash and underscore. Required.
            description: What the model is for, in Markdown.
            owner: Person or team that answers for the model.
            tags: Free labels, key to text.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not create models; these roles may: contributor, admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, A model of this name exists. Codes: `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `MODEL_EXISTS`, `MODEL_NAME_KEPT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.create_model(
            ...     name="census-income",
            ...     owner="risk-modelling",
            ...     tags={"task": "binary-classification"},
            ... )
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/models",
                {201: ModelResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "create_model",
                    "CreateModelRequest",
                    body,
                    {"name": name, "description": description, "owner": owner, "tags": tags, **unknown},
                ),
            )
        )

    def list_models(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        stage: Stage | StageValue | None = None,
        condition: ModelConditionCode | ModelConditionCodeValue | None = None,
    ) -> ModelPage:
        """Lists models, by name unless another order is asked for.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            stage: Only models with a version in this stage.
            condition: Only models in this condition.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_models(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/models",
                {200: ModelPage.from_dict},
                params=query_of(
                    {
                        "limit": limit,
                        "cursor": cursor,
                        "filter": filter_,
                        "sort": sort,
                        "stage": stage,
                        "condition": condition,
                    }
                ),
            )
        )

    def get_model(self, model: str, *, at: datetime.datetime | None = None) -> ModelResponse:
        """Answers one model with its aliases and its Production version; with `at`, as it stood then.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.
            at: A moment in the past: answers what was so then, by the record. A day alone, as in `2026-11-20`,
                is its first moment in UTC. Now unless given.

        Raises:
            InvalidRequestError: 400, `at` is to come. Codes: `AT_TO_COME`, `BAD_REQUEST`, `INVALID_MODEL_NAME`,
                `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist, or did not then. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_model("census-income")
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}",
                {200: ModelResponse.from_dict},
                params=query_of({"at": at}),
            )
        )

    @overload
    def update_model(
        self, model: str, *, if_match: str | None = None, **fields: Unpack[UpdateModelFields]
    ) -> ModelResponse: ...
    @overload
    def update_model(
        self, model: str, body: UpdateModelRequest | Mapping[str, Any], *, if_match: str | None = None
    ) -> ModelResponse: ...
    def update_model(
        self,
        model: str,
        body: Any = None,
        *,
        description: str | None | Unset = UNSET,
        owner: str | None | Unset = UNSET,
        tags: Mapping[str, str | None] | None | Unset = UNSET,
        if_match: str | None = None,
        **unknown: Any,
    ) -> ModelResponse:
        """Changes description, owner and tags; absent fields stay, null clears.

        Roles that may: contributor, admin.

        Args:
            model: Name of the model.
            body: All fields in one mapping or class, instead of by keyword.
            description: New description; null empties it, absent keeps it.
            owner: New owner; null clears it, absent keeps it.
            tags: Tags to set; a null value removes that tag, tags not named stay, null instead of an object
                removes all.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                model name. The URL cannot be read. The body is not JSON. The request does not have the right shape.
                Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not change description, owner and tags of models; these roles
                may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.update_model(
            ...     "census-income",
            ...     description="Earns more than 50,000 USD a year: yes or no.",
            ...     tags={"team": "risk"},
            ... )
        """
        return self._send(
            Call(
                "PATCH",
                f"/api/v1/models/{segment('model', model)}",
                {200: ModelResponse.from_dict},
                headers=headers_of({"If-Match": if_match}),
                json=request(
                    "update_model",
                    "UpdateModelRequest",
                    body,
                    {"description": description, "owner": owner, "tags": tags, **unknown},
                ),
            )
        )

    def delete_model(self, model: str, *, if_match: str | None = None) -> None:
        """Deletes a model; its history stays in the audit record.

        Roles that may: admin.

        Args:
            model: Name of the model.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                model name. The URL cannot be read. The body is not JSON. The request does not have the right shape.
                Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not delete models; these roles may: admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, A version of the model is in Production. Codes: `MODEL_AWAITS_DECISION`,
                `MODEL_IN_PRODUCTION`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.delete_model("census-income")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    @overload
    def set_alias(
        self, model: str, alias: str, *, version: int, if_match: str | None = None, if_none_match: str | None = None
    ) -> AliasResponse | RequestedTransitionResponse: ...
    @overload
    def set_alias(
        self, model: str, alias: str, body: int, *, if_match: str | None = None, if_none_match: str | None = None
    ) -> AliasResponse | RequestedTransitionResponse: ...
    @overload
    def set_alias(
        self,
        model: str,
        alias: str,
        body: SetAliasRequest | Mapping[str, Any],
        *,
        if_match: str | None = None,
        if_none_match: str | None = None,
    ) -> AliasResponse | RequestedTransitionResponse: ...
    def set_alias(
        self,
        model: str,
        alias: str,
        body: Any = None,
        *,
        version: int | None | Unset = UNSET,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **unknown: Any,
    ) -> AliasResponse | RequestedTransitionResponse:
        """Points an alias at a version. Writing champion, or an alias the policy protects, is a promotion request
        through the gates.

        Roles that may: contributor, admin.

        Args:
            model: Name of the model.
            alias: Name of the alias; latest, names such as v1 and the names of stages are reserved.
            body: All fields in one mapping or class, instead of by keyword, or `version` alone.
            version: The version the alias shall point at. Required.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.
            if_none_match: `*` to change only what is not there yet, or an ETag that the resource must not have;
                412 when it is there.

        Raises:
            InvalidRequestError: 400, The alias is reserved or no name. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ALIAS`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`, `REASON_REQUIRED`,
                `REASON_TOO_SHORT`, `TICKET_REQUIRED`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set and delete aliases; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The promotion it asks for is not possible. Codes: `ARTIFACT_DIGEST_MISMATCH`,
                `FROZEN`, `ILLEGAL_TRANSITION`, `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`, `NOT_OVERRIDABLE`,
                `ON_HOLD`, `OVERRIDE_DISABLED`, `OVERRIDE_NOT_NEEDED`, `PRODUCTION_WOULD_BE_EMPTY`,
                `REQUEST_EXPIRED`, `REVIEW_OVERDUE`, `STALE_EVIDENCE`, `STALE_INCUMBENT`, `STALE_POLICY`,
                `STALE_STAGE`, `TRANSITION_OPEN`, `VERSION_QUARANTINED`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            GatesRefusedError: 422, The gates refused the version. Codes: `GATES_REFUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.set_alias("census-income", "champion", 3)
        """
        return self._send(
            Call[AliasResponse | RequestedTransitionResponse](
                "PUT",
                f"/api/v1/models/{segment('model', model)}/aliases/{segment('alias', alias)}",
                {
                    200: AliasResponse.from_dict,
                    201: RequestedTransitionResponse.from_dict,
                    202: RequestedTransitionResponse.from_dict,
                },
                headers=headers_of({"If-Match": if_match, "If-None-Match": if_none_match}),
                json=request("set_alias", "SetAliasRequest", body, {"version": version, **unknown}),
            )
        )

    def get_alias(self, model: str, alias: str) -> AliasResponse:
        """Answers the version an alias points at; champion answers the Production version and latest the highest.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.
            alias: Name of the alias; latest, names such as v1 and the names of stages are reserved.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no model name. The URL
                cannot be read. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `INVALID_MODEL_NAME`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the alias does not exist. Codes: `ALIAS_NOT_FOUND`,
                `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_alias("census-income", "champion")
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/aliases/{segment('alias', alias)}",
                {200: AliasResponse.from_dict},
            )
        )

    def delete_alias(self, model: str, alias: str, *, if_match: str | None = None) -> None:
        """Deletes an alias.

        Roles that may: contributor, admin.

        Args:
            model: Name of the model.
            alias: Name of the alias; latest, names such as v1 and the names of stages are reserved.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                model name. The URL cannot be read. The body is not JSON. The request does not have the right shape.
                Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set and delete aliases; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the alias does not exist. Codes: `ALIAS_NOT_FOUND`,
                `MODEL_NOT_FOUND`.
            ConflictError: 409, The alias mirrors Production. Codes: `ALIAS_PROTECTED`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.delete_alias("census-income", "champion")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}/aliases/{segment('alias', alias)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    def compare_versions(
        self,
        model: str,
        challenger: int,
        incumbent: int | None = None,
        *,
        dataset: str | None = None,
        metric: str | None = None,
        feature: str | None = None,
        report: UUID | str | None = None,
        transition: UUID | str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> ComparisonResponse:
        """Compares two versions on the same data: every metric on every slice with both values, delta and 95 %
        interval, worst first. With a gate report, what it said of each row stands beside it.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            model: Name of the model.
            challenger: The version to compare.
            incumbent: The version to compare it with; the one in Production unless given.
            dataset: Name of the dataset; that of the challenger's newest evaluation unless given.
            metric: The metric to compare; all of them unless given.
            feature: Only slices of this feature; all of them unless given.
            report: The gate report whose verdicts stand beside the rows; compared is what it was judged on, and
                its incumbent unless another is given.
            transition: The transition whose gate report is meant, in place of the report.
            limit: How many rows to answer at most; all of them unless given.
            cursor: The `nextCursor` of the page before, of the same comparison.

        Raises:
            InvalidRequestError: 400, The report judged other versions, or the cursor belongs to another
                comparison; newer evidence or another policy makes it one. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_MODEL_NAME`, `INVALID_URL`, `REPORT_OF_OTHER_VERSIONS`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model, a version, the report, the transition or an evaluation to compare
                does not exist. Codes: `EVIDENCE_NOT_FOUND`, `GATE_REPORT_NOT_FOUND`, `MODEL_NOT_FOUND`,
                `STAGE_EMPTY`, `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.compare_versions("census-income", 3)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/comparison",
                {200: ComparisonResponse.from_dict},
                params=query_of(
                    {
                        "challenger": challenger,
                        "incumbent": incumbent,
                        "dataset": dataset,
                        "metric": metric,
                        "feature": feature,
                        "report": report,
                        "transition": transition,
                        "limit": limit,
                        "cursor": cursor,
                    }
                ),
            )
        )

    @overload
    def set_gate_policy(
        self,
        model: str,
        *,
        comment: str | None = None,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **fields: Unpack[GatePolicyFields],
    ) -> EffectiveGatePolicyResponse | PolicyChangeResponse: ...
    @overload
    def set_gate_policy(
        self,
        model: str,
        body: GatePolicyDocument | GatePolicy | Mapping[str, Any],
        *,
        comment: str | None = None,
        if_match: str | None = None,
        if_none_match: str | None = None,
    ) -> EffectiveGatePolicyResponse | PolicyChangeResponse: ...
    def set_gate_policy(
        self,
        model: str,
        body: Any = None,
        *,
        api_version: Literal["gates/v1"] | None | Unset = UNSET,
        kind: Literal["GatePolicy"] | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        metrics: Mapping[str, MetricDeclaration] | None | Unset = UNSET,
        defaults: GateDefaults | None | Unset = UNSET,
        stages: PolicyStages | None | Unset = UNSET,
        protected_aliases: Sequence[str] | None | Unset = UNSET,
        policy_changes: PolicyChangeTerms | None | Unset = UNSET,
        preset: GatePresetValue | None | Unset = UNSET,
        rules: Any = UNSET,
        approvals: ApprovalDemand | None | Unset = UNSET,
        first_promotion: FirstPromotion | None | Unset = UNSET,
        allow_skip_staging: bool | None | Unset = UNSET,
        rollback: RollbackGates | None | Unset = UNSET,
        comparability: Comparability | None | Unset = UNSET,
        freeze: StageFreeze | Sequence[StageFreeze] | None | Unset = UNSET,
        override: BreakGlass | None | Unset = UNSET,
        waivers: WaiverTerms | None | Unset = UNSET,
        comment: str | None = None,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **unknown: Any,
    ) -> EffectiveGatePolicyResponse | PolicyChangeResponse:
        """Sets the gate policy of a model: makes a new immutable revision. It may only tighten what the registry's
        default asks for. Where the policy in force says that changes need approval, a change awaits it.

        Roles that may: admin.

        Args:
            model: Name of the model.
            body: All fields in one mapping or class, instead of by keyword.
            api_version: Version of this format.
            kind: Constant name of this document type.
            name: Name of the policy for people.
            description: What the policy is for.
            metrics: Metrics by name; well-known ones need no entry.
            defaults: Values for rules that state none.
            stages: Gates per target stage.
            protected_aliases: Aliases that move only by a promotion through the gates.
            policy_changes: Who must approve a change of this policy.
            preset: Named set of defaults; open means no gates.
            rules: The gate rules, at most 500, in any order.
            approvals: Who must approve the transition.
            first_promotion: What holds while there is no incumbent.
            allow_skip_staging: Whether a version may go to Production without Staging.
            rollback: What a rollback to this stage needs.
            comparability: What must agree before two evaluations are compared.
            freeze: When nothing moves into the stage: one block or, where time zones differ, several.
            override: How the gates of the stage are passed in an emergency.
            waivers: Who may let an inconclusive rule pass, and for how long.
            comment: Why the policy is changed. It stands beside the revision and in the audit record, and no
                digest covers it.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.
            if_none_match: `*` to change only what is not there yet, or an ETag that the resource must not have;
                412 when it is there.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                model name. The URL cannot be read. The body is not JSON. The request does not have the right shape.
                Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set gate policies; these roles may: admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, Another change of the policy awaits approval. Codes: `POLICY_CHANGE_OPEN`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            InvalidRequestError: 422, The policy is not valid; every fault is named with its place. Codes:
                `INVALID_POLICY`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.set_gate_policy("census-income", name="census-income")
        """
        return self._send(
            Call[EffectiveGatePolicyResponse | PolicyChangeResponse](
                "PUT",
                f"/api/v1/models/{segment('model', model)}/gate-policy",
                {200: EffectiveGatePolicyResponse.from_dict, 202: PolicyChangeResponse.from_dict},
                params=query_of({"comment": comment}),
                headers=headers_of({"If-Match": if_match, "If-None-Match": if_none_match}),
                json=request(
                    "set_gate_policy",
                    "GatePolicyDocument",
                    body,
                    {
                        "api_version": api_version,
                        "kind": kind,
                        "name": name,
                        "description": description,
                        "metrics": metrics,
                        "defaults": defaults,
                        "stages": stages,
                        "protected_aliases": protected_aliases,
                        "policy_changes": policy_changes,
                        "preset": preset,
                        "rules": rules,
                        "approvals": approvals,
                        "first_promotion": first_promotion,
                        "allow_skip_staging": allow_skip_staging,
                        "rollback": rollback,
                        "comparability": comparability,
                        "freeze": freeze,
                        "override": override,
                        "waivers": waivers,
                        **unknown,
                    },
                ),
            )
        )

    def get_gate_policy(self, model: str, *, at: datetime.datetime | None = None) -> EffectiveGatePolicyResponse:
        """Answers the policy that holds for a model: the registry's default and its own composed, or the built-in one;
        with `at`, what held then.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.
            at: A moment in the past: answers what was so then, by the record. A day alone, as in `2026-11-20`,
                is its first moment in UTC. Now unless given.

        Raises:
            InvalidRequestError: 400, `at` is to come. Codes: `AT_TO_COME`, `BAD_REQUEST`, `INVALID_MODEL_NAME`,
                `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist, or did not then. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_gate_policy("census-income")
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/gate-policy",
                {200: EffectiveGatePolicyResponse.from_dict},
                params=query_of({"at": at}),
            )
        )

    @overload
    def check_gate_policy(
        self, model: str, *, idempotency_key: str | None = None, **fields: Unpack[CheckGatePolicyFields]
    ) -> PolicyCheckResponse: ...
    @overload
    def check_gate_policy(
        self, model: str, body: CheckGatePolicyRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> PolicyCheckResponse: ...
    def check_gate_policy(
        self,
        model: str,
        body: Any = None,
        *,
        policy: GatePolicyDocument | GatePolicy | Mapping[str, Any] | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> PolicyCheckResponse:
        """Says of a draft policy of a model what is wrong with it, what it would be with the registry's default, and
        what it would change for waiting requests and for the version in Production. Changes nothing.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            body: All fields in one mapping or class, instead of by keyword.
            policy: The draft policy, in the form of a gate policy document. Required.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The URL cannot be read. The body is not JSON. The operation
                takes no such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not judge a version by the gates without changing anything;
                these roles may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.check_gate_policy(
            ...     "census-income",
            ...     policy={"name": "census-income", "description": "Good enough at all, no worse than what runs, and no group pays for a gain elsewhere.", "stages": {"Staging": {"rules": [{"id": "accuracy-floor", "metric": "accuracy", "min": 0.8}]}, "Production": {"rules": [{"id": "auc-floor", "metric": "auc_roc", "min": 0.88}, {"id": "ece-limit", "metric": "ece_10", "max": 0.05}, {"id": "latency", "metric": "latency_ms_p95", "max": 100}, {"id": "accuracy", "metric": "accuracy", "maxRegression": 0.01}, {"id": "log-loss", "metric": "log_loss", "maxRegression": {"rel": 0.01}}, {"id": "f1-by-sex", "description": "A gain overall may not be paid for by one sex.", "metric": "f1", "maxRegression": 0.02, "slices": [{"sex": "Female"}, {"sex": "Male"}], "includeOverall": True}], "approvals": {"slots": [{"role": "approver", "count": 1}]}}}},
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/gate-policy/checks",
                {200: PolicyCheckResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("check_gate_policy", "CheckGatePolicyRequest", body, {"policy": policy, **unknown}),
            )
        )

    def list_gate_policy_revisions(
        self,
        model: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
    ) -> GatePolicyPage:
        """Lists the revisions of a model's own policy, newest first.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            model: Name of the model.
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The path holds no model name. The URL cannot be
                read. The list takes too long to find. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `INVALID_CURSOR`, `INVALID_LIST_QUERY`, `INVALID_MODEL_NAME`, `INVALID_URL`,
                `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_gate_policy_revisions("census-income", limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/gate-policy/revisions",
                {200: GatePolicyPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    def get_gate_policy_revision(self, model: str, revision: int) -> GatePolicyResponse:
        """Answers one revision of a model's own policy.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.
            revision: Number of the policy revision.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no model name. The path
                holds no whole number. The URL cannot be read. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `INVALID_MODEL_NAME`, `INVALID_NUMBER`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the revision does not exist. Codes: `MODEL_NOT_FOUND`,
                `POLICY_REVISION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_gate_policy_revision("census-income", 3)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/gate-policy/revisions/{segment('revision', revision)}",
                {200: GatePolicyResponse.from_dict},
            )
        )

    def list_model_history(
        self,
        model: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
    ) -> HistoryPage:
        """Lists the tenures of Production of a model, newest first unless another order is asked for: who put each
        version there and took it away, why, and on what evidence.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            model: Name of the model.
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The path holds no model name. The URL cannot be
                read. The list takes too long to find. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `INVALID_CURSOR`, `INVALID_LIST_QUERY`, `INVALID_MODEL_NAME`, `INVALID_URL`,
                `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_model_history("census-income", limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/history",
                {200: HistoryPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    def get_hold(self, model: str) -> HoldResponse:
        """Answers the hold that a model is on; while it is, nothing of it is promoted to Production.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no model name. The URL
                cannot be read. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `INVALID_MODEL_NAME`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist, or is not on hold. Codes: `HOLD_NOT_FOUND`,
                `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_hold("census-income")
        """
        return self._send(Call("GET", f"/api/v1/models/{segment('model', model)}/hold", {200: HoldResponse.from_dict}))

    @overload
    def set_hold(
        self, model: str, *, reason: str, if_match: str | None = None, if_none_match: str | None = None
    ) -> HoldResponse: ...
    @overload
    def set_hold(
        self, model: str, body: str, *, if_match: str | None = None, if_none_match: str | None = None
    ) -> HoldResponse: ...
    @overload
    def set_hold(
        self,
        model: str,
        body: SetHoldRequest | Mapping[str, Any],
        *,
        if_match: str | None = None,
        if_none_match: str | None = None,
    ) -> HoldResponse: ...
    def set_hold(
        self,
        model: str,
        body: Any = None,
        *,
        reason: str | None | Unset = UNSET,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **unknown: Any,
    ) -> HoldResponse:
        """Puts a model on hold by hand, as a rollback does by itself. One that is on hold stays so, for the reason
        that it is.

        Roles that may: approver, admin.

        Args:
            model: Name of the model.
            body: All fields in one mapping or class, instead of by keyword, or `reason` alone.
            reason: Why nothing of the model is to be promoted. Required.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.
            if_none_match: `*` to change only what is not there yet, or an ETag that the resource must not have;
                412 when it is there.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                model name. The URL cannot be read. The body is not JSON. The request does not have the right shape.
                Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not hold models after a rollback, and lift their holds; these
                roles may: approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.set_hold("census-income", "The branch changes its rule today.")
        """
        return self._send(
            Call(
                "PUT",
                f"/api/v1/models/{segment('model', model)}/hold",
                {200: HoldResponse.from_dict},
                headers=headers_of({"If-Match": if_match, "If-None-Match": if_none_match}),
                json=request("set_hold", "SetHoldRequest", body, {"reason": reason, **unknown}),
            )
        )

    @overload
    def lift_hold(
        self, model: str, *, if_match: str | None = None, **fields: Unpack[LiftHoldFields]
    ) -> HoldResponse: ...
    @overload
    def lift_hold(
        self, model: str, body: LiftHoldRequest | Mapping[str, Any], *, if_match: str | None = None
    ) -> HoldResponse: ...
    def lift_hold(
        self,
        model: str,
        body: Any = None,
        *,
        reason: str | None | Unset = UNSET,
        if_match: str | None = None,
        **unknown: Any,
    ) -> HoldResponse:
        """Lifts the hold of a model, which a person does and no service. The reason stands in a body or, where
        something between drops it, in the query.

        Roles that may: approver, admin.

        Args:
            model: Name of the model.
            body: All fields in one mapping or class, instead of by keyword.
            reason: Why it may be promoted again; needed here or in the query.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, There is no reason. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not hold models after a rollback, and lift their holds; these
                roles may: approver, admin. The caller is a service. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`,
                `PERSON_REQUIRED`.
            NotFoundError: 404, The model does not exist, or is not on hold. Codes: `HOLD_NOT_FOUND`,
                `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.lift_hold(
            ...     "census-income",
            ...     reason="The loans were refused by a rule of the branch.",
            ... )
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}/hold",
                {200: HoldResponse.from_dict},
                headers=headers_of({"If-Match": if_match}),
                json=request("lift_hold", "LiftHoldRequest", body, {"reason": reason, **unknown}),
            )
        )

    @overload
    def import_model(
        self, model: str, *, idempotency_key: str | None = None, **fields: Unpack[ImportModelFields]
    ) -> ImportModelResponse: ...
    @overload
    def import_model(
        self, model: str, body: ImportModelRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> ImportModelResponse: ...
    def import_model(
        self,
        model: str,
        body: Any = None,
        *,
        source: str | None | Unset = UNSET,
        dry_run: bool | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        tags: Mapping[str, str] | None | Unset = UNSET,
        owner: str | None | Unset = UNSET,
        created_at: datetime.datetime | None | Unset = UNSET,
        created_by: str | None | Unset = UNSET,
        updated_at: datetime.datetime | None | Unset = UNSET,
        versions: Any = UNSET,
        aliases: Any = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> ImportModelResponse:
        """Takes a model over from another registry, with the numbers, stages, aliases and times it has there, marked
        as imported. Sent again, it takes over what changed since; what was changed here stays, and so does what a
        policy of the model guards.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            body: All fields in one mapping or class, instead of by keyword.
            source: Address of the registry that it is taken over from. Required.
            dry_run: Answers what would change and changes nothing.
            description: What the model is for.
            tags: Free labels, key to text.
            owner: Person or team that answers for the model; null for nobody, absent leaves who is named here.
            created_at: When the model was created there. Required.
            created_by: Who created it there.
            updated_at: When it last changed there. Required.
            versions: Versions of it by ascending number, at most one of them in Production; more follow by
                further requests. Required.
            aliases: Its aliases but champion, which follows Production; absent leaves all aliases as they are.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The URL cannot be read. The body is not JSON. The operation
                takes no such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not take over models from another registry, with their numbers
                and stages; these roles may: admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. A model of this name exists. The name belongs to versions of a deleted model. Codes:
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `MODEL_EXISTS`, `MODEL_NAME_KEPT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.import_model(
            ...     "census-income",
            ...     source="https://mlflow.example",
            ...     created_at=datetime.fromisoformat("2025-03-01T09:00:00.000+00:00"),
            ...     updated_at=datetime.fromisoformat("2025-06-01T09:00:00.000+00:00"),
            ...     versions=[{"version": 3, "artifact_uri": "s3://models/fraud/3", "run_id": "4f1c9d52ed74aeaa24378542a4cfd66b", "stage": "Production", "created_at": datetime.fromisoformat("2025-03-01T09:00:00.000+00:00"), "created_by": "anna", "updated_at": datetime.fromisoformat("2025-06-01T09:00:00.000+00:00")}],
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/import",
                {200: ImportModelResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "import_model",
                    "ImportModelRequest",
                    body,
                    {
                        "source": source,
                        "dry_run": dry_run,
                        "description": description,
                        "tags": tags,
                        "owner": owner,
                        "created_at": created_at,
                        "created_by": created_by,
                        "updated_at": updated_at,
                        "versions": versions,
                        "aliases": aliases,
                        **unknown,
                    },
                ),
            )
        )

    @overload
    def rename_model(self, model: str, *, new_name: str, idempotency_key: str | None = None) -> ModelResponse: ...
    @overload
    def rename_model(self, model: str, body: str, *, idempotency_key: str | None = None) -> ModelResponse: ...
    @overload
    def rename_model(
        self, model: str, body: RenameModelRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> ModelResponse: ...
    def rename_model(
        self,
        model: str,
        body: Any = None,
        *,
        new_name: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> ModelResponse:
        """Gives a model another name; history, evidence and aliases follow, audit events keep the name of their day.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            body: All fields in one mapping or class, instead of by keyword, or `new_name` alone.
            new_name: The name the model gets; history, evidence and aliases follow it. Required.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The URL cannot be read. The body is not JSON. The operation
                takes no such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not rename models; these roles may: admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`, `RIGHTS_EXCEEDED`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, A model of the new name exists, or a deleted one had versions under it. Codes:
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `MODEL_EXISTS`, `MODEL_NAME_KEPT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.rename_model("census-income", "census-trial")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/rename",
                {200: ModelResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("rename_model", "RenameModelRequest", body, {"new_name": new_name, **unknown}),
            )
        )

    @overload
    def rollback_model(
        self, model: str, *, reason: str, idempotency_key: str | None = None, **fields: Unpack[RollbackFields]
    ) -> RequestedTransitionResponse: ...
    @overload
    def rollback_model(
        self, model: str, body: str, *, idempotency_key: str | None = None, **fields: Unpack[RollbackFields]
    ) -> RequestedTransitionResponse: ...
    @overload
    def rollback_model(
        self, model: str, body: RollbackRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> RequestedTransitionResponse: ...
    def rollback_model(
        self,
        model: str,
        body: Any = None,
        *,
        reason: str | None | Unset = UNSET,
        to_version: int | None | Unset = UNSET,
        expected_incumbent: int | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> RequestedTransitionResponse:
        """Puts an earlier Production version back in one call and archives the one there now; deletes nothing.

        Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            body: All fields in one mapping or class, instead of by keyword, or `reason` alone.
            reason: Why the version in Production has to go. Required.
            to_version: The version to put back; without it, the last good one before the version in Production.
            expected_incumbent: The version the caller believes to be in Production, null for none; another one
                there is answered with 409.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The URL cannot be read. The body is not JSON. The operation
                takes no such precondition. The move needs a reason. The reason is too short. The emergency needs a
                ticket. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `REASON_REQUIRED`, `REASON_TOO_SHORT`, `TICKET_REQUIRED`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not put an earlier version back into Production; these roles
                may: approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, There is no version to roll back to, it never held Production, or it is
                quarantined. Codes: `ARTIFACT_DIGEST_MISMATCH`, `FROZEN`, `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `ILLEGAL_TRANSITION`, `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`,
                `NOT_OVERRIDABLE`, `NO_ROLLBACK_TARGET`, `ON_HOLD`, `OVERRIDE_DISABLED`, `OVERRIDE_NOT_NEEDED`,
                `PRODUCTION_WOULD_BE_EMPTY`, `REQUEST_EXPIRED`, `REVIEW_OVERDUE`, `STALE_EVIDENCE`,
                `STALE_INCUMBENT`, `STALE_POLICY`, `STALE_STAGE`, `TRANSITION_OPEN`, `VERSION_QUARANTINED`.
            GatesRefusedError: 422, The policy demands gates for rollbacks, and they refused. Codes:
                `GATES_REFUSED`, `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.rollback_model("census-income", "Complaints about refused loans.")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/rollback",
                {201: RequestedTransitionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "rollback_model",
                    "RollbackRequest",
                    body,
                    {"reason": reason, "to_version": to_version, "expected_incumbent": expected_incumbent, **unknown},
                ),
            )
        )

    def preview_rollback(self, model: str, *, to_version: int | None = None) -> RollbackPreviewResponse:
        """Tells what a rollback would do and what stands in its way. Changes nothing.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.
            to_version: The version to put back; without it, the last good one before the version in Production.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no model name. The URL
                cannot be read. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `INVALID_MODEL_NAME`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.preview_rollback("census-income")
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/rollback",
                {200: RollbackPreviewResponse.from_dict},
                params=query_of({"toVersion": to_version}),
            )
        )

    def get_stage(
        self, model: str, stage: Stage | StageValue, *, at: datetime.datetime | None = None
    ) -> StagedVersionResponse:
        """Answers the version in a stage: the one in Production, or the highest in another stage. With `at`, the
        version that held Production then, as it stood then, with its tenure.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.
            stage: Name of the stage.
            at: A moment in the past: answers the version that held Production then. A day alone, as in
                `2026-11-20`, is its first moment in UTC.

        Raises:
            InvalidRequestError: 400, There is no such stage, or `at` is to come or asks for another stage than
                Production. Codes: `AT_NOT_APPLICABLE`, `AT_TO_COME`, `BAD_REQUEST`, `INVALID_MODEL_NAME`,
                `INVALID_STAGE`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist, or no version is in the stage. Codes:
                `MODEL_NOT_FOUND`, `STAGE_EMPTY`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_stage("census-income", "Production")
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/stages/{segment('stage', stage)}",
                {200: StagedVersionResponse.from_dict},
                params=query_of({"at": at}),
            )
        )

    def list_tenures(
        self,
        model: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
    ) -> ProductionTenurePage:
        """Lists who held Production of a model from when to when, newest first unless another order is asked for.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            model: Name of the model.
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The path holds no model name. The URL cannot be
                read. The list takes too long to find. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `INVALID_CURSOR`, `INVALID_LIST_QUERY`, `INVALID_MODEL_NAME`, `INVALID_URL`,
                `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_tenures("census-income", limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/tenures",
                {200: ProductionTenurePage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    def list_model_transitions(
        self,
        model: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        status: TransitionStatus | TransitionStatusValue | None = None,
        kind: TransitionKind | TransitionKindValue | None = None,
        version: int | None = None,
        awaiting: Literal["me"] | None = None,
        requested_by: str | None = None,
        from_: datetime.datetime | None = None,
        to: datetime.datetime | None = None,
    ) -> TransitionPage:
        """Lists the transitions of a model, refused ones too, newest first.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            model: Name of the model.
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            status: Only transitions of this status.
            kind: Only transitions of this kind.
            version: Only transitions of versions with this number.
            awaiting: `me`: only transitions that await approval and whose `mayDecide` allows the caller to
                decide.
            requested_by: Only what this subject asked for.
            from_: Only what was asked for at or after this time.
            to: Only what was asked for before this time.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The path holds no model name. The URL cannot be
                read. The list takes too long to find. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `INVALID_CURSOR`, `INVALID_LIST_QUERY`, `INVALID_MODEL_NAME`, `INVALID_URL`,
                `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`, `TRANSITION_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_model_transitions("census-income", limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/transitions",
                {200: TransitionPage.from_dict},
                params=query_of(
                    {
                        "limit": limit,
                        "cursor": cursor,
                        "filter": filter_,
                        "sort": sort,
                        "status": status,
                        "kind": kind,
                        "version": version,
                        "awaiting": awaiting,
                        "requestedBy": requested_by,
                        "from": from_,
                        "to": to,
                    }
                ),
            )
        )

    @overload
    def register_version(
        self,
        model: str,
        *,
        artifact_uri: str,
        idempotency_key: str | None = None,
        **fields: Unpack[RegisterVersionFields],
    ) -> VersionResponse: ...
    @overload
    def register_version(
        self, model: str, body: str, *, idempotency_key: str | None = None, **fields: Unpack[RegisterVersionFields]
    ) -> VersionResponse: ...
    @overload
    def register_version(
        self, model: str, body: RegisterVersionRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> VersionResponse: ...
    def register_version(
        self,
        model: str,
        body: Any = None,
        *,
        run_id: str | None | Unset = UNSET,
        artifact_uri: str | None | Unset = UNSET,
        artifact_digest: str | None | Unset = UNSET,
        dataset: DatasetReference | DatasetReferenceFields | Mapping[str, Any] | None | Unset = UNSET,
        git_commit: str | None | Unset = UNSET,
        framework: str | None | Unset = UNSET,
        signature: Mapping[str, Any] | None | Unset = UNSET,
        params: Mapping[str, Any] | None | Unset = UNSET,
        metrics: Mapping[str, float] | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        tags: Mapping[str, str] | None | Unset = UNSET,
        artifact: str | os.PathLike[str] | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> VersionResponse:
        """Registers a version; the server gives it the next number.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            body: All fields in one mapping or class, instead of by keyword, or `artifact_uri` alone.
            run_id: The training run this version came from.
            artifact_uri: Where the artifact lies, such as s3://bucket/key. Required.
            artifact_digest: Digest of the artifact's bytes, `sha256:` and 64 hexadecimal digits.
            dataset: The dataset the version was trained on.
            git_commit: The commit of the training code, 7 to 64 hexadecimal digits.
            framework: Library the model was made with, and its version.
            signature: Inputs and outputs of the model, as JSON.
            params: Training parameters, as JSON.
            metrics: Training metrics, name to finite number; for information, gates judge by evaluations.
            description: What is special about this version, in Markdown.
            tags: Free labels, key to text.
            artifact: The artifact as a file of this machine; its SHA-256 becomes `artifact_digest`.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The URL cannot be read. The body is not JSON. The operation
                takes no such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not register versions; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.register_version(
            ...     "census-income",
            ...     artifact_uri="s3://example-models/census-income/1/model.pkl",
            ...     dataset={"name": "adult-train", "version": "1"},
            ...     framework="scikit-learn 1.2.1",
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions",
                {201: VersionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "register_version",
                    "RegisterVersionRequest",
                    body,
                    {
                        "run_id": run_id,
                        "artifact_uri": artifact_uri,
                        "artifact_digest": artifact_digest,
                        "dataset": dataset,
                        "git_commit": git_commit,
                        "framework": framework,
                        "signature": signature,
                        "params": params,
                        "metrics": metrics,
                        "description": description,
                        "tags": tags,
                        "artifact": artifact,
                        **unknown,
                    },
                ),
            )
        )

    def list_versions(
        self,
        model: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        stage: Stage | StageValue | None = None,
    ) -> VersionPage:
        """Lists the versions of a model, newest first unless another order is asked for.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            model: Name of the model.
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            stage: Only versions in this stage.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The path holds no model name. The URL cannot be
                read. The list takes too long to find. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `INVALID_CURSOR`, `INVALID_LIST_QUERY`, `INVALID_MODEL_NAME`, `INVALID_URL`,
                `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_versions("census-income", limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions",
                {200: VersionPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "stage": stage}),
            )
        )

    def get_version(self, model: str, version: int, *, at: datetime.datetime | None = None) -> VersionResponse:
        """Answers one version; with `at`, as it stood then.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.
            version: Number of the version.
            at: A moment in the past: answers what was so then, by the record. A day alone, as in `2026-11-20`,
                is its first moment in UTC. Now unless given.

        Raises:
            InvalidRequestError: 400, `at` is to come. Codes: `AT_TO_COME`, `BAD_REQUEST`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist, or did not then. Codes:
                `MODEL_NOT_FOUND`, `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_version("census-income", 4)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}",
                {200: VersionResponse.from_dict},
                params=query_of({"at": at}),
            )
        )

    @overload
    def update_version(
        self, model: str, version: int, *, if_match: str | None = None, **fields: Unpack[UpdateVersionFields]
    ) -> VersionResponse: ...
    @overload
    def update_version(
        self, model: str, version: int, body: UpdateVersionRequest | Mapping[str, Any], *, if_match: str | None = None
    ) -> VersionResponse: ...
    def update_version(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        description: str | None | Unset = UNSET,
        tags: Mapping[str, str | None] | None | Unset = UNSET,
        if_match: str | None = None,
        **unknown: Any,
    ) -> VersionResponse:
        """Changes description and tags; all else of a version is immutable.

        Roles that may: contributor, admin.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword.
            description: New description; null empties it, absent keeps it.
            tags: Tags to set; a null value removes that tag, tags not named stay, null instead of an object
                removes all.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                model name. The path holds no whole number. The URL cannot be read. The body is not JSON. The
                request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not change description and tags of versions; these roles may:
                contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.update_version(
            ...     "census-income",
            ...     4,
            ...     description="gradient boosting",
            ...     tags={"candidate": "yes"},
            ... )
        """
        return self._send(
            Call(
                "PATCH",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}",
                {200: VersionResponse.from_dict},
                headers=headers_of({"If-Match": if_match}),
                json=request(
                    "update_version",
                    "UpdateVersionRequest",
                    body,
                    {"description": description, "tags": tags, **unknown},
                ),
            )
        )

    def delete_version(self, model: str, version: int, *, if_match: str | None = None) -> None:
        """Deletes a version in None or Archived that never held Production; its number is not given again.

        Roles that may: admin.

        Args:
            model: Name of the model.
            version: Number of the version.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                model name. The path holds no whole number. The URL cannot be read. The body is not JSON. The
                request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not delete versions; these roles may: admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            ConflictError: 409, The version is in use or has held Production. Codes: `VERSION_NOT_DELETABLE`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.delete_version("census-income", 4)
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    @overload
    def break_glass(
        self, model: str, version: int, *, idempotency_key: str | None = None, **fields: Unpack[BreakGlassFields]
    ) -> RequestedTransitionResponse: ...
    @overload
    def break_glass(
        self,
        model: str,
        version: int,
        body: BreakGlassRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> RequestedTransitionResponse: ...
    def break_glass(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        to_stage: GatedStage | GatedStageValue | None | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        ticket: str | None | Unset = UNSET,
        expected_incumbent: int | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> RequestedTransitionResponse:
        """Asks for a promotion past the gates, in an emergency: another person with the right confirms it by an
        approval, it says what stands in the way, and once applied it opens a review. Nobody gets past evidence that
        contradicts itself, a quarantine or changed ground.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword.
            to_stage: The stage the version shall move to. Required.
            reason: What the emergency is; the policy may ask for more than a few words. Required.
            ticket: Where the emergency is dealt with, such as the number of an incident; needed unless the
                policy does without.
            expected_incumbent: The version the caller believes to be in Production, null for none; another one
                there is answered with 409.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The reason is too short, or the ticket lacks. Codes: `BAD_REQUEST`,
                `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_NUMBER`, `INVALID_URL`,
                `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `REASON_REQUIRED`, `REASON_TOO_SHORT`,
                `TICKET_REQUIRED`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not pass the gates in an emergency, and confirm that another
                person does; these roles may: admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`, `PERSON_REQUIRED`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The policy has no way past its gates, nothing stands in the way, or what does is
                nothing that anybody gets past. Codes: `ARTIFACT_DIGEST_MISMATCH`, `FROZEN`,
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `ILLEGAL_TRANSITION`,
                `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`, `NOT_OVERRIDABLE`, `ON_HOLD`, `OVERRIDE_DISABLED`,
                `OVERRIDE_NOT_NEEDED`, `PRODUCTION_WOULD_BE_EMPTY`, `REQUEST_EXPIRED`, `REVIEW_OVERDUE`,
                `STALE_EVIDENCE`, `STALE_INCUMBENT`, `STALE_POLICY`, `STALE_STAGE`, `TRANSITION_OPEN`,
                `VERSION_QUARANTINED`.
            GatesRefusedError: 422, The gates are not passed by what was named. Codes: `GATES_REFUSED`,
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.break_glass(
            ...     "census-income",
            ...     4,
            ...     to_stage="Production",
            ...     reason="Version 1 reads a table that is gone.",
            ...     ticket="INC-7",
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/break-glass",
                {201: RequestedTransitionResponse.from_dict, 202: RequestedTransitionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "break_glass",
                    "BreakGlassRequest",
                    body,
                    {
                        "to_stage": to_stage,
                        "reason": reason,
                        "ticket": ticket,
                        "expected_incumbent": expected_incumbent,
                        **unknown,
                    },
                ),
            )
        )

    def get_version_card(self, model: str, version: int) -> ModelCardResponse:
        """Answers the model card of a version: purpose and limits, lineage, metrics with intervals, slices and gaps,
        decisions and approvals. With `Accept: text/markdown` it is Markdown, with `text/html` a page to be printed.

        Roles that may: viewer, contributor, approver, admin. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            model: Name of the model.
            version: Number of the version.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The path holds no model name. The path holds no
                whole number. The URL cannot be read. The list takes too long to find. The request does not have the
                right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`, `INVALID_LIST_QUERY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_version_card("census-income", 4)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/card",
                {200: ModelCardResponse.from_dict},
            )
        )

    def get_version_curves(
        self,
        model: str,
        version: int,
        kind: CurveKind | CurveKindValue,
        *,
        dataset: str | None = None,
        slice: str | None = None,
    ) -> VersionCurvesResponse:
        """Draws a curve of the predictions that are kept of a version: calibration or ROC of binary scores, residuals
        of regression, in at most 200 points.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.
            version: Number of the version.
            kind: Which curve.
            dataset: Name of the dataset; that of the newest predictions kept unless given.
            slice: The slice as JSON, such as `{"sex":"Female"}`; the whole unless given.

        Raises:
            InvalidRequestError: 400, The predictions are of another kind, or have no such slice. Codes:
                `BAD_REQUEST`, `CURVE_NOT_APPLICABLE`, `INVALID_MODEL_NAME`, `INVALID_NUMBER`, `INVALID_URL`,
                `UNKNOWN_SLICE`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist, or no predictions of it are kept here.
                Codes: `MODEL_NOT_FOUND`, `PREDICTIONS_NOT_KEPT`, `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_version_curves("census-income", 4, "calibration")
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/curves",
                {200: VersionCurvesResponse.from_dict},
                params=query_of({"kind": kind, "dataset": dataset, "slice": slice}),
            )
        )

    @overload
    def submit_evaluation(
        self, model: str, version: int, *, idempotency_key: str | None = None, **fields: Unpack[SubmitEvaluationFields]
    ) -> EvaluationResponse: ...
    @overload
    def submit_evaluation(
        self,
        model: str,
        version: int,
        body: SubmitEvaluationRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> EvaluationResponse: ...
    def submit_evaluation(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        environment: str | None | Unset = UNSET,
        label_definition: str | None | Unset = UNSET,
        slice_definition: str | None | Unset = UNSET,
        dataset: EvaluationDataset | EvaluationDatasetFields | Mapping[str, Any] | None | Unset = UNSET,
        evaluated_at: datetime.datetime | None | Unset = UNSET,
        evaluator: str | None | Unset = UNSET,
        prediction_digest: str | None | Unset = UNSET,
        metrics: Any = UNSET,
        paired: Sequence[PairedEvidence | PairedEvidenceFields | Mapping[str, Any]] | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> EvaluationResponse:
        """Submits what a version measured on a dataset version, overall and per slice; evidence is immutable.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword.
            environment: Class of machine that operational metrics such as latency were taken on.
            label_definition: Version of the definition that the labels follow, such as churn-30d; evaluations
                by different ones are not compared unless the policy says so.
            slice_definition: Version of the definition that the slices follow, such as age-bands-2; slices by
                different ones are not compared unless the policy says so.
            dataset: The data the version was measured on. Required.
            evaluated_at: When it was measured; the time of submission unless given.
            evaluator: What measured it, such as sklearn-1.2.
            prediction_digest: Digest of the predictions; two versions with the same one predict the same.
            metrics: The metrics, overall and per slice, each with its sample count; no metric twice on one
                slice. Required.
            paired: Paired evidence against incumbents, per slice.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The path holds no whole number. The URL cannot be read. The
                body is not JSON. The operation takes no such precondition. The request does not have the right
                shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not submit evaluations; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.submit_evaluation(
            ...     "census-income",
            ...     4,
            ...     dataset={"name": "adult-test", "version": "1", "digest": "sha256:a42cdb85993279e8698870570cd866b0a5b13ab445558c0fd442123ec551818f", "split": "test"},
            ...     metrics=[{"name": "accuracy", "slice": {}, "value": 0.8524046434494196, "count": 16281}],
            ...     evaluator="scikit-learn 1.2.1",
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/evaluations",
                {201: EvaluationResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "submit_evaluation",
                    "SubmitEvaluationRequest",
                    body,
                    {
                        "environment": environment,
                        "label_definition": label_definition,
                        "slice_definition": slice_definition,
                        "dataset": dataset,
                        "evaluated_at": evaluated_at,
                        "evaluator": evaluator,
                        "prediction_digest": prediction_digest,
                        "metrics": metrics,
                        "paired": paired,
                        **unknown,
                    },
                ),
            )
        )

    def list_evaluations(
        self,
        model: str,
        version: int,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        include: EvidenceInclusion | EvidenceInclusionValue | None = None,
    ) -> EvaluationPage:
        """Lists the evaluations of a version, newest first; a page of large ones holds fewer than `limit`.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            model: Name of the model.
            version: Number of the version.
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            include: What to answer of the evidence of each evaluation beyond its counts; all of it unless
                given.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The path holds no model name. The path holds no
                whole number. The URL cannot be read. The list takes too long to find. The request does not have the
                right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`, `INVALID_LIST_QUERY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_evaluations("census-income", 4, limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/evaluations",
                {200: EvaluationPage.from_dict},
                params=query_of(
                    {"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "include": include}
                ),
            )
        )

    @overload
    def submit_predictions(
        self, model: str, version: int, *, idempotency_key: str | None = None, **fields: Unpack[SubmitPredictionsFields]
    ) -> PredictionJobResponse: ...
    @overload
    def submit_predictions(
        self,
        model: str,
        version: int,
        body: SubmitPredictionsRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> PredictionJobResponse: ...
    def submit_predictions(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        environment: str | None | Unset = UNSET,
        label_definition: str | None | Unset = UNSET,
        slice_definition: str | None | Unset = UNSET,
        task: PredictionTask | PredictionTaskValue | None | Unset = UNSET,
        dataset: EvaluationDataset | EvaluationDatasetFields | Mapping[str, Any] | None | Unset = UNSET,
        columns: PredictionColumns | PredictionColumnsFields | Mapping[str, Any] | None | Unset = UNSET,
        slices: Sequence[str] | None | Unset = UNSET,
        crosses: Sequence[Sequence[str]] | None | Unset = UNSET,
        threshold: float | None | Unset = UNSET,
        classes: Sequence[str] | None | Unset = UNSET,
        cutoffs: Sequence[int] | None | Unset = UNSET,
        format: PredictionFormat | PredictionFormatValue | None | Unset = UNSET,
        delimiter: CsvDelimiterValue | None | Unset = UNSET,
        decimal: DecimalMark | DecimalMarkValue | None | Unset = UNSET,
        thousands: ThousandsMark | ThousandsMarkValue | None | Unset = UNSET,
        uri: str | None | Unset = UNSET,
        digest: str | None | Unset = UNSET,
        compare_with: Sequence[int] | None | Unset = UNSET,
        evaluated_at: datetime.datetime | None | Unset = UNSET,
        evaluator: str | None | Unset = UNSET,
        row_id: str | Sequence[str] | None | Unset = UNSET,
        label: str | None | Unset = UNSET,
        prediction: str | None | Unset = UNSET,
        score: str | None | Unset = UNSET,
        weight: str | None | Unset = UNSET,
        unit: str | None | Unset = UNSET,
        latency_ms: str | None | Unset = UNSET,
        probabilities: Mapping[str, str] | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> PredictionJobResponse:
        """Submits predictions row by row, as a file or the name of one; a job computes metrics and paired evidence
        from them.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword.
            environment: Class of machine that operational metrics such as latency were taken on.
            label_definition: Version of the definition that the labels follow, such as churn-30d; evaluations
                by different ones are not compared unless the policy says so.
            slice_definition: Version of the definition that the slices follow, such as age-bands-2; slices by
                different ones are not compared unless the policy says so.
            task: What the predictions answer: a yes or no, one of several classes, a number, or an order.
                Required.
            dataset: The data that was predicted; versions are compared on the same dataset alone. Required.
            columns: Which column of the file holds what.
            slices: Columns whose every value makes a slice.
            crosses: Sets of slice columns whose every combination makes a slice, as in `[["sex", "race"]]`.
            threshold: Binary without a prediction column: a score at or above it predicts the positive class;
                0.5 unless given.
            classes: The classes; of binary predictions the negative one first, 0 and 1 unless given.
            cutoffs: Ranking: how many of the best ranked rows of a query count; 5 and 10 unless given.
            format: Format of the file; told by its name unless given.
            delimiter: What separates the columns of a CSV file; unless given what its first line `sep=` states,
                a tab in `.tsv`, else a comma.
            decimal: What separates the fraction of numbers in a CSV file; a point unless given, or a comma that
                can be nothing else.
            thousands: What separates thousands in numbers of a CSV file; nothing unless given. A space stands
                for any that does not break.
            uri: A file that the server may read, as a `file:` URL, instead of an upload.
            digest: Digest of the file; a file with another one is refused.
            compare_with: Versions to compare with on the same rows; the one in Production unless given, none
                for an empty list.
            evaluated_at: When it was measured; the time of the result unless given.
            evaluator: What predicted, such as sklearn-1.2; the engine that measured unless given.
            row_id: Column with the id of each row, alike in every version's file, or a list of columns that are
                it together; without one nothing can be paired. `#1` is the first column, whatever its name. In
                place of `columns`.
            label: Column with the true class or value; for a ranking the relevance, 0 or more. In place of
                `columns`.
            prediction: Column with what was predicted; of binary predictions it may be left out, the score then
                decides. In place of `columns`.
            score: Column with the score: of the positive class from 0 to 1, or what a ranking is ordered by,
                highest first. In place of `columns`.
            weight: Column with the weight of each row; every metric but latencies is then weighted. In place of
                `columns`.
            unit: Column that names the user, session or query of a row; rows of one are taken as dependent. In
                place of `columns`.
            latency_ms: Column with the time each prediction took, in milliseconds. In place of `columns`.
            probabilities: Multiclass: the column with the probability of each class. In place of `columns`.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The prediction file is not the one that
                was stated. The body is empty. The prediction file is empty. The idempotency key is no key. The path
                holds no model name. The path holds no whole number. The upload is not a request and a file. The URL
                cannot be read. The body is not JSON. The operation takes no such precondition. The format of the
                prediction file is not known. Files of this kind of URI are not read. The request does not have the
                right shape. Codes: `BAD_REQUEST`, `DIGEST_MISMATCH`, `EMPTY_BODY`, `EMPTY_FILE`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_NUMBER`, `INVALID_UPLOAD`, `INVALID_URL`,
                `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `UNKNOWN_FORMAT`, `UNSUPPORTED_URI`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not submit evaluations; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`, `SOURCE_NOT_ALLOWED`.
            NotFoundError: 404, The model, the version or the named file does not exist. Codes:
                `MODEL_NOT_FOUND`, `SOURCE_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.submit_predictions(
            ...     "census-income",
            ...     4,
            ...     task="binary",
            ...     dataset={"name": "adult-test", "version": "2", "digest": "sha256:a42cdb85993279e8698870570cd866b0a5b13ab445558c0fd442123ec551818f", "split": "test"},
            ...     columns={"row_id": "row_id", "label": "label", "prediction": "prediction", "score": "score"},
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/evaluations/from-predictions",
                {202: PredictionJobResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "submit_predictions",
                    "SubmitPredictionsRequest",
                    body,
                    {
                        "environment": environment,
                        "label_definition": label_definition,
                        "slice_definition": slice_definition,
                        "task": task,
                        "dataset": dataset,
                        "columns": columns,
                        "slices": slices,
                        "crosses": crosses,
                        "threshold": threshold,
                        "classes": classes,
                        "cutoffs": cutoffs,
                        "format": format,
                        "delimiter": delimiter,
                        "decimal": decimal,
                        "thousands": thousands,
                        "uri": uri,
                        "digest": digest,
                        "compare_with": compare_with,
                        "evaluated_at": evaluated_at,
                        "evaluator": evaluator,
                        "row_id": row_id,
                        "label": label,
                        "prediction": prediction,
                        "score": score,
                        "weight": weight,
                        "unit": unit,
                        "latency_ms": latency_ms,
                        "probabilities": probabilities,
                        **unknown,
                    },
                ),
            )
        )

    @overload
    def evaluate_run(
        self, model: str, version: int, *, idempotency_key: str | None = None, **fields: Unpack[EvaluateRunFields]
    ) -> EvaluationResponse: ...
    @overload
    def evaluate_run(
        self,
        model: str,
        version: int,
        body: EvaluateRunRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> EvaluationResponse: ...
    def evaluate_run(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        environment: str | None | Unset = UNSET,
        label_definition: str | None | Unset = UNSET,
        slice_definition: str | None | Unset = UNSET,
        run_id: str | None | Unset = UNSET,
        dataset: EvaluationDataset | EvaluationDatasetFields | Mapping[str, Any] | None | Unset = UNSET,
        run_dataset: str | None | Unset = UNSET,
        split: str | None | Unset = UNSET,
        metrics: Sequence[str] | None | Unset = UNSET,
        prefix: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> EvaluationResponse:
        """Submits what a run of the MLflow tracking server measured, by the names that gates know; `example_count` is
        the count of all.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword.
            environment: Class of machine that operational metrics such as latency were taken on.
            label_definition: Version of the definition that the labels follow, such as churn-30d; evaluations
                by different ones are not compared unless the policy says so.
            slice_definition: Version of the definition that the slices follow, such as age-bands-2; slices by
                different ones are not compared unless the policy says so.
            run_id: The run of the tracking server whose metrics are taken; unless given the version's own, or
                that of its logged model.
            dataset: The data that the metrics were measured on; unless given the one dataset of the run that is
                not of its training, with MLflow's digest as its version.
            run_dataset: Name of the dataset in MLflow whose metrics are taken, where the model was measured on
                several; the name of `dataset` unless given.
            split: Part of the dataset, such as test.
            metrics: Names of the metrics to take, as MLflow has them; all unless given.
            prefix: Take only metrics whose name begins with this, such as `test_`, and leave it off.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The path holds no whole number. The URL cannot be read. The
                body is not JSON. The operation takes no such precondition. The request does not have the right
                shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not submit evaluations; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model, the version or the run does not exist. Codes: `MODEL_NOT_FOUND`,
                `RUN_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, No tracking server is configured, no run is named, or it does not say what it
                measured on which data. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`,
                `RUN_DATASET_UNCLEAR`, `RUN_NOT_NAMED`, `RUN_WITHOUT_METRICS`, `TRACKING_NOT_CONFIGURED`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.evaluate_run(
            ...     "census-income",
            ...     4,
            ...     run_id="4f1c9d52ed74aeaa24378542a4cfd66b",
            ...     split="holdout",
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/evaluations/from-run",
                {201: EvaluationResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "evaluate_run",
                    "EvaluateRunRequest",
                    body,
                    {
                        "environment": environment,
                        "label_definition": label_definition,
                        "slice_definition": slice_definition,
                        "run_id": run_id,
                        "dataset": dataset,
                        "run_dataset": run_dataset,
                        "split": split,
                        "metrics": metrics,
                        "prefix": prefix,
                        **unknown,
                    },
                ),
            )
        )

    @overload
    def evaluate_stored_predictions(
        self,
        model: str,
        version: int,
        *,
        idempotency_key: str | None = None,
        **fields: Unpack[EvaluateStoredPredictionsFields],
    ) -> PredictionJobResponse: ...
    @overload
    def evaluate_stored_predictions(
        self,
        model: str,
        version: int,
        body: EvaluateStoredPredictionsRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> PredictionJobResponse: ...
    def evaluate_stored_predictions(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        dataset: EvaluationDataset | EvaluationDatasetFields | Mapping[str, Any] | None | Unset = UNSET,
        rows_of: int | None | Unset = UNSET,
        compare_with: Sequence[int] | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> PredictionJobResponse:
        """Measures predictions that were kept on rows that are known: for an incumbent without evidence on a dataset,
        or a new comparison.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword.
            dataset: The data to be measured on; rows and labels come from predictions kept on it. Required.
            rows_of: The version whose kept predictions say rows, labels and slices; unless given, the last one
                measured on the dataset.
            compare_with: Versions to compare with on the same rows; the one in Production unless given, none
                for an empty list.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The path holds no whole number. The URL cannot be read. The
                body is not JSON. The operation takes no such precondition. The request does not have the right
                shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not submit evaluations; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist, or no predictions of it are kept.
                Codes: `MODEL_NOT_FOUND`, `PREDICTIONS_NOT_STORED`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.evaluate_stored_predictions(
            ...     "census-income",
            ...     4,
            ...     dataset={"name": "adult-test", "version": "2", "digest": "sha256:a42cdb85993279e8698870570cd866b0a5b13ab445558c0fd442123ec551818f", "split": "test"},
            ...     compare_with=[],
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/evaluations/from-stored-predictions",
                {202: PredictionJobResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "evaluate_stored_predictions",
                    "EvaluateStoredPredictionsRequest",
                    body,
                    {"dataset": dataset, "rows_of": rows_of, "compare_with": compare_with, **unknown},
                ),
            )
        )

    @overload
    def check_gates(
        self, model: str, version: int, *, to_stage: GatedStage | GatedStageValue, idempotency_key: str | None = None
    ) -> GateReportResponse: ...
    @overload
    def check_gates(
        self, model: str, version: int, body: GatedStage | GatedStageValue, *, idempotency_key: str | None = None
    ) -> GateReportResponse: ...
    @overload
    def check_gates(
        self,
        model: str,
        version: int,
        body: CheckGatesRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> GateReportResponse: ...
    def check_gates(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        to_stage: GatedStage | GatedStageValue | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> GateReportResponse:
        """Judges a version by the gates of a stage and moves nothing; what a CI job runs on a pull request. Evidence
        about the incumbent that is lacking is computed from kept predictions; `reEvaluations` says where that
        stands, and `Retry-After` when to ask again. With `Accept: text/markdown` the report is Markdown.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword, or `to_stage` alone.
            to_stage: The stage whose gates are to judge the version. Required.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The path holds no whole number. The URL cannot be read. The
                body is not JSON. The operation takes no such precondition. The request does not have the right
                shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not judge a version by the gates without changing anything;
                these roles may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.check_gates("census-income", 4, "Production")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/gate-checks",
                {200: GateReportResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("check_gates", "CheckGatesRequest", body, {"to_stage": to_stage, **unknown}),
            )
        )

    @overload
    def quarantine_version(
        self, model: str, version: int, *, reason: str, idempotency_key: str | None = None
    ) -> VersionResponse: ...
    @overload
    def quarantine_version(
        self, model: str, version: int, body: str, *, idempotency_key: str | None = None
    ) -> VersionResponse: ...
    @overload
    def quarantine_version(
        self,
        model: str,
        version: int,
        body: QuarantineRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> VersionResponse: ...
    def quarantine_version(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        reason: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> VersionResponse:
        """Bars a version from promotion and rollback.

        Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword, or `reason` alone.
            reason: Why the version may not be promoted. Required.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The path holds no whole number. The URL cannot be read. The
                body is not JSON. The operation takes no such precondition. The request does not have the right
                shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not quarantine versions and release them; these roles may:
                approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            ConflictError: 409, The version is quarantined already. Codes: `ALREADY_QUARANTINED`,
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.quarantine_version("census-income", 4, "Under investigation.")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/quarantine",
                {200: VersionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("quarantine_version", "QuarantineRequest", body, {"reason": reason, **unknown}),
            )
        )

    @overload
    def release_version(
        self, model: str, version: int, *, if_match: str | None = None, **fields: Unpack[ReleaseFields]
    ) -> VersionResponse: ...
    @overload
    def release_version(
        self, model: str, version: int, body: ReleaseRequest | Mapping[str, Any], *, if_match: str | None = None
    ) -> VersionResponse: ...
    def release_version(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        reason: str | None | Unset = UNSET,
        if_match: str | None = None,
        **unknown: Any,
    ) -> VersionResponse:
        """Lifts a quarantine. The reason stands in the query or, where nothing between drops it, in a body.

        Roles that may: approver, admin.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword.
            reason: Why the version may be promoted again.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                model name. The path holds no whole number. The URL cannot be read. The body is not JSON. The
                request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not quarantine versions and release them; these roles may:
                approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            ConflictError: 409, The version is not quarantined. Codes: `NOT_QUARANTINED`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.release_version(
            ...     "census-income",
            ...     4,
            ...     reason="The data were at fault, not the model.",
            ... )
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/quarantine",
                {200: VersionResponse.from_dict},
                headers=headers_of({"If-Match": if_match}),
                json=request("release_version", "ReleaseRequest", body, {"reason": reason, **unknown}),
            )
        )

    @overload
    def submit_signature(
        self, model: str, version: int, *, idempotency_key: str | None = None, **fields: Unpack[SubmitSignatureFields]
    ) -> SignatureResponse: ...
    @overload
    def submit_signature(
        self,
        model: str,
        version: int,
        body: SubmitSignatureRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> SignatureResponse: ...
    def submit_signature(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        payload_type: str | None | Unset = UNSET,
        payload: str | None | Unset = UNSET,
        signatures: Sequence[SignatureLine | SignatureLineFields | Mapping[str, Any]] | None | Unset = UNSET,
        bundle: Mapping[str, Any] | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> SignatureResponse:
        """Keeps a signature over the artifact of a version: an in-toto statement in a DSSE envelope, alone or in a
        Sigstore bundle. It is immutable; a rule of kind `metadata` can demand one by keys or identities that the
        policy names.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword.
            payload_type: Media type of the payload: `application/vnd.in-toto+json`. An envelope has this,
                payload and signatures; a bundle is sent without them.
            payload: An in-toto statement, of which one subject has the digest of the artifact as its `sha256`;
                as base64.
            signatures: Who signed it.
            bundle: A Sigstore bundle of the type `application/vnd.dev.sigstore.bundle.v0.3+json`, with a DSSE
                envelope and a certificate in it, instead of an envelope alone.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The path holds no whole number. The URL cannot be read. The
                body is not JSON. The operation takes no such precondition. The request does not have the right
                shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not register versions; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            ConflictError: 409, The version states no digest of its artifact, or has this signature already.
                Codes: `ARTIFACT_DIGEST_MISSING`, `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`,
                `SIGNATURE_EXISTS`, `TOO_MANY_SIGNATURES`.
            InvalidRequestError: 422, What is signed is no in-toto statement, or one about another artifact, or
                the bundle is none that is read. Codes: `IDEMPOTENCY_KEY_REUSED`, `SIGNATURE_BUNDLE_UNREADABLE`,
                `SIGNATURE_OF_OTHER_ARTIFACT`, `SIGNATURE_WITHOUT_STATEMENT`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.submit_signature("census-income", 4, payload_type="application/vnd.in-toto+json")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/signatures",
                {201: SignatureResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "submit_signature",
                    "SubmitSignatureRequest",
                    body,
                    {
                        "payload_type": payload_type,
                        "payload": payload,
                        "signatures": signatures,
                        "bundle": bundle,
                        **unknown,
                    },
                ),
            )
        )

    def get_version_signatures(self, model: str, version: int) -> SignatureList:
        """Answers the signatures over the artifact of a version, oldest first.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            model: Name of the model.
            version: Number of the version.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no model name. The path
                holds no whole number. The URL cannot be read. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `INVALID_MODEL_NAME`, `INVALID_NUMBER`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_version_signatures("census-income", 4)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/signatures",
                {200: SignatureList.from_dict},
            )
        )

    @overload
    def request_transition(
        self,
        model: str,
        version: int,
        *,
        to_stage: Stage | StageValue,
        idempotency_key: str | None = None,
        **fields: Unpack[RequestTransitionFields],
    ) -> RequestedTransitionResponse: ...
    @overload
    def request_transition(
        self,
        model: str,
        version: int,
        body: Stage | StageValue,
        *,
        idempotency_key: str | None = None,
        **fields: Unpack[RequestTransitionFields],
    ) -> RequestedTransitionResponse: ...
    @overload
    def request_transition(
        self,
        model: str,
        version: int,
        body: RequestTransitionRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> RequestedTransitionResponse: ...
    def request_transition(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        to_stage: Stage | StageValue | None | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        expected_incumbent: int | None | Unset = UNSET,
        allow_empty_production: bool | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> RequestedTransitionResponse:
        """Asks for a change of stage: it is judged by the gates of the target stage and applied, refused, or left to
        approval.

        Roles that may: contributor, approver, admin. With an `Idempotency-Key` it can be sent again without a
        second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword, or `to_stage` alone.
            to_stage: The stage the version shall move to. Required.
            reason: Why; required to demote and to archive.
            expected_incumbent: The version the caller believes to be in Production, null for none; another one
                there is answered with 409.
            allow_empty_production: Allows a move that leaves Production empty.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The move needs a reason. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `REASON_REQUIRED`, `REASON_TOO_SHORT`, `TICKET_REQUIRED`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not ask for a change of stage of the kinds the role allows;
                these roles may: contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The lifecycle has no such move, its conditions do not hold, or Production is not
                what the caller expects. Codes: `ARTIFACT_DIGEST_MISMATCH`, `FROZEN`, `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `ILLEGAL_TRANSITION`, `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`,
                `NOT_OVERRIDABLE`, `ON_HOLD`, `OVERRIDE_DISABLED`, `OVERRIDE_NOT_NEEDED`,
                `PRODUCTION_WOULD_BE_EMPTY`, `REQUEST_EXPIRED`, `REVIEW_OVERDUE`, `STALE_EVIDENCE`,
                `STALE_INCUMBENT`, `STALE_POLICY`, `STALE_STAGE`, `TRANSITION_OPEN`, `VERSION_QUARANTINED`.
            GatesRefusedError: 422, The gates refused the version; `gateReport` says why. Codes:
                `GATES_REFUSED`, `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.request_transition("census-income", 4, "Staging")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/transitions",
                {201: RequestedTransitionResponse.from_dict, 202: RequestedTransitionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "request_transition",
                    "RequestTransitionRequest",
                    body,
                    {
                        "to_stage": to_stage,
                        "reason": reason,
                        "expected_incumbent": expected_incumbent,
                        "allow_empty_production": allow_empty_production,
                        **unknown,
                    },
                ),
            )
        )

    @overload
    def grant_waiver(
        self, model: str, version: int, *, idempotency_key: str | None = None, **fields: Unpack[GrantWaiverFields]
    ) -> GrantedWaiverResponse: ...
    @overload
    def grant_waiver(
        self,
        model: str,
        version: int,
        body: GrantWaiverRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> GrantedWaiverResponse: ...
    def grant_waiver(
        self,
        model: str,
        version: int,
        body: Any = None,
        *,
        to_stage: GatedStage | GatedStageValue | None | Unset = UNSET,
        rule_id: str | None | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        expires_at: datetime.datetime | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> GrantedWaiverResponse:
        """Waives a rule that is INCONCLUSIVE, for the evidence and the policy of now. The verdict stays what it is;
        the version may be promoted once all such rules are waived.

        Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            model: Name of the model.
            version: Number of the version.
            body: All fields in one mapping or class, instead of by keyword.
            to_stage: The stage whose gates the rule belongs to. Required.
            rule_id: The rule that shall not stand in the way; it must be one that blocks and is INCONCLUSIVE
                now. Required.
            reason: Why the version may go on with so little evidence; the policy may ask for more characters.
                Required.
            expires_at: When the waiver ends, at most seven days from now, or fewer where the policy says so;
                the latest there is unless given.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The path holds no whole number. The URL cannot be read. The
                body is not JSON. The operation takes no such precondition. The request does not have the right
                shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not waive rules that are inconclusive, and withdraw waivers;
                these roles may: approver, admin. The caller registered the version, asks for its promotion, or is a
                service account. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`, `ROLE_REQUIRED`, `SELF_APPROVAL`,
                `SELF_WAIVER`, `SERVICE_ACCOUNT`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            ConflictError: 409, The policy allows no waivers, the rule stands in no way, or the caller waives it
                already. Codes: `ALREADY_DECIDED`, `ALREADY_WAIVED`, `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `NOTHING_TO_WAIVE`, `NO_APPROVAL_NEEDED`, `WAIVERS_NOT_ALLOWED`.
            InvalidRequestError: 422, The rule failed or is not there, the reason is too short, or the waiver
                would hold too long. Codes: `IDEMPOTENCY_KEY_REUSED`, `NOT_WAIVABLE`, `RULE_NOT_IN_POLICY`,
                `WAIVER_EXPIRY_PASSED`, `WAIVER_REASON_TOO_SHORT`, `WAIVER_TOO_LONG`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.grant_waiver(
            ...     "census-income",
            ...     4,
            ...     to_stage="Production",
            ...     rule_id="shown",
            ...     reason="A thousand rows of March; those of April come on Monday.",
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/waivers",
                {201: GrantedWaiverResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "grant_waiver",
                    "GrantWaiverRequest",
                    body,
                    {"to_stage": to_stage, "rule_id": rule_id, "reason": reason, "expires_at": expires_at, **unknown},
                ),
            )
        )

    def list_waivers(
        self,
        model: str,
        version: int,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        to_stage: GatedStage | GatedStageValue | None = None,
    ) -> WaiverPage:
        """Lists the waivers of a version, newest first, expired and revoked ones too.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            model: Name of the model.
            version: Number of the version.
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            to_stage: Only waivers of rules of this stage.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The path holds no model name. The path holds no
                whole number. The URL cannot be read. The list takes too long to find. The request does not have the
                right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`, `INVALID_LIST_QUERY`, `INVALID_MODEL_NAME`,
                `INVALID_NUMBER`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_waivers("census-income", 4, limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/waivers",
                {200: WaiverPage.from_dict},
                params=query_of(
                    {"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "toStage": to_stage}
                ),
            )
        )

    def revoke_waiver(self, model: str, version: int, id: UUID | str) -> WaiverResponse:
        """Revokes a waiver; what was promoted by it stays where it is.

        Roles that may: approver, admin.

        Args:
            model: Name of the model.
            version: Number of the version.
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The path holds no model name. The path holds no whole number. The URL cannot be read. The body is
                not JSON. The operation takes no such precondition. The request does not have the right shape.
                Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_MODEL_NAME`, `INVALID_NUMBER`,
                `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not waive rules that are inconclusive, and withdraw waivers;
                these roles may: approver, admin. Another granted the waiver. Codes: `CROSS_SITE_REQUEST`,
                `FORBIDDEN`, `NOT_THE_GRANTOR`.
            NotFoundError: 404, The model, the version or the waiver does not exist. Codes: `MODEL_NOT_FOUND`,
                `WAIVER_NOT_FOUND`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.revoke_waiver("census-income", 4, "01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/waivers/{segment('id', id)}",
                {200: WaiverResponse.from_dict},
            )
        )

    def list_policy_changes(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        status: PolicyChangeStatus | PolicyChangeStatusValue | None = None,
        model: str | None = None,
    ) -> PolicyChangePage:
        """Lists the changes of policies that needed approval, newest first.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            status: Only changes of this status.
            model: Only changes of this model's own policy.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model that is asked for does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_policy_changes(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/policy-changes",
                {200: PolicyChangePage.from_dict},
                params=query_of(
                    {
                        "limit": limit,
                        "cursor": cursor,
                        "filter": filter_,
                        "sort": sort,
                        "status": status,
                        "model": model,
                    }
                ),
            )
        )

    def get_policy_change(self, id: UUID | str) -> PolicyChangeDetailsResponse:
        """Answers one change of a policy, with what it would have made of past promotions.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The change does not exist. Codes: `MODEL_NOT_FOUND`, `POLICY_CHANGE_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            InvalidRequestError: 422, The gate policy is not valid. Codes: `INVALID_POLICY`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_policy_change("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call("GET", f"/api/v1/policy-changes/{segment('id', id)}", {200: PolicyChangeDetailsResponse.from_dict})
        )

    @overload
    def decide_policy_change(
        self,
        id: UUID | str,
        *,
        decision: ApprovalDecision | ApprovalDecisionValue,
        idempotency_key: str | None = None,
        **fields: Unpack[DecidePolicyChangeFields],
    ) -> PolicyChangeResponse: ...
    @overload
    def decide_policy_change(
        self,
        id: UUID | str,
        body: ApprovalDecision | ApprovalDecisionValue,
        *,
        idempotency_key: str | None = None,
        **fields: Unpack[DecidePolicyChangeFields],
    ) -> PolicyChangeResponse: ...
    @overload
    def decide_policy_change(
        self, id: UUID | str, body: DecidePolicyChangeRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> PolicyChangeResponse: ...
    def decide_policy_change(
        self,
        id: UUID | str,
        body: Any = None,
        *,
        decision: ApprovalDecision | ApprovalDecisionValue | None | Unset = UNSET,
        comment: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> PolicyChangeResponse:
        """Approves or rejects a change of a policy; the last approval needed makes it the new revision. Its author
        never decides.

        Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            body: All fields in one mapping or class, instead of by keyword, or `decision` alone.
            decision: `approve` or `reject`; one rejection ends the change unless the policy says otherwise.
                Required.
            comment: What the decision rests on.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not approve or reject a change of a gate policy; these roles
                may: approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`, `ROLE_REQUIRED`, `SELF_APPROVAL`,
                `SERVICE_ACCOUNT`.
            NotFoundError: 404, The change does not exist. Codes: `MODEL_NOT_FOUND`, `POLICY_CHANGE_NOT_FOUND`.
            ConflictError: 409, The change has an outcome already, waited too long, the caller has decided
                already, or the policy changed meanwhile. Codes: `ALREADY_DECIDED`, `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `NO_APPROVAL_NEEDED`, `POLICY_CHANGE_FINAL`, `REQUEST_EXPIRED`,
                `STALE_POLICY`.
            InvalidRequestError: 422, The idempotency key belongs to another request. The gate policy is not
                valid. Codes: `IDEMPOTENCY_KEY_REUSED`, `INVALID_POLICY`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.decide_policy_change(
            ...     "01939d3e-0000-7000-8000-000000000001",
            ...     decision="approve",
            ...     comment="The floor was above what the task allows.",
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/policy-changes/{segment('id', id)}/approvals",
                {200: PolicyChangeResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "decide_policy_change",
                    "DecidePolicyChangeRequest",
                    body,
                    {"decision": decision, "comment": comment, **unknown},
                ),
            )
        )

    def withdraw_policy_decision(self, id: UUID | str) -> PolicyChangeResponse:
        """Withdraws the caller's own decision. The withdrawal of a rejection opens the change again, if the policy is
        as it was.

        Roles that may: approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The operation takes no such precondition. The request
                does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`,
                `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not approve or reject a change of a gate policy; these roles
                may: approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The change does not exist, or the caller has no decision on it that stands.
                Codes: `DECISION_NOT_FOUND`, `MODEL_NOT_FOUND`, `POLICY_CHANGE_NOT_FOUND`.
            ConflictError: 409, The change has another outcome already, the policy changed meanwhile, or another
                change of it is open. Codes: `POLICY_CHANGE_FINAL`, `POLICY_CHANGE_OPEN`, `REQUEST_EXPIRED`,
                `STALE_POLICY`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.withdraw_policy_decision("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/policy-changes/{segment('id', id)}/approvals/mine",
                {200: PolicyChangeResponse.from_dict},
            )
        )

    def cancel_policy_change(self, id: UUID | str, *, idempotency_key: str | None = None) -> PolicyChangeResponse:
        """Takes back a change of a policy that awaits approval.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set gate policies; these roles may: admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`, `NOT_THE_AUTHOR`.
            NotFoundError: 404, The change does not exist. Codes: `MODEL_NOT_FOUND`, `POLICY_CHANGE_NOT_FOUND`.
            ConflictError: 409, The change has an outcome already. Codes: `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `POLICY_CHANGE_FINAL`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.cancel_policy_change("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/policy-changes/{segment('id', id)}/cancel",
                {200: PolicyChangeResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    def list_prediction_jobs(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        model: str | None = None,
        version: int | None = None,
        status: PredictionJobStatus | PredictionJobStatusValue | None = None,
    ) -> PredictionJobPage:
        """Lists prediction jobs, newest first.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            model: Only jobs of the model of this name.
            version: Only jobs of this version number.
            status: Only jobs that stand here.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_prediction_jobs(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/prediction-jobs",
                {200: PredictionJobPage.from_dict},
                params=query_of(
                    {
                        "limit": limit,
                        "cursor": cursor,
                        "filter": filter_,
                        "sort": sort,
                        "model": model,
                        "version": version,
                        "status": status,
                    }
                ),
            )
        )

    def get_prediction_job(self, id: UUID | str) -> PredictionJobResponse:
        """Answers one prediction job: where it stands, what came of it, or why it failed.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The prediction job does not exist. Codes: `MODEL_NOT_FOUND`,
                `PREDICTION_JOB_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_prediction_job("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call("GET", f"/api/v1/prediction-jobs/{segment('id', id)}", {200: PredictionJobResponse.from_dict})
        )

    def cancel_prediction_job(self, id: UUID | str, *, idempotency_key: str | None = None) -> PredictionJobResponse:
        """Cancels a prediction job that has not ended; nothing comes of it.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not submit evaluations; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The prediction job does not exist. Codes: `MODEL_NOT_FOUND`,
                `PREDICTION_JOB_NOT_FOUND`.
            ConflictError: 409, The prediction job has ended. Codes: `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `PREDICTION_JOB_FINISHED`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.cancel_prediction_job("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/prediction-jobs/{segment('id', id)}/cancel",
                {200: PredictionJobResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    def list_productions(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        at: datetime.datetime | None = None,
    ) -> ProductionPage:
        """Lists what every model has in Production, or had there at a time, deleted models too.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            at: The moment to ask of; now unless given.

        Raises:
            InvalidRequestError: 400, `at` is to come. Codes: `AT_TO_COME`, `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_productions(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/production",
                {200: ProductionPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "at": at}),
            )
        )

    def list_reviews(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        status: ReviewStatus | ReviewStatusValue | None = None,
        model: str | None = None,
    ) -> ReviewPage:
        """Lists the reviews of what passed the gates in an emergency, newest first.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            status: Only reviews that stand so; open ones include those that are overdue.
            model: Only reviews of this model.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model that is asked for does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_reviews(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/reviews",
                {200: ReviewPage.from_dict},
                params=query_of(
                    {
                        "limit": limit,
                        "cursor": cursor,
                        "filter": filter_,
                        "sort": sort,
                        "status": status,
                        "model": model,
                    }
                ),
            )
        )

    def get_review(self, id: UUID | str) -> ReviewResponse:
        """Answers one review.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The review does not exist. Codes: `MODEL_NOT_FOUND`, `REVIEW_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_review("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("GET", f"/api/v1/reviews/{segment('id', id)}", {200: ReviewResponse.from_dict}))

    @overload
    def close_review(
        self, id: UUID | str, *, outcome: str, idempotency_key: str | None = None, **fields: Unpack[CloseReviewFields]
    ) -> ReviewResponse: ...
    @overload
    def close_review(
        self, id: UUID | str, body: str, *, idempotency_key: str | None = None, **fields: Unpack[CloseReviewFields]
    ) -> ReviewResponse: ...
    @overload
    def close_review(
        self, id: UUID | str, body: CloseReviewRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> ReviewResponse: ...
    def close_review(
        self,
        id: UUID | str,
        body: Any = None,
        *,
        outcome: str | None | Unset = UNSET,
        comment: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> ReviewResponse:
        """Closes a review, which another person does than whoever passed the gates, and no service.

        Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            body: All fields in one mapping or class, instead of by keyword, or `outcome` alone.
            outcome: What the review came to, in a few words, such as `justified`. Required.
            comment: What it rests on, and what follows from it.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not approve or reject a change of stage; these roles may:
                approver, admin. The caller passed the gates, or is a service. Codes: `CROSS_SITE_REQUEST`,
                `FORBIDDEN`, `OWN_REVIEW`, `PERSON_REQUIRED`.
            NotFoundError: 404, The review does not exist. Codes: `MODEL_NOT_FOUND`, `REVIEW_NOT_FOUND`.
            ConflictError: 409, It was closed already. Codes: `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `REVIEW_CLOSED`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.close_review(
            ...     "01939d3e-0000-7000-8000-000000000001",
            ...     outcome="justified",
            ...     comment="Version 4 reads the new table.",
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/reviews/{segment('id', id)}/close",
                {200: ReviewResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "close_review", "CloseReviewRequest", body, {"outcome": outcome, "comment": comment, **unknown}
                ),
            )
        )

    @overload
    def create_role_binding(
        self, *, role: str, idempotency_key: str | None = None, **fields: Unpack[CreateRoleBindingFields]
    ) -> RoleBindingResponse: ...
    @overload
    def create_role_binding(
        self, body: str, *, idempotency_key: str | None = None, **fields: Unpack[CreateRoleBindingFields]
    ) -> RoleBindingResponse: ...
    @overload
    def create_role_binding(
        self, body: CreateRoleBindingRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> RoleBindingResponse: ...
    def create_role_binding(
        self,
        body: Any = None,
        *,
        subject: str | None | Unset = UNSET,
        group: str | None | Unset = UNSET,
        role: str | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        model_prefix: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> RoleBindingResponse:
        """Gives a role to a subject or a group: in the whole registry, for a model, or for all models whose names
        begin alike. It holds from the next request on.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword, or `role` alone.
            subject: Who gets the role, as tokens name them; give either a subject or a group.
            group: The group whose members get the role: as the first identity provider calls it, or
                `issuer:group` for that of another.
            role: The role: a built-in one, or one of your own. Required.
            model: The one model that the role holds for; renaming the model changes nothing. Without model and
                prefix it holds for the registry.
            model_prefix: The beginning of the names of the models that the role holds for, those that come
                later too; not together with model.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not bind roles to subjects and groups; these roles may: admin.
                The role would give what the caller lacks. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`,
                `RIGHTS_EXCEEDED`.
            NotFoundError: 404, The role or the model does not exist. Codes: `MODEL_NOT_FOUND`,
                `ROLE_NOT_FOUND`.
            ConflictError: 409, There is such a binding. Codes: `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `ROLE_BINDING_EXISTS`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.create_role_binding(role="release-manager", subject="anna", model="census-income")
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/role-bindings",
                {201: RoleBindingResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "create_role_binding",
                    "CreateRoleBindingRequest",
                    body,
                    {
                        "subject": subject,
                        "group": group,
                        "role": role,
                        "model": model,
                        "model_prefix": model_prefix,
                        **unknown,
                    },
                ),
            )
        )

    def list_role_bindings(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        subject: str | None = None,
        group: str | None = None,
        role: str | None = None,
        model: str | None = None,
        at: datetime.datetime | None = None,
    ) -> RoleBindingPage:
        """Lists the role bindings that hold, or held at a time, newest first: those of the models whose bindings the
        caller manages.

        Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            subject: Only bindings of this subject.
            group: Only bindings of this group.
            role: Only bindings of this role.
            model: Only bindings for this one model, by its name of now.
            at: A moment in the past: lists the bindings that held then, by the record. A day alone, as in
                `2026-11-20`, is its first moment in UTC. Now unless given.

        Raises:
            InvalidRequestError: 400, The time is to come. The request cannot be understood. The cursor does not
                fit this list. The filter or the order of the list is not understood. The URL cannot be read. The
                list takes too long to find. The request does not have the right shape. Codes: `AT_TO_COME`,
                `BAD_REQUEST`, `INVALID_CURSOR`, `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not bind roles to subjects and groups; these roles may: admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_role_bindings(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/role-bindings",
                {200: RoleBindingPage.from_dict},
                params=query_of(
                    {
                        "limit": limit,
                        "cursor": cursor,
                        "filter": filter_,
                        "sort": sort,
                        "subject": subject,
                        "group": group,
                        "role": role,
                        "model": model,
                        "at": at,
                    }
                ),
            )
        )

    def get_role_binding(self, id: UUID | str) -> RoleBindingResponse:
        """Answers one role binding.

        Roles that may: admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not bind roles to subjects and groups; these roles may: admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The role binding does not exist, or is of a model whose bindings the caller does
                not manage. Codes: `MODEL_NOT_FOUND`, `ROLE_BINDING_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_role_binding("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call("GET", f"/api/v1/role-bindings/{segment('id', id)}", {200: RoleBindingResponse.from_dict})
        )

    def delete_role_binding(self, id: UUID | str, *, if_match: str | None = None) -> None:
        """Takes a role back; it holds from the next request on.

        Roles that may: admin.

        Args:
            id: Id, a UUID.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not bind roles to subjects and groups; these roles may: admin.
                The role gives what the caller lacks. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`, `RIGHTS_EXCEEDED`.
            NotFoundError: 404, The role binding does not exist, or is of a model whose bindings the caller does
                not manage. Codes: `MODEL_NOT_FOUND`, `ROLE_BINDING_NOT_FOUND`, `ROLE_NOT_FOUND`.
            ConflictError: 409, Nobody would be left to bind roles. Codes: `LAST_ADMINISTRATOR`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.delete_role_binding("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/role-bindings/{segment('id', id)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    def list_roles(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
    ) -> RolePage:
        """Lists the roles there are, the built-in ones among them, by name.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_roles(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/roles",
                {200: RolePage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    def get_role(self, role: str) -> RoleResponse:
        """Answers one role.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            role: Name of the role: a built-in one, or letters, digits and ._- of your own.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no name of a role. The
                URL cannot be read. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `INVALID_ROLE_NAME`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The role does not exist. Codes: `MODEL_NOT_FOUND`, `ROLE_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_role("role")
        """
        return self._send(Call("GET", f"/api/v1/roles/{segment('role', role)}", {200: RoleResponse.from_dict}))

    @overload
    def set_role(
        self,
        role: str,
        *,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **fields: Unpack[SetRoleFields],
    ) -> RoleResponse: ...
    @overload
    def set_role(
        self,
        role: str,
        body: SetRoleRequest | Mapping[str, Any],
        *,
        if_match: str | None = None,
        if_none_match: str | None = None,
    ) -> RoleResponse: ...
    def set_role(
        self,
        role: str,
        body: Any = None,
        *,
        permissions: Sequence[Permission | PermissionValue] | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **unknown: Any,
    ) -> RoleResponse:
        """Defines a role of your own, or what it gives from now on to all who have it.

        Roles that may: admin.

        Args:
            role: Name of the role: a built-in one, or letters, digits and ._- of your own.
            body: All fields in one mapping or class, instead of by keyword.
            permissions: What the role gives. Nobody gives what they lack themselves. Required.
            description: What the role is for; empty unless given.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.
            if_none_match: `*` to change only what is not there yet, or an ETag that the resource must not have;
                412 when it is there.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                name of a role. The URL cannot be read. The body is not JSON. The request does not have the right
                shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ROLE_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not define roles of the organisation; these roles may: admin.
                The role would give what the caller lacks. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`,
                `RIGHTS_EXCEEDED`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The role is built in, or nobody would be left to bind roles. Codes:
                `LAST_ADMINISTRATOR`, `ROLE_BUILT_IN`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.set_role(
            ...     "role",
            ...     permissions=["registry:read"],
            ...     description="Promotes and rolls back, approves nothing.",
            ... )
        """
        return self._send(
            Call(
                "PUT",
                f"/api/v1/roles/{segment('role', role)}",
                {200: RoleResponse.from_dict},
                headers=headers_of({"If-Match": if_match, "If-None-Match": if_none_match}),
                json=request(
                    "set_role",
                    "SetRoleRequest",
                    body,
                    {"permissions": permissions, "description": description, **unknown},
                ),
            )
        )

    def delete_role(self, role: str, *, if_match: str | None = None) -> None:
        """Deletes a role that nobody has any more.

        Roles that may: admin.

        Args:
            role: Name of the role: a built-in one, or letters, digits and ._- of your own.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no
                name of a role. The URL cannot be read. The body is not JSON. The request does not have the right
                shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ROLE_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not define roles of the organisation; these roles may: admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The role does not exist. Codes: `MODEL_NOT_FOUND`, `ROLE_NOT_FOUND`.
            ConflictError: 409, The role is built in, or a binding or a token that stands gives it. Codes:
                `ROLE_BUILT_IN`, `ROLE_IN_USE`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.delete_role("role")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/roles/{segment('role', role)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    def search_registry(self, q: str) -> SearchResponse:
        """Finds models by name, versions by run id, commit and artifact digest, and transitions and gate reports by
        id.

        Roles that may: viewer, contributor, approver, admin. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            q: The beginning of a model's name or of a word in it, of a version's run id, commit or artifact
                digest, or the id of a transition or a gate report.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.search_registry("q")
        """
        return self._send(Call("GET", "/api/v1/search", {200: SearchResponse.from_dict}, params=query_of({"q": q})))

    @overload
    def start_session(
        self, *, idempotency_key: str | None = None, **fields: Unpack[StartSessionFields]
    ) -> SessionResponse: ...
    @overload
    def start_session(
        self, body: StartSessionRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> SessionResponse: ...
    def start_session(
        self,
        body: Any = None,
        *,
        code: str | None | Unset = UNSET,
        token: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> SessionResponse:
        """Signs a browser in, by the code of a sign-in link or by a token: the answer sets a cookie. Only a page of
        this service may ask. Answers everybody. With an `Idempotency-Key` it can be sent again without a second
        effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            code: The code of a sign-in link; either this or `token`.
            token: A token that the service issued; either this or `code`. The browser need not keep it.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The code or the token signs nobody in. Codes: `SIGN_IN_REFUSED`,
                `UNAUTHENTICATED`.
            ForbiddenError: 403, Another site asked. Codes: `CROSS_SITE_REQUEST`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.start_session(token="{issueToken.token}")
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/sessions",
                {201: SessionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("start_session", "StartSessionRequest", body, {"code": code, "token": token, **unknown}),
            )
        )

    def list_sessions(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        subject: str | None = None,
    ) -> SessionPage:
        """Lists the sessions that stand, newest first: the caller's own, and for whoever manages tokens those of all.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            subject: Only sessions of this subject.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not end sessions of their own; these roles may: viewer,
                contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_sessions(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/sessions",
                {200: SessionPage.from_dict},
                params=query_of(
                    {"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "subject": subject}
                ),
            )
        )

    def end_current_session(self) -> None:
        """Signs out: ends the session that the request is part of.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The URL cannot be
                read. The body is not JSON. The operation takes no such precondition. The request does not have the
                right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not end sessions of their own; these roles may: viewer,
                contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The request carries a token and is part of no session. Codes: `MODEL_NOT_FOUND`,
                `SESSION_NOT_FOUND`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.end_current_session()
        """
        return self._send(Call("DELETE", "/api/v1/sessions/current", {204: no_content}))

    def end_session(self, id: UUID | str) -> None:
        """Ends a session; every replica refuses it from then on.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The operation takes no such precondition. The request
                does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`,
                `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not end sessions of their own; these roles may: viewer,
                contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The session does not exist, has ended, or is somebody else's. Codes:
                `MODEL_NOT_FOUND`, `SESSION_NOT_FOUND`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.end_session("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("DELETE", f"/api/v1/sessions/{segment('id', id)}", {204: no_content}))

    def exchange_token(self, *, idempotency_key: str | None = None) -> ExchangedTokenResponse:
        """Exchanges a token of another issuer, such as that of a CI job, for a short-lived one of the service, as RFC
        8693 has it: a trust rule must fit its claims. The new token speaks for a machine, carries the claims into
        the record, and ends with the rule. A refusal has the members `error` and `error_description` of RFC 6749
        beside those of every problem. Answers everybody. With an `Idempotency-Key` it can be sent again without a
        second effect.

        Args:
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The form asks for no exchange, the token is not valid, or no trust rule
                fits it. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`,
                `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `TOKEN_EXCHANGE_REFUSED`, `VALIDATION_FAILED`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.exchange_token()
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/token-exchange",
                {200: ExchangedTokenResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    @overload
    def issue_token(
        self, *, idempotency_key: str | None = None, **fields: Unpack[IssueTokenFields]
    ) -> IssuedTokenResponse: ...
    @overload
    def issue_token(
        self, body: IssueTokenRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> IssuedTokenResponse: ...
    def issue_token(
        self,
        body: Any = None,
        *,
        subject: str | None | Unset = UNSET,
        roles: Sequence[str] | None | Unset = UNSET,
        approval_roles: Sequence[str] | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        service_account: bool | None | Unset = UNSET,
        expires_in_seconds: int | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> IssuedTokenResponse:
        """Issues a token. The answer is the only place that ever shows it.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            subject: Who the token speaks for, brought to the Unicode form NFKC; separation of duty compares it
                without regard to case. No control or format characters, no blank at either end, no word of letters
                that look alike, and not the name of the service. Required.
            roles: What the token may do everywhere: viewer, contributor, approver, admin, or roles of your own;
                roles add up. Without any, the token may do what role bindings give to its subject. Nobody gives
                what they lack themselves. Required.
            approval_roles: Roles of your own that approvals ask for, such as ml-lead; deciding takes the role
                approver besides. Letters and digits, with spaces and `._-` inside, and none that reads like a role
                of the service.
            name: Where the token is used, for the list of tokens.
            service_account: Whether a machine is to hold the token, such as a CI job; false unless given.
                Machines approve nothing.
            expires_in_seconds: How long the token lives; a day unless given, at most 366 days.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not issue, list and revoke tokens, and see and end the sessions
                of all; these roles may: admin. The token would carry what the caller lacks. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`, `RIGHTS_EXCEEDED`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.issue_token(subject="ci", roles=["contributor"], name="training pipeline")
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/tokens",
                {201: IssuedTokenResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "issue_token",
                    "IssueTokenRequest",
                    body,
                    {
                        "subject": subject,
                        "roles": roles,
                        "approval_roles": approval_roles,
                        "name": name,
                        "service_account": service_account,
                        "expires_in_seconds": expires_in_seconds,
                        **unknown,
                    },
                ),
            )
        )

    def list_tokens(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        subject: str | None = None,
    ) -> TokenPage:
        """Lists the tokens that were issued, newest first, revoked and expired ones included.

        Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            subject: Only tokens of this subject.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not issue, list and revoke tokens, and see and end the sessions
                of all; these roles may: admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_tokens(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/tokens",
                {200: TokenPage.from_dict},
                params=query_of(
                    {"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "subject": subject}
                ),
            )
        )

    def revoke_token(self, id: UUID | str) -> None:
        """Revokes a token; every replica refuses it from then on.

        Roles that may: admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The operation takes no such precondition. The request
                does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`,
                `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not issue, list and revoke tokens, and see and end the sessions
                of all; these roles may: admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The token does not exist. Codes: `MODEL_NOT_FOUND`, `TOKEN_NOT_FOUND`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.revoke_token("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("DELETE", f"/api/v1/tokens/{segment('id', id)}", {204: no_content}))

    def list_transitions(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        status: TransitionStatus | TransitionStatusValue | None = None,
        kind: TransitionKind | TransitionKindValue | None = None,
        version: int | None = None,
        awaiting: Literal["me"] | None = None,
        requested_by: str | None = None,
        from_: datetime.datetime | None = None,
        to: datetime.datetime | None = None,
        model: str | None = None,
    ) -> TransitionPage:
        """Lists the transitions of all models, newest first.

        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the
        header `Link`, until there is none. A replica of the database may answer; the header
        `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            status: Only transitions of this status.
            kind: Only transitions of this kind.
            version: Only transitions of versions with this number.
            awaiting: `me`: only transitions that await approval and whose `mayDecide` allows the caller to
                decide.
            requested_by: Only what this subject asked for.
            from_: Only what was asked for at or after this time.
            to: Only what was asked for before this time.
            model: Only transitions of this model.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model that is asked for does not exist. Codes: `MODEL_NOT_FOUND`,
                `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_transitions(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/transitions",
                {200: TransitionPage.from_dict},
                params=query_of(
                    {
                        "limit": limit,
                        "cursor": cursor,
                        "filter": filter_,
                        "sort": sort,
                        "status": status,
                        "kind": kind,
                        "version": version,
                        "awaiting": awaiting,
                        "requestedBy": requested_by,
                        "from": from_,
                        "to": to,
                        "model": model,
                    }
                ),
            )
        )

    def count_awaiting(self) -> AwaitingCountResponse:
        """Counts what waits for the caller's decision, as `awaiting=me` of the list of transitions finds it.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.count_awaiting()
        """
        return self._send(Call("GET", "/api/v1/transitions/awaiting-count", {200: AwaitingCountResponse.from_dict}))

    def get_transition(self, id: UUID | str) -> TransitionResponse:
        """Answers one transition with its approvals.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The transition does not exist. Codes: `MODEL_NOT_FOUND`, `TRANSITION_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_transition("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("GET", f"/api/v1/transitions/{segment('id', id)}", {200: TransitionResponse.from_dict}))

    @overload
    def decide_transition(
        self,
        id: UUID | str,
        *,
        decision: ApprovalDecision | ApprovalDecisionValue,
        idempotency_key: str | None = None,
        **fields: Unpack[DecideTransitionFields],
    ) -> TransitionResponse: ...
    @overload
    def decide_transition(
        self,
        id: UUID | str,
        body: ApprovalDecision | ApprovalDecisionValue,
        *,
        idempotency_key: str | None = None,
        **fields: Unpack[DecideTransitionFields],
    ) -> TransitionResponse: ...
    @overload
    def decide_transition(
        self, id: UUID | str, body: DecideTransitionRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> TransitionResponse: ...
    def decide_transition(
        self,
        id: UUID | str,
        body: Any = None,
        *,
        decision: ApprovalDecision | ApprovalDecisionValue | None | Unset = UNSET,
        comment: str | None | Unset = UNSET,
        expected_report_digest: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> TransitionResponse:
        """Approves or rejects a transition that awaits approval; the last approval needed applies it if its ground
        still holds.

        Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            body: All fields in one mapping or class, instead of by keyword, or `decision` alone.
            decision: `approve` or `reject`; one rejection ends the transition unless the policy says otherwise.
                Required.
            comment: What the decision rests on.
            expected_report_digest: Digest of the gate report that was looked at; of a transition that rests on
                another one nothing is decided, and the answer is 409.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The move needs a reason. The reason is too short. The emergency needs a ticket.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `REASON_REQUIRED`, `REASON_TOO_SHORT`, `TICKET_REQUIRED`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not approve or reject a change of stage; these roles may:
                approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`, `PERSON_REQUIRED`, `ROLE_REQUIRED`,
                `SELF_APPROVAL`, `SERVICE_ACCOUNT`.
            NotFoundError: 404, The transition does not exist. Codes: `GATE_REPORT_NOT_FOUND`,
                `MODEL_NOT_FOUND`, `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The transition has an outcome already, rests on another report, the caller has
                decided already, or the ground changed. Codes: `ALREADY_DECIDED`, `ARTIFACT_DIGEST_MISMATCH`,
                `FROZEN`, `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `ILLEGAL_TRANSITION`,
                `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`, `NOT_OVERRIDABLE`, `NO_APPROVAL_NEEDED`,
                `ON_HOLD`, `OVERRIDE_DISABLED`, `OVERRIDE_NOT_NEEDED`, `PRODUCTION_WOULD_BE_EMPTY`,
                `REPORT_MISMATCH`, `REQUEST_EXPIRED`, `REVIEW_OVERDUE`, `STALE_EVIDENCE`, `STALE_INCUMBENT`,
                `STALE_POLICY`, `STALE_STAGE`, `TRANSITION_FINAL`, `VERSION_QUARANTINED`.
            GatesRefusedError: 422, The gates no longer pass. Codes: `GATES_REFUSED`, `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.decide_transition(
            ...     "01939d3e-0000-7000-8000-000000000001",
            ...     decision="approve",
            ...     comment="Good enough to begin with.",
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/transitions/{segment('id', id)}/approvals",
                {201: TransitionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "decide_transition",
                    "DecideTransitionRequest",
                    body,
                    {
                        "decision": decision,
                        "comment": comment,
                        "expected_report_digest": expected_report_digest,
                        **unknown,
                    },
                ),
            )
        )

    def withdraw_decision(self, id: UUID | str) -> TransitionResponse:
        """Withdraws the caller's own decision. The withdrawal of a rejection opens the transition again, if its ground
        is as it was.

        Roles that may: approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The operation takes no such precondition. The move
                needs a reason. The reason is too short. The emergency needs a ticket. The request does not have the
                right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `REASON_REQUIRED`, `REASON_TOO_SHORT`, `TICKET_REQUIRED`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not approve or reject a change of stage; these roles may:
                approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The transition does not exist, or the caller has no decision on it. Codes:
                `DECISION_NOT_FOUND`, `MODEL_NOT_FOUND`, `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The transition has another outcome, its ground changed, or the same was asked
                for again. Codes: `ARTIFACT_DIGEST_MISMATCH`, `FROZEN`, `ILLEGAL_TRANSITION`, `NEVER_IN_PRODUCTION`,
                `NEW_EVALUATION_REQUIRED`, `NOT_OVERRIDABLE`, `ON_HOLD`, `OVERRIDE_DISABLED`, `OVERRIDE_NOT_NEEDED`,
                `PRODUCTION_WOULD_BE_EMPTY`, `REQUEST_EXPIRED`, `REVIEW_OVERDUE`, `STALE_EVIDENCE`,
                `STALE_INCUMBENT`, `STALE_POLICY`, `STALE_STAGE`, `TRANSITION_FINAL`, `TRANSITION_OPEN`,
                `VERSION_QUARANTINED`.
            GatesRefusedError: 422, The gates refused the version. Codes: `GATES_REFUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.withdraw_decision("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "DELETE", f"/api/v1/transitions/{segment('id', id)}/approvals/mine", {200: TransitionResponse.from_dict}
            )
        )

    def get_transition_attestation(self, id: UUID | str) -> AttestationResponse:
        """Answers the attestation of an applied transition: an in-toto statement in a DSSE envelope, about the
        artifact, with verdict, digests, approvals, and the proof that the signed record tells of it. It is signed
        once, and the same ever after.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The transition does not exist. Codes: `EVENT_NOT_FOUND`, `MODEL_NOT_FOUND`,
                `TRANSITION_NOT_FOUND`.
            ConflictError: 409, The transition was not applied, or its version states no digest of the artifact.
                Codes: `ARTIFACT_DIGEST_MISSING`, `RECORD_SHORTER`, `TRANSITION_NOT_APPLIED`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_transition_attestation("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call("GET", f"/api/v1/transitions/{segment('id', id)}/attestation", {200: AttestationResponse.from_dict})
        )

    def cancel_transition(self, id: UUID | str, *, idempotency_key: str | None = None) -> TransitionResponse:
        """Takes back a transition that awaits approval.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not cancel a change of stage that awaits approval; these roles
                may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`, `NOT_THE_REQUESTER`.
            NotFoundError: 404, The transition does not exist. Codes: `MODEL_NOT_FOUND`, `TRANSITION_NOT_FOUND`.
            ConflictError: 409, The transition has an outcome already. Codes: `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `TRANSITION_FINAL`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.cancel_transition("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/transitions/{segment('id', id)}/cancel",
                {200: TransitionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    def get_transition_standing(self, id: UUID | str) -> TransitionStandingResponse:
        """Tells where a transition stands now: what it is pinned to, what of it changed, what stands in the way, and
        what an approval would make of it. Changes nothing.

        Roles that may: viewer, contributor, approver, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The transition does not exist. Codes: `MODEL_NOT_FOUND`, `TRANSITION_NOT_FOUND`,
                `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_transition_standing("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "GET", f"/api/v1/transitions/{segment('id', id)}/standing", {200: TransitionStandingResponse.from_dict}
            )
        )

    @overload
    def create_trust_rule(
        self, *, idempotency_key: str | None = None, **fields: Unpack[CreateTrustRuleFields]
    ) -> TrustRuleResponse: ...
    @overload
    def create_trust_rule(
        self, body: CreateTrustRuleRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> TrustRuleResponse: ...
    def create_trust_rule(
        self,
        body: Any = None,
        *,
        name: str | None | Unset = UNSET,
        issuer: str | None | Unset = UNSET,
        audience: str | None | Unset = UNSET,
        claims: Mapping[str, str] | None | Unset = UNSET,
        roles: Sequence[str] | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        model_prefix: str | None | Unset = UNSET,
        expires_in_seconds: int | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> TrustRuleResponse:
        """Lets tokens of another issuer, such as those of CI jobs, be exchanged for short-lived ones of the service,
        so that no secret is stored there.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            name: What the rule is for, for the list of rules.
            issuer: The claim `iss` of the tokens, such as `https://token.actions.githubusercontent.com`, or the
                name of an issuer that is configured. Required.
            audience: The audience that the tokens must be made for. Required.
            claims: What the claims of a token must be: the very text, or one in which each `*` stands for any
                characters. At least one has to say who asks, such as `repository_id`, `project_id` or `sub`; ids
                are better than names, which somebody else may take. Required.
            roles: What the tokens may do that are given; built-in ones or your own; they add up. They are of
                machines, and so approve nothing. Required.
            model: The one model that they may know of; renaming it changes nothing.
            model_prefix: The beginning of the names of the models that they may know of; not together with
                `model`.
            expires_in_seconds: How long they live; 15 minutes unless given, at most an hour.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not define which tokens of other issuers are exchanged for
                tokens of the registry; these roles may: admin. The rule would give rights that the caller lacks.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`, `RIGHTS_EXCEEDED`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`, `ROLE_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.create_trust_rule(
            ...     issuer="https://token.actions.githubusercontent.com",
            ...     audience="stagegate",
            ...     claims={"repository_id": "74837261", "ref": "refs/heads/main"},
            ...     roles=["contributor"],
            ... )
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/trust-rules",
                {201: TrustRuleResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "create_trust_rule",
                    "CreateTrustRuleRequest",
                    body,
                    {
                        "name": name,
                        "issuer": issuer,
                        "audience": audience,
                        "claims": claims,
                        "roles": roles,
                        "model": model,
                        "model_prefix": model_prefix,
                        "expires_in_seconds": expires_in_seconds,
                        **unknown,
                    },
                ),
            )
        )

    def list_trust_rules(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        issuer: str | None = None,
    ) -> TrustRulePage:
        """Lists the trust rules of the models whose rules the caller manages, newest first; those of the whole
        registry are listed to callers who manage all.

        Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            issuer: Only rules of this issuer.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not define which tokens of other issuers are exchanged for
                tokens of the registry; these roles may: admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_trust_rules(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/trust-rules",
                {200: TrustRulePage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "issuer": issuer}),
            )
        )

    def get_trust_rule(self, id: UUID | str) -> TrustRuleResponse:
        """Answers one trust rule.

        Roles that may: admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not define which tokens of other issuers are exchanged for
                tokens of the registry; these roles may: admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The trust rule does not exist. Codes: `MODEL_NOT_FOUND`, `TRUST_RULE_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_trust_rule("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("GET", f"/api/v1/trust-rules/{segment('id', id)}", {200: TrustRuleResponse.from_dict}))

    def delete_trust_rule(self, id: UUID | str, *, if_match: str | None = None) -> None:
        """Ends a trust rule, and with it the tokens that it gave; every replica refuses them from then on.

        Roles that may: admin.

        Args:
            id: Id, a UUID.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not define which tokens of other issuers are exchanged for
                tokens of the registry; these roles may: admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The trust rule does not exist. Codes: `MODEL_NOT_FOUND`, `TRUST_RULE_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.delete_trust_rule("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/trust-rules/{segment('id', id)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    @overload
    def create_webhook(
        self, *, idempotency_key: str | None = None, **fields: Unpack[CreateWebhookFields]
    ) -> CreatedWebhookResponse: ...
    @overload
    def create_webhook(
        self, body: CreateWebhookRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> CreatedWebhookResponse: ...
    def create_webhook(
        self,
        body: Any = None,
        *,
        url: str | None | Unset = UNSET,
        types: Sequence[str] | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        model_prefix: str | None | Unset = UNSET,
        format: WebhookFormat | WebhookFormatValue | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> CreatedWebhookResponse:
        """Makes a webhook, which is told of what happens from now on. The answer shows its secret, this once.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            url: Where deliveries are sent: an http or https address without user, password and fragment, which
                is not followed when it redirects; or `mailto:` and one address, when the service has a mail server.
                Required.
            types: The types of events to be told of, such as `dev.stagegate.transition.applied.v1`; `*` is
                every type, those of later releases too. Required.
            model: Only events of the model that has this name now or had it at the time.
            model_prefix: Only events of models whose name began with this on that day.
            format: What is sent: the event itself (`cloudevents`, the default), or a message for people
                (`slack`, `teams`, and for `mailto:` addresses `mail`), of those events that concern people: what
                awaits approval, is refused (for drift, say), applied, rolled back, on hold, or overdue for review.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The address must not be called. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`, `WEBHOOK_URL_REFUSED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, There are as many webhooks as the service carries. Codes:
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `TOO_MANY_WEBHOOKS`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.create_webhook(
            ...     url="https://hooks.example.com/stagegate",
            ...     types=["dev.stagegate.transition.applied.v1"],
            ...     model_prefix="census",
            ... )
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/webhooks",
                {201: CreatedWebhookResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "create_webhook",
                    "CreateWebhookRequest",
                    body,
                    {
                        "url": url,
                        "types": types,
                        "model": model,
                        "model_prefix": model_prefix,
                        "format": format,
                        **unknown,
                    },
                ),
            )
        )

    def list_webhooks(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
    ) -> WebhookPage:
        """Lists webhooks, newest first.

        Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
        A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control:
        no-cache` asks the primary.

        Args:
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                filter or the order of the list is not understood. The URL cannot be read. The list takes too long
                to find. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_CURSOR`,
                `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_webhooks(limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/webhooks",
                {200: WebhookPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    def get_webhook(self, id: UUID | str) -> WebhookResponse:
        """Answers a webhook.

        Roles that may: admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The path holds no id. The URL cannot be
                read. The request does not have the right shape. Codes: `BAD_REQUEST`, `INVALID_ID`, `INVALID_URL`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The webhook does not exist. Codes: `MODEL_NOT_FOUND`, `WEBHOOK_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.get_webhook("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(Call("GET", f"/api/v1/webhooks/{segment('id', id)}", {200: WebhookResponse.from_dict}))

    @overload
    def update_webhook(
        self, id: UUID | str, *, if_match: str | None = None, **fields: Unpack[UpdateWebhookFields]
    ) -> WebhookResponse: ...
    @overload
    def update_webhook(
        self, id: UUID | str, body: UpdateWebhookRequest | Mapping[str, Any], *, if_match: str | None = None
    ) -> WebhookResponse: ...
    def update_webhook(
        self,
        id: UUID | str,
        body: Any = None,
        *,
        url: str | None | Unset = UNSET,
        types: Sequence[str] | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        model_prefix: str | None | Unset = UNSET,
        format: WebhookFormat | WebhookFormatValue | None | Unset = UNSET,
        enabled: bool | None | Unset = UNSET,
        if_match: str | None = None,
        **unknown: Any,
    ) -> WebhookResponse:
        """Changes a webhook; what is left out stays as it is.

        Roles that may: admin.

        Args:
            id: Id, a UUID.
            body: All fields in one mapping or class, instead of by keyword.
            url: Another address.
            types: Other types of events.
            model: Another model; null for every one.
            model_prefix: Another beginning of names; null for every name.
            format: Another form of what is sent.
            enabled: Whether anything is sent; what happens while nothing is sent is told when it is enabled
                again.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The address must not be called. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`, `WEBHOOK_URL_REFUSED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The webhook does not exist. Codes: `MODEL_NOT_FOUND`, `WEBHOOK_NOT_FOUND`.
            PreconditionFailedError: 412, The webhook was changed meanwhile. Codes: `PRECONDITION_FAILED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.update_webhook("01939d3e-0000-7000-8000-000000000001", enabled=False)
        """
        return self._send(
            Call(
                "PATCH",
                f"/api/v1/webhooks/{segment('id', id)}",
                {200: WebhookResponse.from_dict},
                headers=headers_of({"If-Match": if_match}),
                json=request(
                    "update_webhook",
                    "UpdateWebhookRequest",
                    body,
                    {
                        "url": url,
                        "types": types,
                        "model": model,
                        "model_prefix": model_prefix,
                        "format": format,
                        "enabled": enabled,
                        **unknown,
                    },
                ),
            )
        )

    def delete_webhook(self, id: UUID | str, *, if_match: str | None = None) -> None:
        """Deletes a webhook, with what it has not been told yet.

        Roles that may: admin.

        Args:
            id: Id, a UUID.
            if_match: ETag of the representation the request is meant for, or `*`; 412 when the resource is
                another by now.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`, `MALFORMED_JSON`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The webhook does not exist. Codes: `MODEL_NOT_FOUND`, `WEBHOOK_NOT_FOUND`.
            PreconditionFailedError: 412, The webhook was changed meanwhile. Codes: `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.delete_webhook("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/webhooks/{segment('id', id)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    def list_webhook_deliveries(
        self,
        id: UUID | str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
        status: WebhookDeliveryStatus | WebhookDeliveryStatusValue | None = None,
    ) -> DeliveryPage:
        """Lists the deliveries of a webhook, the newest event first; those that ended are forgotten after a time, 30
        days unless the registry is set otherwise.

        Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
        A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control:
        no-cache` asks the primary.

        Args:
            id: Id, a UUID.
            limit: How many items to answer at most; 50 unless given.
            cursor: The `nextCursor` of the page before, with the same filter and order.
            filter_: Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team
                in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test >
                0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`,
                `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is
                null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the
                page Searching, docs/searching.md.
            sort: Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for
                descending, as in `metrics.auc desc, version`; missing values come last. The page Searching,
                docs/searching.md, names them for each list.
            status: Only deliveries that stand so: `waiting` for an attempt, `delivered`, or `dead`, given up
                after three days.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The cursor does not fit this list. The
                path holds no id. The filter or the order of the list is not understood. The URL cannot be read. The
                list takes too long to find. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `INVALID_CURSOR`, `INVALID_ID`, `INVALID_LIST_QUERY`, `INVALID_URL`, `LIST_QUERY_TOO_COSTLY`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The webhook does not exist. Codes: `MODEL_NOT_FOUND`, `WEBHOOK_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in registry.list_webhook_deliveries("01939d3e-0000-7000-8000-000000000001", limit=20).items:
            ...     print(one)
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/webhooks/{segment('id', id)}/deliveries",
                {200: DeliveryPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "status": status}),
            )
        )

    def redeliver_webhook_delivery(
        self, id: UUID | str, delivery: UUID | str, *, idempotency_key: str | None = None
    ) -> DeliveryResponse:
        """Sends a delivery once more.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            delivery: Id of the delivery, a UUID.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The webhook or the delivery does not exist. Codes: `DELIVERY_NOT_FOUND`,
                `MODEL_NOT_FOUND`, `WEBHOOK_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.redeliver_webhook_delivery(
            ...     "01939d3e-0000-7000-8000-000000000001",
            ...     "01939d3e-0000-7000-8000-000000000001",
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/webhooks/{segment('id', id)}/deliveries/{segment('delivery', delivery)}/redeliver",
                {202: DeliveryResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    @overload
    def redeliver_webhook(
        self,
        id: UUID | str,
        *,
        from_: datetime.datetime,
        idempotency_key: str | None = None,
        **fields: Unpack[RedeliverFields],
    ) -> RedeliveryResponse: ...
    @overload
    def redeliver_webhook(
        self,
        id: UUID | str,
        body: datetime.datetime,
        *,
        idempotency_key: str | None = None,
        **fields: Unpack[RedeliverFields],
    ) -> RedeliveryResponse: ...
    @overload
    def redeliver_webhook(
        self, id: UUID | str, body: RedeliverRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> RedeliveryResponse: ...
    def redeliver_webhook(
        self,
        id: UUID | str,
        body: Any = None,
        *,
        from_: datetime.datetime | None | Unset = UNSET,
        to: datetime.datetime | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> RedeliveryResponse:
        """Tells a webhook once more of what happened in a span of time, those events included that it was never told
        of.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            body: All fields in one mapping or class, instead of by keyword, or `from_` alone.
            from_: Events at or after this time. Required.
            to: Events at or before this time; until now unless given.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, So many events are not told again at once. Codes: `BAD_REQUEST`,
                `EMPTY_BODY`, `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `REDELIVERY_TOO_LARGE`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The webhook does not exist. Codes: `MODEL_NOT_FOUND`, `WEBHOOK_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.redeliver_webhook(
            ...     "01939d3e-0000-7000-8000-000000000001",
            ...     datetime.fromisoformat("2026-11-01T00:00:00.000+00:00"),
            ... )
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/webhooks/{segment('id', id)}/redeliveries",
                {202: RedeliveryResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("redeliver_webhook", "RedeliverRequest", body, {"from_": from_, "to": to, **unknown}),
            )
        )

    @overload
    def rotate_webhook_secret(
        self, id: UUID | str, *, idempotency_key: str | None = None, **fields: Unpack[RotateSecretFields]
    ) -> CreatedWebhookResponse: ...
    @overload
    def rotate_webhook_secret(
        self, id: UUID | str, body: RotateSecretRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> CreatedWebhookResponse: ...
    def rotate_webhook_secret(
        self,
        id: UUID | str,
        body: Any = None,
        *,
        overlap_seconds: int | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> CreatedWebhookResponse:
        """Makes a new secret and a new pair of keys, and shows the secret, this once. For a while the former ones sign
        as well.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            body: All fields in one mapping or class, instead of by keyword.
            overlap_seconds: How long deliveries are signed by the former secret as well, in seconds; a day
                unless given.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The webhook does not exist. Codes: `MODEL_NOT_FOUND`, `WEBHOOK_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.rotate_webhook_secret("01939d3e-0000-7000-8000-000000000001", overlap_seconds=3600)
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/webhooks/{segment('id', id)}/secret",
                {200: CreatedWebhookResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request(
                    "rotate_webhook_secret",
                    "RotateSecretRequest",
                    body,
                    {"overlap_seconds": overlap_seconds, **unknown},
                ),
            )
        )

    def test_webhook(self, id: UUID | str, *, idempotency_key: str | None = None) -> WebhookTestResponse:
        """Sends a message that only tries the way, once and at once, and answers what came of it.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours
                unless the registry is set otherwise, and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set up webhooks and read their deliveries; these roles may:
                admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The webhook does not exist. Codes: `MODEL_NOT_FOUND`, `WEBHOOK_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> registry.test_webhook("01939d3e-0000-7000-8000-000000000001")
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/webhooks/{segment('id', id)}/test",
                {200: WebhookTestResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )
