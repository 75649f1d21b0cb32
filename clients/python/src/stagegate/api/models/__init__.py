"""Contains all the data models used in inputs/outputs"""

from .alias_response import AliasResponse
from .approval_decision import ApprovalDecision
from .approval_demand_response import ApprovalDemandResponse
from .approval_exclusion import ApprovalExclusion
from .approval_response import ApprovalResponse
from .approval_slot_response import ApprovalSlotResponse
from .archived_part_response import ArchivedPartResponse
from .archived_record_response import ArchivedRecordResponse
from .attestation_response import AttestationResponse
from .audit_event_page import AuditEventPage
from .audit_event_response import AuditEventResponse
from .audit_event_response_details import AuditEventResponseDetails
from .audit_order import AuditOrder
from .audit_segment_page import AuditSegmentPage
from .audit_segment_response import AuditSegmentResponse
from .audit_verification_response import AuditVerificationResponse
from .awaiting_count_response import AwaitingCountResponse
from .back_test_change import BackTestChange
from .back_test_item_response import BackTestItemResponse
from .back_test_job_response import BackTestJobResponse
from .back_test_request import BackTestRequest
from .back_test_response import BackTestResponse
from .back_test_rule_response import BackTestRuleResponse
from .back_tested_live_response import BackTestedLiveResponse
from .back_tested_promotions_response import BackTestedPromotionsResponse
from .break_glass_request import BreakGlassRequest
from .broken_chain_response import BrokenChainResponse
from .bundle_finding_response import BundleFindingResponse
from .bypassed_blocker_response import BypassedBlockerResponse
from .card_approval_response import CardApprovalResponse
from .card_attestation_response import CardAttestationResponse
from .card_covered_response import CardCoveredResponse
from .card_decision_response import CardDecisionResponse
from .card_evaluation_response import CardEvaluationResponse
from .card_gap_end_response import CardGapEndResponse
from .card_gap_response import CardGapResponse
from .card_lineage_response import CardLineageResponse
from .card_measure_response import CardMeasureResponse
from .card_purpose_response import CardPurposeResponse
from .card_purpose_response_tags import CardPurposeResponseTags
from .card_waiver_response import CardWaiverResponse
from .changed_scope import ChangedScope
from .check_gate_policy_request import CheckGatePolicyRequest
from .check_gates_request import CheckGatesRequest
from .checked_productions_response import CheckedProductionsResponse
from .checked_waiting_response import CheckedWaitingResponse
from .checkpoint_response import CheckpointResponse
from .clock_jump_response import ClockJumpResponse
from .close_review_request import CloseReviewRequest
from .compared_evaluations_response import ComparedEvaluationsResponse
from .compared_role import ComparedRole
from .comparison_hint import ComparisonHint
from .comparison_response import ComparisonResponse
from .comparison_row_response import ComparisonRowResponse
from .consistency_proof_response import ConsistencyProofResponse
from .console_links_response import ConsoleLinksResponse
from .console_settings_response import ConsoleSettingsResponse
from .create_freeze_request import CreateFreezeRequest
from .create_model_request import CreateModelRequest
from .create_model_request_tags import CreateModelRequestTags
from .create_role_binding_request import CreateRoleBindingRequest
from .create_trust_rule_request import CreateTrustRuleRequest
from .create_trust_rule_request_claims import CreateTrustRuleRequestClaims
from .create_webhook_request import CreateWebhookRequest
from .created_webhook_response import CreatedWebhookResponse
from .curve_kind import CurveKind
from .curve_point_response import CurvePointResponse
from .dataset_reference import DatasetReference
from .dataset_version_page import DatasetVersionPage
from .dataset_version_response import DatasetVersionResponse
from .dataset_version_response_inventory import DatasetVersionResponseInventory
from .dataset_version_response_inventory_additional_property import DatasetVersionResponseInventoryAdditionalProperty
from .decide_policy_change_request import DecidePolicyChangeRequest
from .decide_transition_request import DecideTransitionRequest
from .decimal_mark import DecimalMark
from .decision_bar import DecisionBar
from .decision_bounds_response import DecisionBoundsResponse
from .decision_state import DecisionState
from .delivery_page import DeliveryPage
from .delivery_response import DeliveryResponse
from .dsse_signature_response import DsseSignatureResponse
from .effective_gate_policy_response import EffectiveGatePolicyResponse
from .effective_gate_policy_response_effective_policy import EffectiveGatePolicyResponseEffectivePolicy
from .effective_gate_policy_response_policy import EffectiveGatePolicyResponsePolicy
from .enforcement import Enforcement
from .evaluate_run_request import EvaluateRunRequest
from .evaluate_stored_predictions_request import EvaluateStoredPredictionsRequest
from .evaluation_dataset import EvaluationDataset
from .evaluation_metric_value import EvaluationMetricValue
from .evaluation_page import EvaluationPage
from .evaluation_response import EvaluationResponse
from .event_concern import EventConcern
from .event_data_response import EventDataResponse
from .event_data_response_details import EventDataResponseDetails
from .event_page import EventPage
from .event_response import EventResponse
from .event_schema import EventSchema
from .event_type_response import EventTypeResponse
from .event_types_response import EventTypesResponse
from .evidence_inclusion import EvidenceInclusion
from .evidence_kind import EvidenceKind
from .evidence_level import EvidenceLevel
from .evidence_link_response import EvidenceLinkResponse
from .evidence_link_response_parts import EvidenceLinkResponseParts
from .evidence_used_response import EvidenceUsedResponse
from .exchange_token_body import ExchangeTokenBody
from .exchange_token_body_grant_type import ExchangeTokenBodyGrantType
from .exchanged_token_response import ExchangedTokenResponse
from .excluded_actor_response import ExcludedActorResponse
from .export_audit_events_include import ExportAuditEventsInclude
from .foreseen_outcome_response import ForeseenOutcomeResponse
from .found_kind import FoundKind
from .freeze_calendar_response import FreezeCalendarResponse
from .freeze_page import FreezePage
from .freeze_response import FreezeResponse
from .freeze_source import FreezeSource
from .freeze_window_response import FreezeWindowResponse
from .gate_blocker_response import GateBlockerResponse
from .gate_measure_response import GateMeasureResponse
from .gate_policy_document import GatePolicyDocument
from .gate_policy_page import GatePolicyPage
from .gate_policy_response import GatePolicyResponse
from .gate_policy_response_policy import GatePolicyResponsePolicy
from .gate_report_response import GateReportResponse
from .gate_rule_response import GateRuleResponse
from .gate_warning_response import GateWarningResponse
from .gated_stage import GatedStage
from .grant_response import GrantResponse
from .grant_source import GrantSource
from .grant_waiver_request import GrantWaiverRequest
from .granted_waiver_response import GrantedWaiverResponse
from .history_page import HistoryPage
from .history_tenure_response import HistoryTenureResponse
from .hold_response import HoldResponse
from .import_change import ImportChange
from .import_finding import ImportFinding
from .import_finding_code import ImportFindingCode
from .import_model_request import ImportModelRequest
from .import_model_request_tags import ImportModelRequestTags
from .import_model_response import ImportModelResponse
from .import_subject import ImportSubject
from .imported_alias_request import ImportedAliasRequest
from .imported_version_request import ImportedVersionRequest
from .imported_version_request_metrics import ImportedVersionRequestMetrics
from .imported_version_request_params import ImportedVersionRequestParams
from .imported_version_request_signature import ImportedVersionRequestSignature
from .imported_version_request_tags import ImportedVersionRequestTags
from .inclusion_proof_response import InclusionProofResponse
from .issue_token_request import IssueTokenRequest
from .issued_token_response import IssuedTokenResponse
from .judged_dataset import JudgedDataset
from .lacking_approvals_response import LackingApprovalsResponse
from .lift_hold_request import LiftHoldRequest
from .limit_kind import LimitKind
from .list_model_transitions_awaiting import ListModelTransitionsAwaiting
from .list_transitions_awaiting import ListTransitionsAwaiting
from .live_judgement_response import LiveJudgementResponse
from .loaded_example_response import LoadedExampleResponse
from .may_decide_response import MayDecideResponse
from .mc_nemar_response import McNemarResponse
from .me_response import MeResponse
from .measure_limit_response import MeasureLimitResponse
from .measure_status import MeasureStatus
from .measured_evaluations import MeasuredEvaluations
from .method_response import MethodResponse
from .metric_direction import MetricDirection
from .metric_kind import MetricKind
from .model_card_response import ModelCardResponse
from .model_condition_code import ModelConditionCode
from .model_condition_response import ModelConditionResponse
from .model_import_response import ModelImportResponse
from .model_page import ModelPage
from .model_production_response import ModelProductionResponse
from .model_response import ModelResponse
from .model_response_aliases import ModelResponseAliases
from .model_response_tags import ModelResponseTags
from .my_permissions_response import MyPermissionsResponse
from .my_session_response import MySessionResponse
from .not_covered_response import NotCoveredResponse
from .object_difference_response import ObjectDifferenceResponse
from .observed_numbers import ObservedNumbers
from .override_response import OverrideResponse
from .paired_evidence import PairedEvidence
from .paired_evidence_counts import PairedEvidenceCounts
from .paired_kind import PairedKind
from .permission import Permission
from .pin_standing_response import PinStandingResponse
from .policy_advice_response import PolicyAdviceResponse
from .policy_change_approval_response import PolicyChangeApprovalResponse
from .policy_change_details_response import PolicyChangeDetailsResponse
from .policy_change_effect_response import PolicyChangeEffectResponse
from .policy_change_page import PolicyChangePage
from .policy_change_response import PolicyChangeResponse
from .policy_change_status import PolicyChangeStatus
from .policy_check_response import PolicyCheckResponse
from .policy_check_response_effective_policy_type_0 import PolicyCheckResponseEffectivePolicyType0
from .policy_conflict_response import PolicyConflictResponse
from .policy_reference_response import PolicyReferenceResponse
from .policy_scope import PolicyScope
from .pooled_row_response import PooledRowResponse
from .prediction_columns import PredictionColumns
from .prediction_columns_probabilities import PredictionColumnsProbabilities
from .prediction_fault import PredictionFault
from .prediction_format import PredictionFormat
from .prediction_job_error import PredictionJobError
from .prediction_job_page import PredictionJobPage
from .prediction_job_response import PredictionJobResponse
from .prediction_job_status import PredictionJobStatus
from .prediction_job_step import PredictionJobStep
from .prediction_origin import PredictionOrigin
from .prediction_source import PredictionSource
from .prediction_task import PredictionTask
from .problem_error_response import ProblemErrorResponse
from .problem_place import ProblemPlace
from .production_page import ProductionPage
from .production_response import ProductionResponse
from .production_tenure_page import ProductionTenurePage
from .production_tenure_response import ProductionTenureResponse
from .quarantine_request import QuarantineRequest
from .re_evaluation_response import ReEvaluationResponse
from .re_evaluation_standing import ReEvaluationStanding
from .recorded_object_kind import RecordedObjectKind
from .recurrence_request import RecurrenceRequest
from .recurrence_response import RecurrenceResponse
from .redeliver_request import RedeliverRequest
from .redelivery_response import RedeliveryResponse
from .register_dataset_request import RegisterDatasetRequest
from .register_dataset_request_inventory import RegisterDatasetRequestInventory
from .register_version_request import RegisterVersionRequest
from .register_version_request_metrics import RegisterVersionRequestMetrics
from .register_version_request_params import RegisterVersionRequestParams
from .register_version_request_signature import RegisterVersionRequestSignature
from .register_version_request_tags import RegisterVersionRequestTags
from .release_request import ReleaseRequest
from .rename_model_request import RenameModelRequest
from .replayed_gate_report_response import ReplayedGateReportResponse
from .report_summary_response import ReportSummaryResponse
from .request_transition_request import RequestTransitionRequest
from .requested_transition_response import RequestedTransitionResponse
from .required_numbers import RequiredNumbers
from .review_page import ReviewPage
from .review_response import ReviewResponse
from .review_status import ReviewStatus
from .role_binding_page import RoleBindingPage
from .role_binding_response import RoleBindingResponse
from .role_page import RolePage
from .role_response import RoleResponse
from .rollback_preview_response import RollbackPreviewResponse
from .rollback_request import RollbackRequest
from .rollback_target_response import RollbackTargetResponse
from .rotate_secret_request import RotateSecretRequest
from .rule_kind import RuleKind
from .rule_waiver_response import RuleWaiverResponse
from .run_dataset_response import RunDatasetResponse
from .search_hit_response import SearchHitResponse
from .search_match import SearchMatch
from .search_response import SearchResponse
from .session_page import SessionPage
from .session_response import SessionResponse
from .set_alias_request import SetAliasRequest
from .set_hold_request import SetHoldRequest
from .set_role_request import SetRoleRequest
from .sign_in_provider_response import SignInProviderResponse
from .sign_in_way import SignInWay
from .signature_line import SignatureLine
from .signature_list import SignatureList
from .signature_response import SignatureResponse
from .signature_response_bundle_type_0 import SignatureResponseBundleType0
from .signer_response import SignerResponse
from .slice_ import Slice
from .stage import Stage
from .staged_version_response import StagedVersionResponse
from .staged_version_response_metrics import StagedVersionResponseMetrics
from .staged_version_response_params import StagedVersionResponseParams
from .staged_version_response_signature_type_0 import StagedVersionResponseSignatureType0
from .staged_version_response_tags import StagedVersionResponseTags
from .start_back_test_request import StartBackTestRequest
from .start_session_request import StartSessionRequest
from .start_verification_request import StartVerificationRequest
from .submit_evaluation_request import SubmitEvaluationRequest
from .submit_predictions_request import SubmitPredictionsRequest
from .submit_signature_request import SubmitSignatureRequest
from .submit_signature_request_bundle import SubmitSignatureRequestBundle
from .summary_waiver_response import SummaryWaiverResponse
from .tenure_change_response import TenureChangeResponse
from .tenure_response import TenureResponse
from .thousands_mark import ThousandsMark
from .token_page import TokenPage
from .token_response import TokenResponse
from .transition_blocker_code import TransitionBlockerCode
from .transition_blocker_response import TransitionBlockerResponse
from .transition_kind import TransitionKind
from .transition_page import TransitionPage
from .transition_pin import TransitionPin
from .transition_problem_response import TransitionProblemResponse
from .transition_response import TransitionResponse
from .transition_standing_response import TransitionStandingResponse
from .transition_status import TransitionStatus
from .trust_rule_page import TrustRulePage
from .trust_rule_response import TrustRuleResponse
from .trust_rule_response_claims import TrustRuleResponseClaims
from .update_model_request import UpdateModelRequest
from .update_model_request_tags_type_0 import UpdateModelRequestTagsType0
from .update_version_request import UpdateVersionRequest
from .update_version_request_tags_type_0 import UpdateVersionRequestTagsType0
from .update_webhook_request import UpdateWebhookRequest
from .verdict import Verdict
from .verification_job_response import VerificationJobResponse
from .verification_progress_response import VerificationProgressResponse
from .version_curves_response import VersionCurvesResponse
from .version_import_response import VersionImportResponse
from .version_page import VersionPage
from .version_response import VersionResponse
from .version_response_metrics import VersionResponseMetrics
from .version_response_params import VersionResponseParams
from .version_response_signature_type_0 import VersionResponseSignatureType0
from .version_response_tags import VersionResponseTags
from .version_run_response import VersionRunResponse
from .version_run_response_metrics import VersionRunResponseMetrics
from .version_run_response_params import VersionRunResponseParams
from .version_run_response_signature_type_0 import VersionRunResponseSignatureType0
from .version_run_status import VersionRunStatus
from .waiver_page import WaiverPage
from .waiver_response import WaiverResponse
from .waiver_state import WaiverState
from .webhook_delivery_status import WebhookDeliveryStatus
from .webhook_format import WebhookFormat
from .webhook_page import WebhookPage
from .webhook_response import WebhookResponse
from .webhook_test_response import WebhookTestResponse
from .worst_measure_response import WorstMeasureResponse

