"""Contains all the data models used in inputs/outputs"""

from .alias_response import AliasResponse
from .approval_decision import ApprovalDecision
from .approval_demand_response import ApprovalDemandResponse
from .approval_exclusion import ApprovalExclusion
from .approval_response import ApprovalResponse
from .approval_slot_response import ApprovalSlotResponse
from .audit_event_page import AuditEventPage
from .audit_event_response import AuditEventResponse
from .audit_event_response_details import AuditEventResponseDetails
from .audit_order import AuditOrder
from .audit_verification_response import AuditVerificationResponse
from .back_test_change import BackTestChange
from .back_test_item_response import BackTestItemResponse
from .back_test_job_response import BackTestJobResponse
from .back_test_request import BackTestRequest
from .back_test_response import BackTestResponse
from .back_test_rule_response import BackTestRuleResponse
from .back_tested_live_response import BackTestedLiveResponse
from .back_tested_promotions_response import BackTestedPromotionsResponse
from .broken_chain_response import BrokenChainResponse
from .card_approval_response import CardApprovalResponse
from .card_attestation_response import CardAttestationResponse
from .card_decision_response import CardDecisionResponse
from .card_evaluation_response import CardEvaluationResponse
from .card_gap_end_response import CardGapEndResponse
from .card_gap_response import CardGapResponse
from .card_lineage_response import CardLineageResponse
from .card_measure_response import CardMeasureResponse
from .card_purpose_response import CardPurposeResponse
from .card_purpose_response_tags import CardPurposeResponseTags
from .check_gate_policy_request import CheckGatePolicyRequest
from .check_gates_request import CheckGatesRequest
from .checked_productions_response import CheckedProductionsResponse
from .checked_waiting_response import CheckedWaitingResponse
from .clock_jump_response import ClockJumpResponse
from .compared_evaluations_response import ComparedEvaluationsResponse
from .compared_role import ComparedRole
from .comparison_hint import ComparisonHint
from .comparison_response import ComparisonResponse
from .comparison_row_response import ComparisonRowResponse
from .console_links_response import ConsoleLinksResponse
from .console_settings_response import ConsoleSettingsResponse
from .create_model_request import CreateModelRequest
from .create_model_request_tags import CreateModelRequestTags
from .curve_kind import CurveKind
from .curve_point_response import CurvePointResponse
from .dataset_reference import DatasetReference
from .dataset_version_page import DatasetVersionPage
from .dataset_version_response import DatasetVersionResponse
from .dataset_version_response_inventory import DatasetVersionResponseInventory
from .dataset_version_response_inventory_additional_property import DatasetVersionResponseInventoryAdditionalProperty
from .decide_transition_request import DecideTransitionRequest
from .decimal_mark import DecimalMark
from .decision_bar import DecisionBar
from .decision_bounds_response import DecisionBoundsResponse
from .effective_gate_policy_response import EffectiveGatePolicyResponse
from .effective_gate_policy_response_effective_policy import EffectiveGatePolicyResponseEffectivePolicy
from .effective_gate_policy_response_policy import EffectiveGatePolicyResponsePolicy
from .enforcement import Enforcement
from .evaluate_stored_predictions_request import EvaluateStoredPredictionsRequest
from .evaluation_dataset import EvaluationDataset
from .evaluation_metric_value import EvaluationMetricValue
from .evaluation_page import EvaluationPage
from .evaluation_response import EvaluationResponse
from .evidence_inclusion import EvidenceInclusion
from .evidence_kind import EvidenceKind
from .evidence_level import EvidenceLevel
from .evidence_link_response import EvidenceLinkResponse
from .evidence_used_response import EvidenceUsedResponse
from .excluded_actor_response import ExcludedActorResponse
from .foreseen_outcome_response import ForeseenOutcomeResponse
from .found_kind import FoundKind
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
from .history_page import HistoryPage
from .history_tenure_response import HistoryTenureResponse
from .issue_token_request import IssueTokenRequest
from .issued_token_response import IssuedTokenResponse
from .judged_dataset import JudgedDataset
from .lacking_approvals_response import LackingApprovalsResponse
from .list_model_transitions_awaiting import ListModelTransitionsAwaiting
from .list_transitions_awaiting import ListTransitionsAwaiting
from .live_judgement_response import LiveJudgementResponse
from .loaded_example_response import LoadedExampleResponse
from .may_decide_response import MayDecideResponse
from .mc_nemar_response import McNemarResponse
from .me_response import MeResponse
from .measure_status import MeasureStatus
from .measured_evaluations import MeasuredEvaluations
from .method_response import MethodResponse
from .metric_direction import MetricDirection
from .metric_kind import MetricKind
from .model_card_response import ModelCardResponse
from .model_condition_code import ModelConditionCode
from .model_condition_response import ModelConditionResponse
from .model_page import ModelPage
from .model_production_response import ModelProductionResponse
from .model_response import ModelResponse
from .model_response_aliases import ModelResponseAliases
from .model_response_tags import ModelResponseTags
from .my_session_response import MySessionResponse
from .not_covered_response import NotCoveredResponse
from .object_difference_response import ObjectDifferenceResponse
from .observed_numbers import ObservedNumbers
from .paired_evidence import PairedEvidence
from .paired_evidence_counts import PairedEvidenceCounts
from .paired_kind import PairedKind
from .permission import Permission
from .pin_standing_response import PinStandingResponse
from .policy_advice_response import PolicyAdviceResponse
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
from .role import Role
from .rollback_preview_response import RollbackPreviewResponse
from .rollback_request import RollbackRequest
from .rollback_target_response import RollbackTargetResponse
from .rule_kind import RuleKind
from .search_hit_response import SearchHitResponse
from .search_match import SearchMatch
from .search_response import SearchResponse
from .session_page import SessionPage
from .session_response import SessionResponse
from .set_alias_request import SetAliasRequest
from .sign_in_way import SignInWay
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
from .update_model_request import UpdateModelRequest
from .update_model_request_tags_type_0 import UpdateModelRequestTagsType0
from .update_version_request import UpdateVersionRequest
from .update_version_request_tags_type_0 import UpdateVersionRequestTagsType0
from .verdict import Verdict
from .verification_job_response import VerificationJobResponse
from .verification_progress_response import VerificationProgressResponse
from .version_curves_response import VersionCurvesResponse
from .version_page import VersionPage
from .version_response import VersionResponse
from .version_response_metrics import VersionResponseMetrics
from .version_response_params import VersionResponseParams
from .version_response_signature_type_0 import VersionResponseSignatureType0
from .version_response_tags import VersionResponseTags
from .worst_measure_response import WorstMeasureResponse

