"""Contains all the data models used in inputs/outputs"""

from .alias_response import AliasResponse
from .approval_decision import ApprovalDecision
from .approval_response import ApprovalResponse
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
from .back_tested_live_response import BackTestedLiveResponse
from .back_tested_promotions_response import BackTestedPromotionsResponse
from .broken_chain_response import BrokenChainResponse
from .check_gates_request import CheckGatesRequest
from .clock_jump_response import ClockJumpResponse
from .compared_evaluations_response import ComparedEvaluationsResponse
from .compared_role import ComparedRole
from .comparison_hint import ComparisonHint
from .comparison_response import ComparisonResponse
from .comparison_row_response import ComparisonRowResponse
from .create_model_request import CreateModelRequest
from .create_model_request_tags import CreateModelRequestTags
from .dataset_reference import DatasetReference
from .dataset_version_page import DatasetVersionPage
from .dataset_version_response import DatasetVersionResponse
from .dataset_version_response_inventory import DatasetVersionResponseInventory
from .dataset_version_response_inventory_additional_property import DatasetVersionResponseInventoryAdditionalProperty
from .decide_transition_request import DecideTransitionRequest
from .decimal_mark import DecimalMark
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
from .evidence_level import EvidenceLevel
from .evidence_used_response import EvidenceUsedResponse
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
from .live_judgement_response import LiveJudgementResponse
from .mc_nemar_response import McNemarResponse
from .me_response import MeResponse
from .measure_status import MeasureStatus
from .measured_evaluations import MeasuredEvaluations
from .method_response import MethodResponse
from .model_page import ModelPage
from .model_response import ModelResponse
from .model_response_aliases import ModelResponseAliases
from .model_response_tags import ModelResponseTags
from .not_covered_response import NotCoveredResponse
from .object_difference_response import ObjectDifferenceResponse
from .observed_numbers import ObservedNumbers
from .paired_evidence import PairedEvidence
from .paired_evidence_counts import PairedEvidenceCounts
from .paired_kind import PairedKind
from .permission import Permission
from .policy_advice_response import PolicyAdviceResponse
from .policy_conflict_response import PolicyConflictResponse
from .policy_reference_response import PolicyReferenceResponse
from .policy_scope import PolicyScope
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
from .request_transition_request import RequestTransitionRequest
from .requested_transition_response import RequestedTransitionResponse
from .required_numbers import RequiredNumbers
from .role import Role
from .rollback_request import RollbackRequest
from .rule_kind import RuleKind
from .set_alias_request import SetAliasRequest
from .slice_ import Slice
from .stage import Stage
from .staged_version_response import StagedVersionResponse
from .staged_version_response_metrics import StagedVersionResponseMetrics
from .staged_version_response_params import StagedVersionResponseParams
from .staged_version_response_signature_type_0 import StagedVersionResponseSignatureType0
from .staged_version_response_tags import StagedVersionResponseTags
from .start_back_test_request import StartBackTestRequest
from .submit_evaluation_request import SubmitEvaluationRequest
from .submit_predictions_request import SubmitPredictionsRequest
from .tenure_change_response import TenureChangeResponse
from .tenure_response import TenureResponse
from .thousands_mark import ThousandsMark
from .token_page import TokenPage
from .token_response import TokenResponse
from .transition_kind import TransitionKind
from .transition_page import TransitionPage
from .transition_problem_response import TransitionProblemResponse
from .transition_response import TransitionResponse
from .transition_status import TransitionStatus
from .update_model_request import UpdateModelRequest
from .update_model_request_tags_type_0 import UpdateModelRequestTagsType0
from .update_version_request import UpdateVersionRequest
from .update_version_request_tags_type_0 import UpdateVersionRequestTagsType0
from .verdict import Verdict
from .verification_progress_response import VerificationProgressResponse
from .version_page import VersionPage
from .version_response import VersionResponse
from .version_response_metrics import VersionResponseMetrics
from .version_response_params import VersionResponseParams
from .version_response_signature_type_0 import VersionResponseSignatureType0
from .version_response_tags import VersionResponseTags

__all__ = (
    "AliasResponse",
    "ApprovalDecision",
    "ApprovalResponse",
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
    "BrokenChainResponse",
    "CheckGatesRequest",
    "ClockJumpResponse",
    "ComparedEvaluationsResponse",
    "ComparedRole",
    "ComparisonHint",
    "ComparisonResponse",
    "ComparisonRowResponse",
    "CreateModelRequest",
    "CreateModelRequestTags",
    "DatasetReference",
    "DatasetVersionPage",
    "DatasetVersionResponse",
    "DatasetVersionResponseInventory",
    "DatasetVersionResponseInventoryAdditionalProperty",
    "DecideTransitionRequest",
    "DecimalMark",
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
    "EvidenceLevel",
    "EvidenceUsedResponse",
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
    "LiveJudgementResponse",
    "McNemarResponse",
    "MeasuredEvaluations",
    "MeasureStatus",
    "MeResponse",
    "MethodResponse",
    "ModelPage",
    "ModelResponse",
    "ModelResponseAliases",
    "ModelResponseTags",
    "NotCoveredResponse",
    "ObjectDifferenceResponse",
    "ObservedNumbers",
    "PairedEvidence",
    "PairedEvidenceCounts",
    "PairedKind",
    "Permission",
    "PolicyAdviceResponse",
    "PolicyConflictResponse",
    "PolicyReferenceResponse",
    "PolicyScope",
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
    "RequestedTransitionResponse",
    "RequestTransitionRequest",
    "RequiredNumbers",
    "Role",
    "RollbackRequest",
    "RuleKind",
    "SetAliasRequest",
    "Slice",
    "Stage",
    "StagedVersionResponse",
    "StagedVersionResponseMetrics",
    "StagedVersionResponseParams",
    "StagedVersionResponseSignatureType0",
    "StagedVersionResponseTags",
    "StartBackTestRequest",
    "SubmitEvaluationRequest",
    "SubmitPredictionsRequest",
    "TenureChangeResponse",
    "TenureResponse",
    "ThousandsMark",
    "TokenPage",
    "TokenResponse",
    "TransitionKind",
    "TransitionPage",
    "TransitionProblemResponse",
    "TransitionResponse",
    "TransitionStatus",
    "UpdateModelRequest",
    "UpdateModelRequestTagsType0",
    "UpdateVersionRequest",
    "UpdateVersionRequestTagsType0",
    "Verdict",
    "VerificationProgressResponse",
    "VersionPage",
    "VersionResponse",
    "VersionResponseMetrics",
    "VersionResponseParams",
    "VersionResponseSignatureType0",
    "VersionResponseTags",
)