__all__ = (
    "AliasResponse",
    "ApprovalDecision",
    "ApprovalDemandResponse",
    "ApprovalExclusion",
    "ApprovalResponse",
    "ApprovalSlotResponse",
    "ArchivedPartResponse",
    "ArchivedRecordResponse",
    "AttestationResponse",
    "AuditEventPage",
    "AuditEventResponse",
    "AuditEventResponseDetails",
    "AuditOrder",
    "AuditSegmentPage",
    "AuditSegmentResponse",
    "AuditVerificationResponse",
    "AwaitingCountResponse",
    "BackTestChange",
    "BackTestedLiveResponse",
    "BackTestedPromotionsResponse",
    "BackTestItemResponse",
    "BackTestJobResponse",
    "BackTestRequest",
    "BackTestResponse",
    "BackTestRuleResponse",
    "BreakGlassRequest",
    "BrokenChainResponse",
    "BundleFindingResponse",
    "BypassedBlockerResponse",
    "CardApprovalResponse",
    "CardAttestationResponse",
    "CardCoveredResponse",
    "CardDecisionResponse",
    "CardEvaluationResponse",
    "CardGapEndResponse",
    "CardGapResponse",
    "CardLineageResponse",
    "CardMeasureResponse",
    "CardPurposeResponse",
    "CardPurposeResponseTags",
    "CardWaiverResponse",
    "ChangedScope",
    "CheckedProductionsResponse",
    "CheckedWaitingResponse",
    "CheckGatePolicyRequest",
    "CheckGatesRequest",
    "CheckpointResponse",
    "ClockJumpResponse",
    "CloseReviewRequest",
    "ComparedEvaluationsResponse",
    "ComparedRole",
    "ComparisonHint",
    "ComparisonResponse",
    "ComparisonRowResponse",
    "ConsistencyProofResponse",
    "ConsoleLinksResponse",
    "ConsoleSettingsResponse",
    "CreatedWebhookResponse",
    "CreateFreezeRequest",
    "CreateModelRequest",
    "CreateModelRequestTags",
    "CreateRoleBindingRequest",
    "CreateTrustRuleRequest",
    "CreateTrustRuleRequestClaims",
    "CreateWebhookRequest",
    "CurveKind",
    "CurvePointResponse",
    "DatasetReference",
    "DatasetVersionPage",
    "DatasetVersionResponse",
    "DatasetVersionResponseInventory",
    "DatasetVersionResponseInventoryAdditionalProperty",
    "DecidePolicyChangeRequest",
    "DecideTransitionRequest",
    "DecimalMark",
    "DecisionBar",
    "DecisionBoundsResponse",
    "DecisionState",
    "DeliveryPage",
    "DeliveryResponse",
    "DsseSignatureResponse",
    "EffectiveGatePolicyResponse",
    "EffectiveGatePolicyResponseEffectivePolicy",
    "EffectiveGatePolicyResponsePolicy",
    "Enforcement",
    "EvaluateRunRequest",
    "EvaluateStoredPredictionsRequest",
    "EvaluationDataset",
    "EvaluationMetricValue",
    "EvaluationPage",
    "EvaluationResponse",
    "EventConcern",
    "EventDataResponse",
    "EventDataResponseDetails",
    "EventPage",
    "EventResponse",
    "EventSchema",
    "EventTypeResponse",
    "EventTypesResponse",
    "EvidenceInclusion",
    "EvidenceKind",
    "EvidenceLevel",
    "EvidenceLinkResponse",
    "EvidenceLinkResponseParts",
    "EvidenceUsedResponse",
    "ExchangedTokenResponse",
    "ExchangeTokenBody",
    "ExchangeTokenBodyGrantType",
    "ExcludedActorResponse",
    "ExportAuditEventsInclude",
    "ForeseenOutcomeResponse",
    "FoundKind",
    "FreezeCalendarResponse",
    "FreezePage",
    "FreezeResponse",
    "FreezeSource",
    "FreezeWindowResponse",
    "GateBlockerResponse",
    "GatedStage",
    "GateMeasureResponse",
    "GatePolicyDocument",
    "GatePolicyPage",
    "GatePolicyResponse",
    "GatePolicyResponsePolicy",
    "GateReportResponse",
    "GateRuleResponse",
    "GateWarningResponse",
    "GrantedWaiverResponse",
    "GrantResponse",
    "GrantSource",
    "GrantWaiverRequest",
    "HistoryPage",
    "HistoryTenureResponse",
    "HoldResponse",
    "ImportChange",
    "ImportedAliasRequest",
    "ImportedVersionRequest",
    "ImportedVersionRequestMetrics",
    "ImportedVersionRequestParams",
    "ImportedVersionRequestSignature",
    "ImportedVersionRequestTags",
    "ImportFinding",
    "ImportFindingCode",
    "ImportModelRequest",
    "ImportModelRequestTags",
    "ImportModelResponse",
    "ImportSubject",
    "InclusionProofResponse",
    "IssuedTokenResponse",
    "IssueTokenRequest",
    "JudgedDataset",
    "LackingApprovalsResponse",
    "LiftHoldRequest",
    "LimitKind",
    "ListModelTransitionsAwaiting",
    "ListTransitionsAwaiting",
    "LiveJudgementResponse",
    "LoadedExampleResponse",
    "MayDecideResponse",
    "McNemarResponse",
    "MeasuredEvaluations",
    "MeasureLimitResponse",
    "MeasureStatus",
    "MeResponse",
    "MethodResponse",
    "MetricDirection",
    "MetricKind",
    "ModelCardResponse",
    "ModelConditionCode",
    "ModelConditionResponse",
    "ModelImportResponse",
    "ModelPage",
    "ModelProductionResponse",
    "ModelResponse",
    "ModelResponseAliases",
    "ModelResponseTags",
    "MyPermissionsResponse",
    "MySessionResponse",
    "NotCoveredResponse",
    "ObjectDifferenceResponse",
    "ObservedNumbers",
    "OverrideResponse",
    "PairedEvidence",
    "PairedEvidenceCounts",
    "PairedKind",
    "Permission",
    "PinStandingResponse",
    "PolicyAdviceResponse",
    "PolicyChangeApprovalResponse",
    "PolicyChangeDetailsResponse",
    "PolicyChangeEffectResponse",
    "PolicyChangePage",
    "PolicyChangeResponse",
    "PolicyChangeStatus",
    "PolicyCheckResponse",
    "PolicyCheckResponseEffectivePolicyType0",
    "PolicyConflictResponse",
    "PolicyReferenceResponse",
    "PolicyScope",
    "PooledRowResponse",
    "PredictionColumns",
    "PredictionColumnsProbabilities",
    "PredictionFault",
    "PredictionFormat",
    "PredictionJobError",
    "PredictionJobPage",
    "PredictionJobResponse",
    "PredictionJobStatus",
    "PredictionJobStep",
    "PredictionOrigin",
    "PredictionSource",
    "PredictionTask",
    "ProblemErrorResponse",
    "ProblemPlace",
    "ProductionPage",
    "ProductionResponse",
    "ProductionTenurePage",
    "ProductionTenureResponse",
    "QuarantineRequest",
    "RecordedObjectKind",
    "RecurrenceRequest",
    "RecurrenceResponse",
    "RedeliverRequest",
    "RedeliveryResponse",
    "ReEvaluationResponse",
    "ReEvaluationStanding",
    "RegisterDatasetRequest",
    "RegisterDatasetRequestInventory",
    "RegisterVersionRequest",
    "RegisterVersionRequestMetrics",
    "RegisterVersionRequestParams",
    "RegisterVersionRequestSignature",
    "RegisterVersionRequestTags",
    "ReleaseRequest",
    "RenameModelRequest",
    "ReplayedGateReportResponse",
    "ReportSummaryResponse",
    "RequestedTransitionResponse",
    "RequestTransitionRequest",
    "RequiredNumbers",
    "ReviewPage",
    "ReviewResponse",
    "ReviewStatus",
    "RoleBindingPage",
    "RoleBindingResponse",
    "RolePage",
    "RoleResponse",
    "RollbackPreviewResponse",
    "RollbackRequest",
    "RollbackTargetResponse",
    "RotateSecretRequest",
    "RuleKind",
    "RuleWaiverResponse",
    "RunDatasetResponse",
    "SearchHitResponse",
    "SearchMatch",
    "SearchResponse",
    "SessionPage",
    "SessionResponse",
    "SetAliasRequest",
    "SetHoldRequest",
    "SetRoleRequest",
    "SignatureLine",
    "SignatureList",
    "SignatureResponse",
    "SignatureResponseBundleType0",
    "SignerResponse",
    "SignInProviderResponse",
    "SignInWay",
    "Slice",
    "Stage",
    "StagedVersionResponse",
    "StagedVersionResponseMetrics",
    "StagedVersionResponseParams",
    "StagedVersionResponseSignatureType0",
    "StagedVersionResponseTags",
    "StartBackTestRequest",
    "StartSessionRequest",
    "StartVerificationRequest",
    "SubmitEvaluationRequest",
    "SubmitPredictionsRequest",
    "SubmitSignatureRequest",
    "SubmitSignatureRequestBundle",
    "SummaryWaiverResponse",
    "TenureChangeResponse",
    "TenureResponse",
    "ThousandsMark",
    "TokenPage",
    "TokenResponse",
    "TransitionBlockerCode",
    "TransitionBlockerResponse",
    "TransitionKind",
    "TransitionPage",
    "TransitionPin",
    "TransitionProblemResponse",
    "TransitionResponse",
    "TransitionStandingResponse",
    "TransitionStatus",
    "TrustRulePage",
    "TrustRuleResponse",
    "TrustRuleResponseClaims",
    "UpdateModelRequest",
    "UpdateModelRequestTagsType0",
    "UpdateVersionRequest",
    "UpdateVersionRequestTagsType0",
    "UpdateWebhookRequest",
    "Verdict",
    "VerificationJobResponse",
    "VerificationProgressResponse",
    "VersionCurvesResponse",
    "VersionImportResponse",
    "VersionPage",
    "VersionResponse",
    "VersionResponseMetrics",
    "VersionResponseParams",
    "VersionResponseSignatureType0",
    "VersionResponseTags",
    "VersionRunResponse",
    "VersionRunResponseMetrics",
    "VersionRunResponseParams",
    "VersionRunResponseSignatureType0",
    "VersionRunStatus",
    "WaiverPage",
    "WaiverResponse",
    "WaiverState",
    "WebhookDeliveryStatus",
    "WebhookFormat",
    "WebhookPage",
    "WebhookResponse",
    "WebhookTestResponse",
    "WorstMeasureResponse",
)
