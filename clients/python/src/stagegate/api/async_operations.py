"""One method per operation of the API, for use with asyncio."""

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


class AsyncOperations(ABC):
    """The operations as methods to await."""

    @abstractmethod
    async def _send(self, call: Call[T]) -> T: ...

    async def list_audit_events(
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
        """Lists audit events, newest first unless asked otherwise.

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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in (await registry.list_audit_events(limit=20)).items:
            ...     print(one)
        """
        return await self._send(
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

    async def verify_audit_events(
        self, *, from_: int | None = None, to: int | None = None
    ) -> AuditVerificationResponse:
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
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.verify_audit_events()
        """
        return await self._send(
            Call(
                "GET",
                "/api/v1/audit-events/verification",
                {200: AuditVerificationResponse.from_dict},
                params=query_of({"from": from_, "to": to}),
            )
        )

    async def get_verification_progress(self) -> VerificationProgressResponse:
        """Says how far the verification is that runs in the process that answers, whoever asked for it.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_verification_progress()
        """
        return await self._send(
            Call("GET", "/api/v1/audit-events/verification/progress", {200: VerificationProgressResponse.from_dict})
        )

    @overload
    async def start_verification(
        self, *, idempotency_key: str | None = None, **fields: Unpack[StartVerificationFields]
    ) -> VerificationJobResponse: ...
    @overload
    async def start_verification(
        self, body: StartVerificationRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> VerificationJobResponse: ...
    async def start_verification(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            ConflictError: 409, One of another part of the record is under way. Codes:
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `VERIFICATION_UNDER_WAY`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.start_verification()
        """
        return await self._send(
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

    async def get_verification(self, id: UUID | str) -> VerificationJobResponse:
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
            NotFoundError: 404, The verification does not exist. Codes: `VERIFICATION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_verification("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/audit-events/verifications/{segment('id', id)}",
                {200: VerificationJobResponse.from_dict},
            )
        )

    async def get_console_settings(self) -> ConsoleSettingsResponse:
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
            >>> await registry.get_console_settings()
        """
        return await self._send(Call("GET", "/api/v1/console-settings", {200: ConsoleSettingsResponse.from_dict}))

    async def get_console_links(self) -> ConsoleLinksResponse:
        """Answers where the console's links to other places lead.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_console_links()
        """
        return await self._send(Call("GET", "/api/v1/console-settings/links", {200: ConsoleLinksResponse.from_dict}))

    @overload
    async def register_dataset(
        self, *, idempotency_key: str | None = None, **fields: Unpack[RegisterDatasetFields]
    ) -> DatasetVersionResponse: ...
    @overload
    async def register_dataset(
        self, body: RegisterDatasetRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> DatasetVersionResponse: ...
    async def register_dataset(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            ConflictError: 409, The dataset version is registered already. Codes: `DATASET_VERSION_EXISTS`,
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.register_dataset(
            ...     name="adult-test",
            ...     version="1",
            ...     row_count=16281,
            ...     inventory={"sex": {"Female": 5421, "Male": 10860}},
            ... )
        """
        return await self._send(
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

    async def list_datasets(
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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in (await registry.list_datasets(limit=20)).items:
            ...     print(one)
        """
        return await self._send(
            Call(
                "GET",
                "/api/v1/datasets",
                {200: DatasetVersionPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "name": name}),
            )
        )

    async def get_dataset(self, id: UUID | str) -> DatasetVersionResponse:
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
            NotFoundError: 404, The dataset version does not exist. Codes: `DATASET_VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_dataset("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call("GET", f"/api/v1/datasets/{segment('id', id)}", {200: DatasetVersionResponse.from_dict})
        )

    async def get_evaluation(self, id: UUID | str) -> EvaluationResponse:
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
            NotFoundError: 404, The evaluation does not exist. Codes: `EVALUATION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_evaluation("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call("GET", f"/api/v1/evaluations/{segment('id', id)}", {200: EvaluationResponse.from_dict})
        )

    async def load_example(self, *, idempotency_key: str | None = None) -> LoadedExampleResponse:
        """Loads the census example to try things out on: a model with a policy and four versions, of which the second
        is in Production, the third was refused and the fourth awaits approval. Only a service with the embedded
        database has it.

        Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The move needs a reason. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `REASON_REQUIRED`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not load the example; these roles may: admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`, `ROLE_REQUIRED`, `SELF_APPROVAL`.
            ConflictError: 409, The service keeps its registry in a database of your own. Codes:
                `ALREADY_DECIDED`, `ARTIFACT_DIGEST_MISMATCH`, `EXAMPLE_NOT_OFFERED`, `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `ILLEGAL_TRANSITION`, `MODEL_EXISTS`, `MODEL_NAME_KEPT`,
                `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`, `NO_APPROVAL_NEEDED`, `PRODUCTION_WOULD_BE_EMPTY`,
                `REPORT_MISMATCH`, `STALE_EVIDENCE`, `STALE_INCUMBENT`, `STALE_POLICY`, `STALE_STAGE`,
                `TRANSITION_FINAL`, `TRANSITION_OPEN`, `VERSION_QUARANTINED`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            GatesRefusedError: 422, The gates refused the version. The idempotency key belongs to another
                request. The gate policy is not valid. Codes: `GATES_REFUSED`, `IDEMPOTENCY_KEY_REUSED`,
                `INVALID_POLICY`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.load_example()
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/examples/census-income",
                {201: LoadedExampleResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    @overload
    async def set_default_gate_policy(
        self, *, if_match: str | None = None, if_none_match: str | None = None, **fields: Unpack[GatePolicyFields]
    ) -> EffectiveGatePolicyResponse: ...
    @overload
    async def set_default_gate_policy(
        self,
        body: GatePolicyDocument | GatePolicy | Mapping[str, Any],
        *,
        if_match: str | None = None,
        if_none_match: str | None = None,
    ) -> EffectiveGatePolicyResponse: ...
    async def set_default_gate_policy(
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
        preset: GatePresetValue | None | Unset = UNSET,
        rules: Any = UNSET,
        approvals: ApprovalDemand | None | Unset = UNSET,
        first_promotion: FirstPromotion | None | Unset = UNSET,
        allow_skip_staging: bool | None | Unset = UNSET,
        rollback: RollbackGates | None | Unset = UNSET,
        comparability: Comparability | None | Unset = UNSET,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **unknown: Any,
    ) -> EffectiveGatePolicyResponse:
        """Sets the registry's default policy, which holds for models without one of their own.

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
            preset: Named set of defaults; open means no gates.
            rules: The gate rules, at most 500, in any order.
            approvals: Who must approve the transition.
            first_promotion: What holds while there is no incumbent.
            allow_skip_staging: Whether a version may go to Production without Staging.
            rollback: What a rollback to this stage needs.
            comparability: What must agree before two evaluations are compared.
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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            InvalidRequestError: 422, The policy is not valid; every fault is named with its place. Codes:
                `INVALID_POLICY`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.set_default_gate_policy(name="registry")
        """
        return await self._send(
            Call(
                "PUT",
                "/api/v1/gate-policy",
                {200: EffectiveGatePolicyResponse.from_dict},
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
                        "preset": preset,
                        "rules": rules,
                        "approvals": approvals,
                        "first_promotion": first_promotion,
                        "allow_skip_staging": allow_skip_staging,
                        "rollback": rollback,
                        "comparability": comparability,
                        **unknown,
                    },
                ),
            )
        )

    async def get_default_gate_policy(self) -> EffectiveGatePolicyResponse:
        """Answers the registry's default policy, or the built-in one when none was set.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_default_gate_policy()
        """
        return await self._send(Call("GET", "/api/v1/gate-policy", {200: EffectiveGatePolicyResponse.from_dict}))

    @overload
    async def start_back_test(
        self, *, idempotency_key: str | None = None, **fields: Unpack[StartBackTestFields]
    ) -> BackTestJobResponse: ...
    @overload
    async def start_back_test(
        self, body: StartBackTestRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> BackTestJobResponse: ...
    async def start_back_test(
        self,
        body: Any = None,
        *,
        policy: GatePolicyDocument | GatePolicy | Mapping[str, Any] | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        **unknown: Any,
    ) -> BackTestJobResponse:
        """Starts judging all recorded promotions to Production, and all that is live, by a draft policy; changes
        nothing. It runs apart from the request, one in the registry at a time.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            policy: The draft policy, in the form of a gate policy document. Required.
            model: The model to judge, the draft standing for its own policy; without it all models, the draft
                standing for the registry's default.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            ConflictError: 409, Another one is under way. Codes: `BACK_TEST_UNDER_WAY`,
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The draft policy is not valid; every fault is named with its place. Codes:
                `IDEMPOTENCY_KEY_REUSED`, `INVALID_POLICY`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.start_back_test(
            ...     policy={"rules": [{"metric": "accuracy", "min": 0.86}], "approvals": {"slots": [{"role": "approver"}]}},
            ...     model="census-income",
            ... )
        """
        return await self._send(
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

    async def get_back_test(self, id: UUID | str) -> BackTestJobResponse:
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
            NotFoundError: 404, The back-test does not exist. Codes: `BACK_TEST_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_back_test("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call("GET", f"/api/v1/gate-policy/back-test-jobs/{segment('id', id)}", {200: BackTestJobResponse.from_dict})
        )

    async def cancel_back_test(self, id: UUID | str) -> None:
        """Ends a back-test over everything that is queued or under way; what one that has ended found stays.

        Roles that may: contributor, admin.

        Args:
            id: Id, a UUID.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The URL cannot be read. The body is not JSON. The operation takes no such precondition. The request
                does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_URL`,
                `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not judge a version by the gates without changing anything;
                these roles may: contributor, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The back-test does not exist. Codes: `BACK_TEST_NOT_FOUND`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.cancel_back_test("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call("DELETE", f"/api/v1/gate-policy/back-test-jobs/{segment('id', id)}", {204: no_content})
        )

    @overload
    async def back_test_gate_policy(
        self, *, idempotency_key: str | None = None, **fields: Unpack[BackTestFields]
    ) -> BackTestResponse: ...
    @overload
    async def back_test_gate_policy(
        self, body: BackTestRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> BackTestResponse: ...
    async def back_test_gate_policy(
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

        Args:
            body: All fields in one mapping or class, instead of by keyword.
            policy: The draft policy, in the form of a gate policy document. Required.
            model: The model whose promotions to judge, the draft standing for its own policy; without it all
                models, the draft standing for the registry's default.
            to_stage: The stage whose promotions to judge; Production unless given.
            limit: How many of the newest promotions to judge at most; 200 unless given.
            from_: Only promotions asked for at or after this time.
            to: Only promotions asked for before this time.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            >>> await registry.back_test_gate_policy(
            ...     policy={"rules": [{"metric": "accuracy", "min": 0.86}], "approvals": {"slots": [{"role": "approver"}]}},
            ...     model="census-income",
            ...     limit=2,
            ... )
        """
        return await self._send(
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
    async def check_default_gate_policy(
        self, *, idempotency_key: str | None = None, **fields: Unpack[CheckGatePolicyFields]
    ) -> PolicyCheckResponse: ...
    @overload
    async def check_default_gate_policy(
        self, body: CheckGatePolicyRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> PolicyCheckResponse: ...
    async def check_default_gate_policy(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.check_default_gate_policy(
            ...     policy={"name": "registry", "stages": {"Production": {"rules": [{"id": "better-than-chance", "metric": "accuracy", "min": 0.7}, {"id": "artifact-known", "kind": "metadata", "require": [{"path": "artifactDigest", "op": "present"}]}]}}},
            ... )
        """
        return await self._send(
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

    async def list_default_gate_policy_revisions(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        filter_: str | None = None,
        sort: str | None = None,
    ) -> GatePolicyPage:
        """Lists the revisions of the registry's default policy, newest first.

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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in (await registry.list_default_gate_policy_revisions(limit=20)).items:
            ...     print(one)
        """
        return await self._send(
            Call(
                "GET",
                "/api/v1/gate-policy/revisions",
                {200: GatePolicyPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    async def get_default_gate_policy_revision(self, revision: int) -> GatePolicyResponse:
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
            >>> await registry.get_default_gate_policy_revision(3)
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/gate-policy/revisions/{segment('revision', revision)}",
                {200: GatePolicyResponse.from_dict},
            )
        )

    async def get_gate_report(self, id: UUID | str) -> GateReportResponse:
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
            NotFoundError: 404, The gate report does not exist. Codes: `GATE_REPORT_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_gate_report("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call("GET", f"/api/v1/gate-reports/{segment('id', id)}", {200: GateReportResponse.from_dict})
        )

    async def replay_gate_report(
        self, id: UUID | str, *, idempotency_key: str | None = None
    ) -> ReplayedGateReportResponse:
        """Judges the evidence of a stored gate report again by the same policy revisions; the answer equals the stored
        report, or is 409 and leaves an audit event.

        Roles that may: viewer, contributor, approver, admin. With an `Idempotency-Key` it can be sent again without
        a second effect.

        Args:
            id: Id, a UUID.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            NotFoundError: 404, The gate report does not exist. Codes: `GATE_REPORT_NOT_FOUND`.
            ConflictError: 409, The judgement does not come out as it is stored; `difference` says where. Codes:
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `REPLAY_DIFFERS`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.replay_gate_report("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/gate-reports/{segment('id', id)}/replay",
                {200: ReplayedGateReportResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    async def get_me(self) -> MeResponse:
        """Answers who the caller is and what it may do.

        Roles that may: viewer, contributor, approver, admin.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The URL cannot be read. The request does
                not have the right shape. Codes: `BAD_REQUEST`, `INVALID_URL`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_me()
        """
        return await self._send(Call("GET", "/api/v1/me", {200: MeResponse.from_dict}))

    @overload
    async def create_model(
        self, *, name: str, idempotency_key: str | None = None, **fields: Unpack[CreateModelFields]
    ) -> ModelResponse: ...
    @overload
    async def create_model(
        self, body: str, *, idempotency_key: str | None = None, **fields: Unpack[CreateModelFields]
    ) -> ModelResponse: ...
    @overload
    async def create_model(
        self, body: CreateModelRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> ModelResponse: ...
    async def create_model(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            ConflictError: 409, A model of this name exists. Codes: `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `MODEL_EXISTS`, `MODEL_NAME_KEPT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.create_model(
            ...     name="census-income",
            ...     owner="risk-modelling",
            ...     tags={"task": "binary-classification"},
            ... )
        """
        return await self._send(
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

    async def list_models(
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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in (await registry.list_models(limit=20)).items:
            ...     print(one)
        """
        return await self._send(
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

    async def get_model(self, model: str) -> ModelResponse:
        """Answers one model with its aliases and its Production version.

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
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_model("census-income")
        """
        return await self._send(
            Call("GET", f"/api/v1/models/{segment('model', model)}", {200: ModelResponse.from_dict})
        )

    @overload
    async def update_model(
        self, model: str, *, if_match: str | None = None, **fields: Unpack[UpdateModelFields]
    ) -> ModelResponse: ...
    @overload
    async def update_model(
        self, model: str, body: UpdateModelRequest | Mapping[str, Any], *, if_match: str | None = None
    ) -> ModelResponse: ...
    async def update_model(
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
            >>> await registry.update_model(
            ...     "census-income",
            ...     description="Earns more than 50,000 USD a year: yes or no.",
            ...     tags={"team": "risk"},
            ... )
        """
        return await self._send(
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

    async def delete_model(self, model: str, *, if_match: str | None = None) -> None:
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
            >>> await registry.delete_model("census-income")
        """
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    @overload
    async def set_alias(
        self, model: str, alias: str, *, version: int, if_match: str | None = None, if_none_match: str | None = None
    ) -> AliasResponse | RequestedTransitionResponse: ...
    @overload
    async def set_alias(
        self, model: str, alias: str, body: int, *, if_match: str | None = None, if_none_match: str | None = None
    ) -> AliasResponse | RequestedTransitionResponse: ...
    @overload
    async def set_alias(
        self,
        model: str,
        alias: str,
        body: SetAliasRequest | Mapping[str, Any],
        *,
        if_match: str | None = None,
        if_none_match: str | None = None,
    ) -> AliasResponse | RequestedTransitionResponse: ...
    async def set_alias(
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
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not set and delete aliases; these roles may: contributor, admin.
                Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The promotion it asks for is not possible. Codes: `ARTIFACT_DIGEST_MISMATCH`,
                `ILLEGAL_TRANSITION`, `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`, `PRODUCTION_WOULD_BE_EMPTY`,
                `STALE_EVIDENCE`, `STALE_INCUMBENT`, `STALE_POLICY`, `STALE_STAGE`, `TRANSITION_OPEN`,
                `VERSION_QUARANTINED`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            GatesRefusedError: 422, The gates refused the version. Codes: `GATES_REFUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.set_alias("census-income", "champion", 3)
        """
        return await self._send(
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

    async def get_alias(self, model: str, alias: str) -> AliasResponse:
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
            >>> await registry.get_alias("census-income", "champion")
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/aliases/{segment('alias', alias)}",
                {200: AliasResponse.from_dict},
            )
        )

    async def delete_alias(self, model: str, alias: str, *, if_match: str | None = None) -> None:
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
            >>> await registry.delete_alias("census-income", "champion")
        """
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}/aliases/{segment('alias', alias)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    async def compare_versions(
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
        header `Link`, until there is none.

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
            >>> await registry.compare_versions("census-income", 3)
        """
        return await self._send(
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
    async def set_gate_policy(
        self,
        model: str,
        *,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **fields: Unpack[GatePolicyFields],
    ) -> EffectiveGatePolicyResponse: ...
    @overload
    async def set_gate_policy(
        self,
        model: str,
        body: GatePolicyDocument | GatePolicy | Mapping[str, Any],
        *,
        if_match: str | None = None,
        if_none_match: str | None = None,
    ) -> EffectiveGatePolicyResponse: ...
    async def set_gate_policy(
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
        preset: GatePresetValue | None | Unset = UNSET,
        rules: Any = UNSET,
        approvals: ApprovalDemand | None | Unset = UNSET,
        first_promotion: FirstPromotion | None | Unset = UNSET,
        allow_skip_staging: bool | None | Unset = UNSET,
        rollback: RollbackGates | None | Unset = UNSET,
        comparability: Comparability | None | Unset = UNSET,
        if_match: str | None = None,
        if_none_match: str | None = None,
        **unknown: Any,
    ) -> EffectiveGatePolicyResponse:
        """Sets the gate policy of a model: makes a new immutable revision. It may only tighten what the registry's
        default asks for.

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
            preset: Named set of defaults; open means no gates.
            rules: The gate rules, at most 500, in any order.
            approvals: Who must approve the transition.
            first_promotion: What holds while there is no incumbent.
            allow_skip_staging: Whether a version may go to Production without Staging.
            rollback: What a rollback to this stage needs.
            comparability: What must agree before two evaluations are compared.
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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            InvalidRequestError: 422, The policy is not valid; every fault is named with its place. Codes:
                `INVALID_POLICY`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.set_gate_policy("census-income", name="census-income")
        """
        return await self._send(
            Call(
                "PUT",
                f"/api/v1/models/{segment('model', model)}/gate-policy",
                {200: EffectiveGatePolicyResponse.from_dict},
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
                        "preset": preset,
                        "rules": rules,
                        "approvals": approvals,
                        "first_promotion": first_promotion,
                        "allow_skip_staging": allow_skip_staging,
                        "rollback": rollback,
                        "comparability": comparability,
                        **unknown,
                    },
                ),
            )
        )

    async def get_gate_policy(self, model: str) -> EffectiveGatePolicyResponse:
        """Answers the policy that holds for a model: the registry's default and its own composed, or the built-in one.

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
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_gate_policy("census-income")
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/gate-policy",
                {200: EffectiveGatePolicyResponse.from_dict},
            )
        )

    @overload
    async def check_gate_policy(
        self, model: str, *, idempotency_key: str | None = None, **fields: Unpack[CheckGatePolicyFields]
    ) -> PolicyCheckResponse: ...
    @overload
    async def check_gate_policy(
        self, model: str, body: CheckGatePolicyRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> PolicyCheckResponse: ...
    async def check_gate_policy(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            >>> await registry.check_gate_policy(
            ...     "census-income",
            ...     policy={"name": "census-income", "description": "Good enough at all, no worse than what runs, and no group pays for a gain elsewhere.", "stages": {"Staging": {"rules": [{"id": "accuracy-floor", "metric": "accuracy", "min": 0.8}]}, "Production": {"rules": [{"id": "auc-floor", "metric": "auc_roc", "min": 0.88}, {"id": "ece-limit", "metric": "ece_10", "max": 0.05}, {"id": "latency", "metric": "latency_ms_p95", "max": 100}, {"id": "accuracy", "metric": "accuracy", "maxRegression": 0.01}, {"id": "log-loss", "metric": "log_loss", "maxRegression": {"rel": 0.01}}, {"id": "f1-by-sex", "description": "A gain overall may not be paid for by one sex.", "metric": "f1", "maxRegression": 0.02, "slices": [{"sex": "Female"}, {"sex": "Male"}], "includeOverall": True}], "approvals": {"slots": [{"role": "approver", "count": 1}]}}}},
            ... )
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/gate-policy/checks",
                {200: PolicyCheckResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("check_gate_policy", "CheckGatePolicyRequest", body, {"policy": policy, **unknown}),
            )
        )

    async def list_gate_policy_revisions(
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
        header `Link`, until there is none.

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
            >>> for one in (await registry.list_gate_policy_revisions("census-income", limit=20)).items:
            ...     print(one)
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/gate-policy/revisions",
                {200: GatePolicyPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    async def get_gate_policy_revision(self, model: str, revision: int) -> GatePolicyResponse:
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
            >>> await registry.get_gate_policy_revision("census-income", 3)
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/gate-policy/revisions/{segment('revision', revision)}",
                {200: GatePolicyResponse.from_dict},
            )
        )

    async def list_model_history(
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
        header `Link`, until there is none.

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
            >>> for one in (await registry.list_model_history("census-income", limit=20)).items:
            ...     print(one)
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/history",
                {200: HistoryPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    @overload
    async def rename_model(self, model: str, *, new_name: str, idempotency_key: str | None = None) -> ModelResponse: ...
    @overload
    async def rename_model(self, model: str, body: str, *, idempotency_key: str | None = None) -> ModelResponse: ...
    @overload
    async def rename_model(
        self, model: str, body: RenameModelRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> ModelResponse: ...
    async def rename_model(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The URL cannot be read. The body is not JSON. The operation
                takes no such precondition. The request does not have the right shape. Codes: `BAD_REQUEST`,
                `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not rename models; these roles may: admin. Codes:
                `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model does not exist. Codes: `MODEL_NOT_FOUND`.
            ConflictError: 409, A model of the new name exists, or a deleted one had versions under it. Codes:
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `MODEL_EXISTS`, `MODEL_NAME_KEPT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.rename_model("census-income", "census-trial")
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/rename",
                {200: ModelResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("rename_model", "RenameModelRequest", body, {"new_name": new_name, **unknown}),
            )
        )

    @overload
    async def rollback_model(
        self, model: str, *, reason: str, idempotency_key: str | None = None, **fields: Unpack[RollbackFields]
    ) -> RequestedTransitionResponse: ...
    @overload
    async def rollback_model(
        self, model: str, body: str, *, idempotency_key: str | None = None, **fields: Unpack[RollbackFields]
    ) -> RequestedTransitionResponse: ...
    @overload
    async def rollback_model(
        self, model: str, body: RollbackRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> RequestedTransitionResponse: ...
    async def rollback_model(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The path holds no model name. The URL cannot be read. The body is not JSON. The operation
                takes no such precondition. The move needs a reason. The request does not have the right shape.
                Codes: `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_URL`,
                `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `REASON_REQUIRED`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not put an earlier version back into Production; these roles
                may: approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, There is no version to roll back to, it never held Production, or it is
                quarantined. Codes: `ARTIFACT_DIGEST_MISMATCH`, `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `ILLEGAL_TRANSITION`, `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`,
                `NO_ROLLBACK_TARGET`, `PRODUCTION_WOULD_BE_EMPTY`, `STALE_EVIDENCE`, `STALE_INCUMBENT`,
                `STALE_POLICY`, `STALE_STAGE`, `TRANSITION_OPEN`, `VERSION_QUARANTINED`.
            GatesRefusedError: 422, The policy demands gates for rollbacks, and they refused. Codes:
                `GATES_REFUSED`, `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.rollback_model("census-income", "Complaints about refused loans.")
        """
        return await self._send(
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

    async def preview_rollback(self, model: str, *, to_version: int | None = None) -> RollbackPreviewResponse:
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
            >>> await registry.preview_rollback("census-income")
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/rollback",
                {200: RollbackPreviewResponse.from_dict},
                params=query_of({"toVersion": to_version}),
            )
        )

    async def get_stage(
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
            >>> await registry.get_stage("census-income", "Production")
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/stages/{segment('stage', stage)}",
                {200: StagedVersionResponse.from_dict},
                params=query_of({"at": at}),
            )
        )

    async def list_tenures(
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
        header `Link`, until there is none.

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
            >>> for one in (await registry.list_tenures("census-income", limit=20)).items:
            ...     print(one)
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/tenures",
                {200: ProductionTenurePage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort}),
            )
        )

    async def list_model_transitions(
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
        header `Link`, until there is none.

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
            >>> for one in (await registry.list_model_transitions("census-income", limit=20)).items:
            ...     print(one)
        """
        return await self._send(
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
    async def register_version(
        self,
        model: str,
        *,
        artifact_uri: str,
        idempotency_key: str | None = None,
        **fields: Unpack[RegisterVersionFields],
    ) -> VersionResponse: ...
    @overload
    async def register_version(
        self, model: str, body: str, *, idempotency_key: str | None = None, **fields: Unpack[RegisterVersionFields]
    ) -> VersionResponse: ...
    @overload
    async def register_version(
        self, model: str, body: RegisterVersionRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> VersionResponse: ...
    async def register_version(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            >>> await registry.register_version(
            ...     "census-income",
            ...     artifact_uri="s3://example-models/census-income/1/model.pkl",
            ...     dataset={"name": "adult-train", "version": "1"},
            ...     framework="scikit-learn 1.2.1",
            ... )
        """
        return await self._send(
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

    async def list_versions(
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
        header `Link`, until there is none.

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
            >>> for one in (await registry.list_versions("census-income", limit=20)).items:
            ...     print(one)
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions",
                {200: VersionPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "stage": stage}),
            )
        )

    async def get_version(self, model: str, version: int) -> VersionResponse:
        """Answers one version.

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
            NotFoundError: 404, The model or the version does not exist. Codes: `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_version("census-income", 4)
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}",
                {200: VersionResponse.from_dict},
            )
        )

    @overload
    async def update_version(
        self, model: str, version: int, *, if_match: str | None = None, **fields: Unpack[UpdateVersionFields]
    ) -> VersionResponse: ...
    @overload
    async def update_version(
        self, model: str, version: int, body: UpdateVersionRequest | Mapping[str, Any], *, if_match: str | None = None
    ) -> VersionResponse: ...
    async def update_version(
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
            >>> await registry.update_version(
            ...     "census-income",
            ...     4,
            ...     description="gradient boosting",
            ...     tags={"candidate": "yes"},
            ... )
        """
        return await self._send(
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

    async def delete_version(self, model: str, version: int, *, if_match: str | None = None) -> None:
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
            >>> await registry.delete_version("census-income", 4)
        """
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}",
                {204: no_content},
                headers=headers_of({"If-Match": if_match}),
            )
        )

    async def get_version_card(self, model: str, version: int) -> ModelCardResponse:
        """Answers the model card of a version: purpose and limits, lineage, metrics with intervals, slices and gaps,
        decisions and approvals. With `Accept: text/markdown` it is Markdown, with `text/html` a page to be printed.

        Roles that may: viewer, contributor, approver, admin.

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
            >>> await registry.get_version_card("census-income", 4)
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/card",
                {200: ModelCardResponse.from_dict},
            )
        )

    async def get_version_curves(
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
            >>> await registry.get_version_curves("census-income", 4, "calibration")
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/curves",
                {200: VersionCurvesResponse.from_dict},
                params=query_of({"kind": kind, "dataset": dataset, "slice": slice}),
            )
        )

    @overload
    async def submit_evaluation(
        self, model: str, version: int, *, idempotency_key: str | None = None, **fields: Unpack[SubmitEvaluationFields]
    ) -> EvaluationResponse: ...
    @overload
    async def submit_evaluation(
        self,
        model: str,
        version: int,
        body: SubmitEvaluationRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> EvaluationResponse: ...
    async def submit_evaluation(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            >>> await registry.submit_evaluation(
            ...     "census-income",
            ...     4,
            ...     dataset={"name": "adult-test", "version": "1", "digest": "sha256:a42cdb85993279e8698870570cd866b0a5b13ab445558c0fd442123ec551818f", "split": "test"},
            ...     metrics=[{"name": "accuracy", "slice": {}, "value": 0.8524046434494196, "count": 16281}],
            ...     evaluator="scikit-learn 1.2.1",
            ... )
        """
        return await self._send(
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

    async def list_evaluations(
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
        header `Link`, until there is none.

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
            NotFoundError: 404, The model or the version does not exist. Codes: `VERSION_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in (await registry.list_evaluations("census-income", 4, limit=20)).items:
            ...     print(one)
        """
        return await self._send(
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
    async def submit_predictions(
        self, model: str, version: int, *, idempotency_key: str | None = None, **fields: Unpack[SubmitPredictionsFields]
    ) -> PredictionJobResponse: ...
    @overload
    async def submit_predictions(
        self,
        model: str,
        version: int,
        body: SubmitPredictionsRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> PredictionJobResponse: ...
    async def submit_predictions(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
                `SOURCE_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.submit_predictions(
            ...     "census-income",
            ...     4,
            ...     task="binary",
            ...     dataset={"name": "adult-test", "version": "2", "digest": "sha256:a42cdb85993279e8698870570cd866b0a5b13ab445558c0fd442123ec551818f", "split": "test"},
            ...     columns={"row_id": "row_id", "label": "label", "prediction": "prediction", "score": "score"},
            ... )
        """
        return await self._send(
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
    async def evaluate_stored_predictions(
        self,
        model: str,
        version: int,
        *,
        idempotency_key: str | None = None,
        **fields: Unpack[EvaluateStoredPredictionsFields],
    ) -> PredictionJobResponse: ...
    @overload
    async def evaluate_stored_predictions(
        self,
        model: str,
        version: int,
        body: EvaluateStoredPredictionsRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> PredictionJobResponse: ...
    async def evaluate_stored_predictions(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
                Codes: `PREDICTIONS_NOT_STORED`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.evaluate_stored_predictions(
            ...     "census-income",
            ...     4,
            ...     dataset={"name": "adult-test", "version": "2", "digest": "sha256:a42cdb85993279e8698870570cd866b0a5b13ab445558c0fd442123ec551818f", "split": "test"},
            ...     compare_with=[],
            ... )
        """
        return await self._send(
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
    async def check_gates(
        self, model: str, version: int, *, to_stage: GatedStage | GatedStageValue, idempotency_key: str | None = None
    ) -> GateReportResponse: ...
    @overload
    async def check_gates(
        self, model: str, version: int, body: GatedStage | GatedStageValue, *, idempotency_key: str | None = None
    ) -> GateReportResponse: ...
    @overload
    async def check_gates(
        self,
        model: str,
        version: int,
        body: CheckGatesRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> GateReportResponse: ...
    async def check_gates(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            >>> await registry.check_gates("census-income", 4, "Production")
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/gate-checks",
                {200: GateReportResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("check_gates", "CheckGatesRequest", body, {"to_stage": to_stage, **unknown}),
            )
        )

    @overload
    async def quarantine_version(
        self, model: str, version: int, *, reason: str, idempotency_key: str | None = None
    ) -> VersionResponse: ...
    @overload
    async def quarantine_version(
        self, model: str, version: int, body: str, *, idempotency_key: str | None = None
    ) -> VersionResponse: ...
    @overload
    async def quarantine_version(
        self,
        model: str,
        version: int,
        body: QuarantineRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> VersionResponse: ...
    async def quarantine_version(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            >>> await registry.quarantine_version("census-income", 4, "Under investigation.")
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/quarantine",
                {200: VersionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("quarantine_version", "QuarantineRequest", body, {"reason": reason, **unknown}),
            )
        )

    @overload
    async def release_version(
        self, model: str, version: int, *, if_match: str | None = None, **fields: Unpack[ReleaseFields]
    ) -> VersionResponse: ...
    @overload
    async def release_version(
        self, model: str, version: int, body: ReleaseRequest | Mapping[str, Any], *, if_match: str | None = None
    ) -> VersionResponse: ...
    async def release_version(
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
            >>> await registry.release_version(
            ...     "census-income",
            ...     4,
            ...     reason="The data were at fault, not the model.",
            ... )
        """
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}/quarantine",
                {200: VersionResponse.from_dict},
                headers=headers_of({"If-Match": if_match}),
                json=request("release_version", "ReleaseRequest", body, {"reason": reason, **unknown}),
            )
        )

    @overload
    async def request_transition(
        self,
        model: str,
        version: int,
        *,
        to_stage: Stage | StageValue,
        idempotency_key: str | None = None,
        **fields: Unpack[RequestTransitionFields],
    ) -> RequestedTransitionResponse: ...
    @overload
    async def request_transition(
        self,
        model: str,
        version: int,
        body: Stage | StageValue,
        *,
        idempotency_key: str | None = None,
        **fields: Unpack[RequestTransitionFields],
    ) -> RequestedTransitionResponse: ...
    @overload
    async def request_transition(
        self,
        model: str,
        version: int,
        body: RequestTransitionRequest | Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> RequestedTransitionResponse: ...
    async def request_transition(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

        Raises:
            InvalidRequestError: 400, The move needs a reason. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_MODEL_NAME`, `INVALID_NUMBER`, `INVALID_URL`, `MALFORMED_JSON`,
                `PRECONDITION_NOT_TAKEN`, `REASON_REQUIRED`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not ask for a change of stage of the kinds the role allows;
                these roles may: contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            NotFoundError: 404, The model or the version does not exist. Codes: `MODEL_NOT_FOUND`,
                `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The lifecycle has no such move, its conditions do not hold, or Production is not
                what the caller expects. Codes: `ARTIFACT_DIGEST_MISMATCH`, `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `ILLEGAL_TRANSITION`, `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`,
                `PRODUCTION_WOULD_BE_EMPTY`, `STALE_EVIDENCE`, `STALE_INCUMBENT`, `STALE_POLICY`, `STALE_STAGE`,
                `TRANSITION_OPEN`, `VERSION_QUARANTINED`.
            GatesRefusedError: 422, The gates refused the version; `gateReport` says why. Codes:
                `GATES_REFUSED`, `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.request_transition("census-income", 4, "Staging")
        """
        return await self._send(
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

    async def list_prediction_jobs(
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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in (await registry.list_prediction_jobs(limit=20)).items:
            ...     print(one)
        """
        return await self._send(
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

    async def get_prediction_job(self, id: UUID | str) -> PredictionJobResponse:
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
            NotFoundError: 404, The prediction job does not exist. Codes: `PREDICTION_JOB_NOT_FOUND`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.get_prediction_job("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call("GET", f"/api/v1/prediction-jobs/{segment('id', id)}", {200: PredictionJobResponse.from_dict})
        )

    async def cancel_prediction_job(
        self, id: UUID | str, *, idempotency_key: str | None = None
    ) -> PredictionJobResponse:
        """Cancels a prediction job that has not ended; nothing comes of it.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            NotFoundError: 404, The prediction job does not exist. Codes: `PREDICTION_JOB_NOT_FOUND`.
            ConflictError: 409, The prediction job has ended. Codes: `IDEMPOTENCY_ANSWER_SEALED`,
                `IDEMPOTENCY_KEY_IN_FLIGHT`, `PREDICTION_JOB_FINISHED`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.cancel_prediction_job("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/prediction-jobs/{segment('id', id)}/cancel",
                {200: PredictionJobResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    async def list_productions(
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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in (await registry.list_productions(limit=20)).items:
            ...     print(one)
        """
        return await self._send(
            Call(
                "GET",
                "/api/v1/production",
                {200: ProductionPage.from_dict},
                params=query_of({"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "at": at}),
            )
        )

    async def search_registry(self, q: str) -> SearchResponse:
        """Finds models by name, versions by run id, commit and artifact digest, and transitions and gate reports by
        id.

        Roles that may: viewer, contributor, approver, admin.

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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.search_registry("q")
        """
        return await self._send(
            Call("GET", "/api/v1/search", {200: SearchResponse.from_dict}, params=query_of({"q": q}))
        )

    @overload
    async def start_session(
        self, *, idempotency_key: str | None = None, **fields: Unpack[StartSessionFields]
    ) -> SessionResponse: ...
    @overload
    async def start_session(
        self, body: StartSessionRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> SessionResponse: ...
    async def start_session(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            >>> await registry.start_session(token="{issueToken.token}")
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/sessions",
                {201: SessionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
                json=request("start_session", "StartSessionRequest", body, {"code": code, "token": token, **unknown}),
            )
        )

    async def list_sessions(
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
            ForbiddenError: 403, The caller may not read everything, the audit record included; these roles may:
                viewer, contributor, approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in (await registry.list_sessions(limit=20)).items:
            ...     print(one)
        """
        return await self._send(
            Call(
                "GET",
                "/api/v1/sessions",
                {200: SessionPage.from_dict},
                params=query_of(
                    {"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "subject": subject}
                ),
            )
        )

    async def end_current_session(self) -> None:
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
            NotFoundError: 404, The request carries a token and is part of no session. Codes:
                `SESSION_NOT_FOUND`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.end_current_session()
        """
        return await self._send(Call("DELETE", "/api/v1/sessions/current", {204: no_content}))

    async def end_session(self, id: UUID | str) -> None:
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
                `SESSION_NOT_FOUND`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.end_session("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(Call("DELETE", f"/api/v1/sessions/{segment('id', id)}", {204: no_content}))

    @overload
    async def issue_token(
        self, *, idempotency_key: str | None = None, **fields: Unpack[IssueTokenFields]
    ) -> IssuedTokenResponse: ...
    @overload
    async def issue_token(
        self, body: IssueTokenRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> IssuedTokenResponse: ...
    async def issue_token(
        self,
        body: Any = None,
        *,
        subject: str | None | Unset = UNSET,
        roles: Sequence[Role | RoleValue] | None | Unset = UNSET,
        approval_roles: Sequence[str] | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
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
            roles: What the token may do; roles add up. Required.
            approval_roles: Roles of your own that approvals ask for, such as ml-lead; deciding takes the role
                approver besides. Letters and digits, with spaces and `._-` inside, and none that reads like a role
                of the service.
            name: Where the token is used, for the list of tokens.
            expires_in_seconds: How long the token lives; a day unless given, at most 366 days.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The idempotency key
                is no key. The URL cannot be read. The body is not JSON. The operation takes no such precondition.
                The request does not have the right shape. Codes: `BAD_REQUEST`, `EMPTY_BODY`,
                `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`, `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`,
                `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not issue, list and revoke tokens, and see and end the sessions
                of all; these roles may: admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`.
            ConflictError: 409, The first answer cannot be read any more. The first request with this key is
                under way. Codes: `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`.
            InvalidRequestError: 422, The idempotency key belongs to another request. Codes:
                `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.issue_token(subject="ci", roles=["contributor"], name="training pipeline")
        """
        return await self._send(
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
                        "expires_in_seconds": expires_in_seconds,
                        **unknown,
                    },
                ),
            )
        )

    async def list_tokens(
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
            PreconditionFailedError: 412, The resource is not as the caller knows it. Codes:
                `PRECONDITION_FAILED`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> for one in (await registry.list_tokens(limit=20)).items:
            ...     print(one)
        """
        return await self._send(
            Call(
                "GET",
                "/api/v1/tokens",
                {200: TokenPage.from_dict},
                params=query_of(
                    {"limit": limit, "cursor": cursor, "filter": filter_, "sort": sort, "subject": subject}
                ),
            )
        )

    async def revoke_token(self, id: UUID | str) -> None:
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
            NotFoundError: 404, The token does not exist. Codes: `TOKEN_NOT_FOUND`.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.revoke_token("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(Call("DELETE", f"/api/v1/tokens/{segment('id', id)}", {204: no_content}))

    async def list_transitions(
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
            >>> for one in (await registry.list_transitions(limit=20)).items:
            ...     print(one)
        """
        return await self._send(
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

    async def get_transition(self, id: UUID | str) -> TransitionResponse:
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
            >>> await registry.get_transition("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call("GET", f"/api/v1/transitions/{segment('id', id)}", {200: TransitionResponse.from_dict})
        )

    @overload
    async def decide_transition(
        self,
        id: UUID | str,
        *,
        decision: ApprovalDecision | ApprovalDecisionValue,
        idempotency_key: str | None = None,
        **fields: Unpack[DecideTransitionFields],
    ) -> TransitionResponse: ...
    @overload
    async def decide_transition(
        self,
        id: UUID | str,
        body: ApprovalDecision | ApprovalDecisionValue,
        *,
        idempotency_key: str | None = None,
        **fields: Unpack[DecideTransitionFields],
    ) -> TransitionResponse: ...
    @overload
    async def decide_transition(
        self, id: UUID | str, body: DecideTransitionRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> TransitionResponse: ...
    async def decide_transition(
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
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

        Raises:
            InvalidRequestError: 400, The request cannot be understood. The body is empty. The path holds no id.
                The idempotency key is no key. The URL cannot be read. The body is not JSON. The operation takes no
                such precondition. The move needs a reason. The request does not have the right shape. Codes:
                `BAD_REQUEST`, `EMPTY_BODY`, `INVALID_ID`, `INVALID_IDEMPOTENCY_KEY`, `INVALID_URL`,
                `MALFORMED_JSON`, `PRECONDITION_NOT_TAKEN`, `REASON_REQUIRED`, `VALIDATION_FAILED`.
            UnauthenticatedError: 401, The token is missing, invalid, expired or revoked. Codes:
                `SESSION_ENDED`, `UNAUTHENTICATED`.
            ForbiddenError: 403, The caller may not approve or reject a change of stage; these roles may:
                approver, admin. Codes: `CROSS_SITE_REQUEST`, `FORBIDDEN`, `ROLE_REQUIRED`, `SELF_APPROVAL`.
            NotFoundError: 404, The transition does not exist. Codes: `GATE_REPORT_NOT_FOUND`,
                `MODEL_NOT_FOUND`, `TRANSITION_NOT_FOUND`, `VERSION_NOT_FOUND`.
            ConflictError: 409, The transition has an outcome already, rests on another report, the caller has
                decided already, or the ground changed. Codes: `ALREADY_DECIDED`, `ARTIFACT_DIGEST_MISMATCH`,
                `IDEMPOTENCY_ANSWER_SEALED`, `IDEMPOTENCY_KEY_IN_FLIGHT`, `ILLEGAL_TRANSITION`,
                `NEVER_IN_PRODUCTION`, `NEW_EVALUATION_REQUIRED`, `NO_APPROVAL_NEEDED`, `PRODUCTION_WOULD_BE_EMPTY`,
                `REPORT_MISMATCH`, `STALE_EVIDENCE`, `STALE_INCUMBENT`, `STALE_POLICY`, `STALE_STAGE`,
                `TRANSITION_FINAL`, `VERSION_QUARANTINED`.
            GatesRefusedError: 422, The gates no longer pass. Codes: `GATES_REFUSED`, `IDEMPOTENCY_KEY_REUSED`.
            UnknownFieldError: A field that the request has not; nothing was sent.
            UnavailableError: The service is busy or failed.
            StagegateConnectionError: No answer.

        Example:
            >>> await registry.decide_transition(
            ...     "01939d3e-0000-7000-8000-000000000001",
            ...     decision="approve",
            ...     comment="Good enough to begin with.",
            ... )
        """
        return await self._send(
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

    async def cancel_transition(self, id: UUID | str, *, idempotency_key: str | None = None) -> TransitionResponse:
        """Takes back a transition that awaits approval.

        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.

        Args:
            id: Id, a UUID.
            idempotency_key: The same key with the same request is answered with its first answer for 24 hours,
                and has one effect.

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
            >>> await registry.cancel_transition("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/transitions/{segment('id', id)}/cancel",
                {200: TransitionResponse.from_dict},
                headers=headers_of({"Idempotency-Key": idempotency_key}),
            )
        )

    async def get_transition_standing(self, id: UUID | str) -> TransitionStandingResponse:
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
            >>> await registry.get_transition_standing("01939d3e-0000-7000-8000-000000000001")
        """
        return await self._send(
            Call(
                "GET", f"/api/v1/transitions/{segment('id', id)}/standing", {200: TransitionStandingResponse.from_dict}
            )
        )