__all__ = (
    "AliasResponse",
    "ApprovalDecision",
    "ApprovalDemandResponse",
    "ApprovalExclusion",
    "ApprovalResponse",
    "ApprovalSlotResponse",
    "AuditEventPage",
    "AuditEventResponse",
    "AuditEventResponseDetails",
    "AuditOrder",
    "AuditVerificationResponse",
    "BackTestChange",
    "BackTestedLiveResponse",
    "BackTestedPromotionsResponse",
    "BackTestItemResponse",
    "BackTestJobResponse",
    "BackTestRequest",
    "BackTestResponse",
    "BackTestRuleResponse",
    "BrokenChainResponse",
    "CardApprovalResponse",
    "CardAttestationResponse",
    "CardDecisionResponse",
    "CardEvaluationResponse",
    "CardGapEndResponse",
    "CardGapResponse",
    "CardLineageResponse",
    "CardMeasureResponse",
    "CardPurposeResponse",
    "CardPurposeResponseTags",
    "CheckedProductionsResponse",
    "CheckedWaitingResponse",
    "CheckGatePolicyRequest",
    "CheckGatesRequest",
    "ClockJumpResponse",
    "ComparedEvaluationsResponse",
    "ComparedRole",
    "ComparisonHint",
    "ComparisonResponse",
    "ComparisonRowResponse",
    "ConsoleLinksResponse",
    "ConsoleSettingsResponse",
    "CreateModelRequest",
    "CreateModelRequestTags",
    "CurveKind",
    "CurvePointResponse",
    "DatasetReference",
    "DatasetVersionPage",
    "DatasetVersionResponse",
    "DatasetVersionResponseInventory",
    "DatasetVersionResponseInventoryAdditionalProperty",
    "DecideTransitionRequest",
    "DecimalMark",
    "DecisionBar",
    "DecisionBoundsResponse",
    "EffectiveGatePolicyResponse",
    "EffectiveGatePolicyResponseEffectivePolicy",
    "EffectiveGatePolicyResponsePolicy",
    "Enforcement",
    "EvaluateStoredPredictionsRequest",
    "EvaluationDataset",
    "EvaluationMetricValue",
    "EvaluationPage",
    "EvaluationResponse",
    "EvidenceInclusion",
    "EvidenceKind",
    "EvidenceLevel",
    "EvidenceLinkResponse",
    "EvidenceUsedResponse",
    "ExcludedActorResponse",
    "ForeseenOutcomeResponse",
    "FoundKind",
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
    "HistoryPage",
    "HistoryTenureResponse",
    "IssuedTokenResponse",
    "IssueTokenRequest",
    "JudgedDataset",
    "LackingApprovalsResponse",
    "ListModelTransitionsAwaiting",
    "ListTransitionsAwaiting",
    "LiveJudgementResponse",
    "LoadedExampleResponse",
    "MayDecideResponse",
    "McNemarResponse",
    "MeasuredEvaluations",
    "MeasureStatus",
    "MeResponse",
    "MethodResponse",
    "MetricDirection",
    "MetricKind",
    "ModelCardResponse",
    "ModelConditionCode",
    "ModelConditionResponse",
    "ModelPage",
    "ModelProductionResponse",
    "ModelResponse",
    "ModelResponseAliases",
    "ModelResponseTags",
    "MySessionResponse",
    "NotCoveredResponse",
    "ObjectDifferenceResponse",
    "ObservedNumbers",
    "PairedEvidence",
    "PairedEvidenceCounts",
    "PairedKind",
    "Permission",
    "PinStandingResponse",
    "PolicyAdviceResponse",
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
    "Role",
    "RollbackPreviewResponse",
    "RollbackRequest",
    "RollbackTargetResponse",
    "RuleKind",
    "SearchHitResponse",
    "SearchMatch",
    "SearchResponse",
    "SessionPage",
    "SessionResponse",
    "SetAliasRequest",
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
    "UpdateModelRequest",
    "UpdateModelRequestTagsType0",
    "UpdateVersionRequest",
    "UpdateVersionRequestTagsType0",
    "Verdict",
    "VerificationJobResponse",
    "VerificationProgressResponse",
    "VersionCurvesResponse",
    "VersionPage",
    "VersionResponse",
    "VersionResponseMetrics",
    "VersionResponseParams",
    "VersionResponseSignatureType0",
    "VersionResponseTags",
    "WorstMeasureResponse",
)
