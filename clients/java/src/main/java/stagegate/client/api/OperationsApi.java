// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.api;

import stagegate.client.model.AliasResponse;
import stagegate.client.model.AttestationResponse;
import stagegate.client.model.AuditEventPage;
import stagegate.client.model.AuditOrder;
import stagegate.client.model.AuditSegmentPage;
import stagegate.client.model.AuditVerificationResponse;
import stagegate.client.model.AwaitingCountResponse;
import stagegate.client.model.BackTestJobResponse;
import stagegate.client.model.BackTestRequest;
import stagegate.client.model.BackTestResponse;
import stagegate.client.model.BreakGlassRequest;
import stagegate.client.model.CheckGatePolicyRequest;
import stagegate.client.model.CheckGatesRequest;
import stagegate.client.model.CheckpointResponse;
import stagegate.client.model.CloseReviewRequest;
import stagegate.client.model.ComparisonResponse;
import stagegate.client.model.ConsistencyProofResponse;
import stagegate.client.model.ConsoleLinksResponse;
import stagegate.client.model.ConsoleSettingsResponse;
import stagegate.client.model.CreateFreezeRequest;
import stagegate.client.model.CreateModelRequest;
import stagegate.client.model.CreateRoleBindingRequest;
import stagegate.client.model.CreateTrustRuleRequest;
import stagegate.client.model.CreateWebhookRequest;
import stagegate.client.model.CreatedWebhookResponse;
import stagegate.client.model.CurveKind;
import stagegate.client.model.DatasetVersionPage;
import stagegate.client.model.DatasetVersionResponse;
import stagegate.client.model.DecidePolicyChangeRequest;
import stagegate.client.model.DecideTransitionRequest;
import stagegate.client.model.DeliveryPage;
import stagegate.client.model.DeliveryResponse;
import stagegate.client.model.EffectiveGatePolicyResponse;
import stagegate.client.model.EvaluateRunRequest;
import stagegate.client.model.EvaluateStoredPredictionsRequest;
import stagegate.client.model.EvaluationPage;
import stagegate.client.model.EvaluationResponse;
import stagegate.client.model.EventPage;
import stagegate.client.model.EventTypesResponse;
import stagegate.client.model.EvidenceInclusion;
import stagegate.client.model.ExchangedTokenResponse;
import stagegate.client.model.FreezeCalendarResponse;
import stagegate.client.model.FreezePage;
import stagegate.client.model.FreezeResponse;
import stagegate.client.model.GatePolicyPage;
import stagegate.client.model.GatePolicyResponse;
import stagegate.client.model.GateReportResponse;
import stagegate.client.model.GatedStage;
import stagegate.client.model.GrantWaiverRequest;
import stagegate.client.model.GrantedWaiverResponse;
import stagegate.client.model.HistoryPage;
import stagegate.client.model.HoldResponse;
import stagegate.client.model.ImportModelRequest;
import stagegate.client.model.ImportModelResponse;
import stagegate.client.model.InclusionProofResponse;
import stagegate.client.model.IssueTokenRequest;
import stagegate.client.model.IssuedTokenResponse;
import stagegate.client.model.LiftHoldRequest;
import stagegate.client.model.LoadedExampleResponse;
import stagegate.client.model.MeResponse;
import stagegate.client.model.ModelCardResponse;
import stagegate.client.model.ModelConditionCode;
import stagegate.client.model.ModelPage;
import stagegate.client.model.ModelResponse;
import stagegate.client.model.MyPermissionsResponse;
import java.time.OffsetDateTime;
import stagegate.client.model.PolicyChangeDetailsResponse;
import stagegate.client.model.PolicyChangePage;
import stagegate.client.model.PolicyChangeResponse;
import stagegate.client.model.PolicyChangeStatus;
import stagegate.client.model.PolicyCheckResponse;
import stagegate.client.model.PredictionJobPage;
import stagegate.client.model.PredictionJobResponse;
import stagegate.client.model.PredictionJobStatus;
import stagegate.client.model.ProductionPage;
import stagegate.client.model.ProductionTenurePage;
import stagegate.client.model.QuarantineRequest;
import stagegate.client.model.RedeliverRequest;
import stagegate.client.model.RedeliveryResponse;
import stagegate.client.model.RegisterDatasetRequest;
import stagegate.client.model.RegisterVersionRequest;
import stagegate.client.model.ReleaseRequest;
import stagegate.client.model.RenameModelRequest;
import stagegate.client.model.ReplayedGateReportResponse;
import stagegate.client.model.RequestTransitionRequest;
import stagegate.client.model.RequestedTransitionResponse;
import stagegate.client.model.ReviewPage;
import stagegate.client.model.ReviewResponse;
import stagegate.client.model.ReviewStatus;
import stagegate.client.model.RoleBindingPage;
import stagegate.client.model.RoleBindingResponse;
import stagegate.client.model.RolePage;
import stagegate.client.model.RoleResponse;
import stagegate.client.model.RollbackPreviewResponse;
import stagegate.client.model.RollbackRequest;
import stagegate.client.model.RotateSecretRequest;
import stagegate.client.model.SearchResponse;
import stagegate.client.model.SessionPage;
import stagegate.client.model.SessionResponse;
import java.util.Set;
import stagegate.client.model.SetAliasRequest;
import stagegate.client.model.SetHoldRequest;
import stagegate.client.model.SetRoleRequest;
import stagegate.client.model.SignatureList;
import stagegate.client.model.SignatureResponse;
import stagegate.client.model.Stage;
import stagegate.client.model.StagedVersionResponse;
import stagegate.client.model.StartBackTestRequest;
import stagegate.client.model.StartSessionRequest;
import stagegate.client.model.StartVerificationRequest;
import stagegate.client.model.SubmitEvaluationRequest;
import stagegate.client.model.SubmitPredictionsRequest;
import stagegate.client.model.SubmitSignatureRequest;
import stagegate.client.model.TokenPage;
import stagegate.client.model.TransitionKind;
import stagegate.client.model.TransitionPage;
import stagegate.client.model.TransitionResponse;
import stagegate.client.model.TransitionStandingResponse;
import stagegate.client.model.TransitionStatus;
import stagegate.client.model.TrustRulePage;
import stagegate.client.model.TrustRuleResponse;
import java.util.UUID;
import stagegate.client.model.UpdateModelRequest;
import stagegate.client.model.UpdateVersionRequest;
import stagegate.client.model.UpdateWebhookRequest;
import stagegate.client.model.VerificationJobResponse;
import stagegate.client.model.VerificationProgressResponse;
import stagegate.client.model.VersionCurvesResponse;
import stagegate.client.model.VersionPage;
import stagegate.client.model.VersionResponse;
import stagegate.client.model.WaiverPage;
import stagegate.client.model.WaiverResponse;
import stagegate.client.model.WebhookDeliveryStatus;
import stagegate.client.model.WebhookPage;
import stagegate.client.model.WebhookResponse;
import stagegate.client.model.WebhookTestResponse;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import stagegate.client.Call;
import stagegate.client.Either;

/** The operations of the API, one method each; a method without the optional parameters leaves them out. */
public abstract class OperationsApi {

  /** Sends a request and reads its answer as the type given; throws ProblemException for 400 and above. */
  protected abstract <T> T send(Call call, TypeReference<T> type);

  /** The same where another success than 200 is answered with another type. */
  protected abstract <A, B> Either<A, B> sendEither(Call call, TypeReference<A> type, TypeReference<B> otherwise);

  /** Judges the recorded promotions of one or all models by a draft policy and says which it would have refused or let through. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public BackTestResponse backTestGatePolicy(BackTestRequest backTestRequest) {
    return backTestGatePolicy(backTestRequest, null);
  }

  /**
   * Judges the recorded promotions of one or all models by a draft policy and says which it would have refused or let through. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param backTestRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public BackTestResponse backTestGatePolicy(BackTestRequest backTestRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/gate-policy/back-tests");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(backTestRequest);
    return send(call, new TypeReference<BackTestResponse>() {});
  }

  /** Asks for a promotion past the gates, in an emergency: another person with the right confirms it by an approval, it says what stands in the way, and once applied it opens a review. Nobody gets past evidence that contradicts itself, a quarantine or changed ground. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public RequestedTransitionResponse breakGlass(String model, Integer version, BreakGlassRequest breakGlassRequest) {
    return breakGlass(model, version, breakGlassRequest, null);
  }

  /**
   * Asks for a promotion past the gates, in an emergency: another person with the right confirms it by an approval, it says what stands in the way, and once applied it opens a review. Nobody gets past evidence that contradicts itself, a quarantine or changed ground. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param breakGlassRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public RequestedTransitionResponse breakGlass(String model, Integer version, BreakGlassRequest breakGlassRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/break-glass");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(breakGlassRequest);
    return send(call, new TypeReference<RequestedTransitionResponse>() {});
  }

  /** Ends a back-test over everything that is queued or under way; what one that has ended found stays. Roles that may: contributor, admin. */
  public void cancelBackTest(UUID id) {
    cancelBackTest(id, null);
  }

  /**
   * Ends a back-test over everything that is queued or under way; what one that has ended found stays. Roles that may: contributor, admin.
   *
   * @param id Id, a UUID.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public void cancelBackTest(UUID id, String ifMatch) {
    var call = new Call("DELETE", "/api/v1/gate-policy/back-test-jobs/{id}");
    call.path("id", id);
    call.header("If-Match", ifMatch);
    send(call, new TypeReference<Void>() {});
  }

  /** Takes back a change of a policy that awaits approval. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public PolicyChangeResponse cancelPolicyChange(UUID id) {
    return cancelPolicyChange(id, null);
  }

  /**
   * Takes back a change of a policy that awaits approval. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public PolicyChangeResponse cancelPolicyChange(UUID id, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/policy-changes/{id}/cancel");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    return send(call, new TypeReference<PolicyChangeResponse>() {});
  }

  /** Cancels a prediction job that has not ended; nothing comes of it. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public PredictionJobResponse cancelPredictionJob(UUID id) {
    return cancelPredictionJob(id, null);
  }

  /**
   * Cancels a prediction job that has not ended; nothing comes of it. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public PredictionJobResponse cancelPredictionJob(UUID id, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/prediction-jobs/{id}/cancel");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    return send(call, new TypeReference<PredictionJobResponse>() {});
  }

  /** Takes back a transition that awaits approval. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public TransitionResponse cancelTransition(UUID id) {
    return cancelTransition(id, null);
  }

  /**
   * Takes back a transition that awaits approval. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public TransitionResponse cancelTransition(UUID id, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/transitions/{id}/cancel");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    return send(call, new TypeReference<TransitionResponse>() {});
  }

  /** Says the same of a draft of the registry's default policy, of the requests and models that it is wider than. Changes nothing. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public PolicyCheckResponse checkDefaultGatePolicy(CheckGatePolicyRequest checkGatePolicyRequest) {
    return checkDefaultGatePolicy(checkGatePolicyRequest, null);
  }

  /**
   * Says the same of a draft of the registry's default policy, of the requests and models that it is wider than. Changes nothing. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param checkGatePolicyRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public PolicyCheckResponse checkDefaultGatePolicy(CheckGatePolicyRequest checkGatePolicyRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/gate-policy/checks");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(checkGatePolicyRequest);
    return send(call, new TypeReference<PolicyCheckResponse>() {});
  }

  /** Says of a draft policy of a model what is wrong with it, what it would be with the registry's default, and what it would change for waiting requests and for the version in Production. Changes nothing. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public PolicyCheckResponse checkGatePolicy(String model, CheckGatePolicyRequest checkGatePolicyRequest) {
    return checkGatePolicy(model, checkGatePolicyRequest, null);
  }

  /**
   * Says of a draft policy of a model what is wrong with it, what it would be with the registry's default, and what it would change for waiting requests and for the version in Production. Changes nothing. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param checkGatePolicyRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public PolicyCheckResponse checkGatePolicy(String model, CheckGatePolicyRequest checkGatePolicyRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/gate-policy/checks");
    call.path("model", model);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(checkGatePolicyRequest);
    return send(call, new TypeReference<PolicyCheckResponse>() {});
  }

  /** Judges a version by the gates of a stage and moves nothing; what a CI job runs on a pull request. Evidence about the incumbent that is lacking is computed from kept predictions; `reEvaluations` says where that stands, and `Retry-After` when to ask again. With `Accept: text/markdown` the report is Markdown. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public GateReportResponse checkGates(String model, Integer version, CheckGatesRequest checkGatesRequest) {
    return checkGates(model, version, checkGatesRequest, null);
  }

  /**
   * Judges a version by the gates of a stage and moves nothing; what a CI job runs on a pull request. Evidence about the incumbent that is lacking is computed from kept predictions; `reEvaluations` says where that stands, and `Retry-After` when to ask again. With `Accept: text/markdown` the report is Markdown. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param checkGatesRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public GateReportResponse checkGates(String model, Integer version, CheckGatesRequest checkGatesRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/gate-checks");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(checkGatesRequest);
    return send(call, new TypeReference<GateReportResponse>() {});
  }

  /** Closes a review, which another person does than whoever passed the gates, and no service. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public ReviewResponse closeReview(UUID id, CloseReviewRequest closeReviewRequest) {
    return closeReview(id, closeReviewRequest, null);
  }

  /**
   * Closes a review, which another person does than whoever passed the gates, and no service. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param closeReviewRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public ReviewResponse closeReview(UUID id, CloseReviewRequest closeReviewRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/reviews/{id}/close");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(closeReviewRequest);
    return send(call, new TypeReference<ReviewResponse>() {});
  }

  /** Compares two versions on the same data: every metric on every slice with both values, delta and 95 % interval, worst first. With a gate report, what it said of each row stands beside it. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public ComparisonResponse compareVersions(String model, Integer challenger) {
    return compareVersions(model, challenger, null, null, null, null, null, null, null, null);
  }

  /**
   * Compares two versions on the same data: every metric on every slice with both values, delta and 95 % interval, worst first. With a gate report, what it said of each row stands beside it. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param model Name of the model.
   * @param challenger The version to compare.
   * @param incumbent The version to compare it with; the one in Production unless given.
   * @param dataset Name of the dataset; that of the challenger's newest evaluation unless given.
   * @param metric The metric to compare; all of them unless given.
   * @param feature Only slices of this feature; all of them unless given.
   * @param report The gate report whose verdicts stand beside the rows; compared is what it was judged on, and its incumbent unless another is given.
   * @param transition The transition whose gate report is meant, in place of the report.
   * @param limit How many rows to answer at most; all of them unless given.
   * @param cursor The `nextCursor` of the page before, of the same comparison.
   */
  public ComparisonResponse compareVersions(String model, Integer challenger, Integer incumbent, String dataset, String metric, String feature, UUID report, UUID transition, Integer limit, String cursor) {
    var call = new Call("GET", "/api/v1/models/{model}/comparison");
    call.path("model", model);
    call.query("challenger", challenger);
    call.query("incumbent", incumbent);
    call.query("dataset", dataset);
    call.query("metric", metric);
    call.query("feature", feature);
    call.query("report", report);
    call.query("transition", transition);
    call.query("limit", limit);
    call.query("cursor", cursor);
    return send(call, new TypeReference<ComparisonResponse>() {});
  }

  /**
   * Counts what waits for the caller's decision, as `awaiting=me` of the list of transitions finds it. Roles that may: viewer, contributor, approver, admin.
   *
   */
  public AwaitingCountResponse countAwaiting() {
    var call = new Call("GET", "/api/v1/transitions/awaiting-count");
    return send(call, new TypeReference<AwaitingCountResponse>() {});
  }

  /** Sets a freeze: in its windows nothing is promoted to Production, of the whole registry or of the models named. Rollbacks go on. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public FreezeResponse createFreeze(CreateFreezeRequest createFreezeRequest) {
    return createFreeze(createFreezeRequest, null);
  }

  /**
   * Sets a freeze: in its windows nothing is promoted to Production, of the whole registry or of the models named. Rollbacks go on. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param createFreezeRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public FreezeResponse createFreeze(CreateFreezeRequest createFreezeRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/freezes");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(createFreezeRequest);
    return send(call, new TypeReference<FreezeResponse>() {});
  }

  /** Creates a model. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public ModelResponse createModel(CreateModelRequest createModelRequest) {
    return createModel(createModelRequest, null);
  }

  /**
   * Creates a model. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param createModelRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public ModelResponse createModel(CreateModelRequest createModelRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(createModelRequest);
    return send(call, new TypeReference<ModelResponse>() {});
  }

  /** Gives a role to a subject or a group: in the whole registry, for a model, or for all models whose names begin alike. It holds from the next request on. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public RoleBindingResponse createRoleBinding(CreateRoleBindingRequest createRoleBindingRequest) {
    return createRoleBinding(createRoleBindingRequest, null);
  }

  /**
   * Gives a role to a subject or a group: in the whole registry, for a model, or for all models whose names begin alike. It holds from the next request on. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param createRoleBindingRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public RoleBindingResponse createRoleBinding(CreateRoleBindingRequest createRoleBindingRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/role-bindings");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(createRoleBindingRequest);
    return send(call, new TypeReference<RoleBindingResponse>() {});
  }

  /** Lets tokens of another issuer, such as those of CI jobs, be exchanged for short-lived ones of the service, so that no secret is stored there. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public TrustRuleResponse createTrustRule(CreateTrustRuleRequest createTrustRuleRequest) {
    return createTrustRule(createTrustRuleRequest, null);
  }

  /**
   * Lets tokens of another issuer, such as those of CI jobs, be exchanged for short-lived ones of the service, so that no secret is stored there. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param createTrustRuleRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public TrustRuleResponse createTrustRule(CreateTrustRuleRequest createTrustRuleRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/trust-rules");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(createTrustRuleRequest);
    return send(call, new TypeReference<TrustRuleResponse>() {});
  }

  /** Makes a webhook, which is told of what happens from now on. The answer shows its secret, this once. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public CreatedWebhookResponse createWebhook(CreateWebhookRequest createWebhookRequest) {
    return createWebhook(createWebhookRequest, null);
  }

  /**
   * Makes a webhook, which is told of what happens from now on. The answer shows its secret, this once. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param createWebhookRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public CreatedWebhookResponse createWebhook(CreateWebhookRequest createWebhookRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/webhooks");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(createWebhookRequest);
    return send(call, new TypeReference<CreatedWebhookResponse>() {});
  }

  /** Approves or rejects a change of a policy; the last approval needed makes it the new revision. Its author never decides. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public PolicyChangeResponse decidePolicyChange(UUID id, DecidePolicyChangeRequest decidePolicyChangeRequest) {
    return decidePolicyChange(id, decidePolicyChangeRequest, null);
  }

  /**
   * Approves or rejects a change of a policy; the last approval needed makes it the new revision. Its author never decides. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param decidePolicyChangeRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public PolicyChangeResponse decidePolicyChange(UUID id, DecidePolicyChangeRequest decidePolicyChangeRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/policy-changes/{id}/approvals");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(decidePolicyChangeRequest);
    return send(call, new TypeReference<PolicyChangeResponse>() {});
  }

  /** Approves or rejects a transition that awaits approval; the last approval needed applies it if its ground still holds. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public TransitionResponse decideTransition(UUID id, DecideTransitionRequest decideTransitionRequest) {
    return decideTransition(id, decideTransitionRequest, null);
  }

  /**
   * Approves or rejects a transition that awaits approval; the last approval needed applies it if its ground still holds. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param decideTransitionRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public TransitionResponse decideTransition(UUID id, DecideTransitionRequest decideTransitionRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/transitions/{id}/approvals");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(decideTransitionRequest);
    return send(call, new TypeReference<TransitionResponse>() {});
  }

  /** Deletes an alias. Roles that may: contributor, admin. */
  public void deleteAlias(String model, String alias) {
    deleteAlias(model, alias, null);
  }

  /**
   * Deletes an alias. Roles that may: contributor, admin.
   *
   * @param model Name of the model.
   * @param alias Name of the alias; latest, names such as v1 and the names of stages are reserved.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public void deleteAlias(String model, String alias, String ifMatch) {
    var call = new Call("DELETE", "/api/v1/models/{model}/aliases/{alias}");
    call.path("model", model);
    call.path("alias", alias);
    call.header("If-Match", ifMatch);
    send(call, new TypeReference<Void>() {});
  }

  /** Deletes a model; its history stays in the audit record. Roles that may: admin. */
  public void deleteModel(String model) {
    deleteModel(model, null);
  }

  /**
   * Deletes a model; its history stays in the audit record. Roles that may: admin.
   *
   * @param model Name of the model.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public void deleteModel(String model, String ifMatch) {
    var call = new Call("DELETE", "/api/v1/models/{model}");
    call.path("model", model);
    call.header("If-Match", ifMatch);
    send(call, new TypeReference<Void>() {});
  }

  /** Deletes a role that nobody has any more. Roles that may: admin. */
  public void deleteRole(String role) {
    deleteRole(role, null);
  }

  /**
   * Deletes a role that nobody has any more. Roles that may: admin.
   *
   * @param role Name of the role: a built-in one, or letters, digits and ._- of your own.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public void deleteRole(String role, String ifMatch) {
    var call = new Call("DELETE", "/api/v1/roles/{role}");
    call.path("role", role);
    call.header("If-Match", ifMatch);
    send(call, new TypeReference<Void>() {});
  }

  /** Takes a role back; it holds from the next request on. Roles that may: admin. */
  public void deleteRoleBinding(UUID id) {
    deleteRoleBinding(id, null);
  }

  /**
   * Takes a role back; it holds from the next request on. Roles that may: admin.
   *
   * @param id Id, a UUID.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public void deleteRoleBinding(UUID id, String ifMatch) {
    var call = new Call("DELETE", "/api/v1/role-bindings/{id}");
    call.path("id", id);
    call.header("If-Match", ifMatch);
    send(call, new TypeReference<Void>() {});
  }

  /** Ends a trust rule, and with it the tokens that it gave; every replica refuses them from then on. Roles that may: admin. */
  public void deleteTrustRule(UUID id) {
    deleteTrustRule(id, null);
  }

  /**
   * Ends a trust rule, and with it the tokens that it gave; every replica refuses them from then on. Roles that may: admin.
   *
   * @param id Id, a UUID.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public void deleteTrustRule(UUID id, String ifMatch) {
    var call = new Call("DELETE", "/api/v1/trust-rules/{id}");
    call.path("id", id);
    call.header("If-Match", ifMatch);
    send(call, new TypeReference<Void>() {});
  }

  /** Deletes a version in None or Archived that never held Production; its number is not given again. Roles that may: admin. */
  public void deleteVersion(String model, Integer version) {
    deleteVersion(model, version, null);
  }

  /**
   * Deletes a version in None or Archived that never held Production; its number is not given again. Roles that may: admin.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public void deleteVersion(String model, Integer version, String ifMatch) {
    var call = new Call("DELETE", "/api/v1/models/{model}/versions/{version}");
    call.path("model", model);
    call.path("version", version);
    call.header("If-Match", ifMatch);
    send(call, new TypeReference<Void>() {});
  }

  /** Deletes a webhook, with what it has not been told yet. Roles that may: admin. */
  public void deleteWebhook(UUID id) {
    deleteWebhook(id, null);
  }

  /**
   * Deletes a webhook, with what it has not been told yet. Roles that may: admin.
   *
   * @param id Id, a UUID.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public void deleteWebhook(UUID id, String ifMatch) {
    var call = new Call("DELETE", "/api/v1/webhooks/{id}");
    call.path("id", id);
    call.header("If-Match", ifMatch);
    send(call, new TypeReference<Void>() {});
  }

  /**
   * Signs out: ends the session that the request is part of. Roles that may: viewer, contributor, approver, admin.
   *
   */
  public void endCurrentSession() {
    var call = new Call("DELETE", "/api/v1/sessions/current");
    send(call, new TypeReference<Void>() {});
  }

  /** Ends a freeze from now on; it stays on record. Roles that may: admin. */
  public void endFreeze(UUID id) {
    endFreeze(id, null);
  }

  /**
   * Ends a freeze from now on; it stays on record. Roles that may: admin.
   *
   * @param id Id, a UUID.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public void endFreeze(UUID id, String ifMatch) {
    var call = new Call("DELETE", "/api/v1/freezes/{id}");
    call.path("id", id);
    call.header("If-Match", ifMatch);
    send(call, new TypeReference<Void>() {});
  }

  /**
   * Ends a session; every replica refuses it from then on. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public void endSession(UUID id) {
    var call = new Call("DELETE", "/api/v1/sessions/{id}");
    call.path("id", id);
    send(call, new TypeReference<Void>() {});
  }

  /** Submits what a run of the MLflow tracking server measured, by the names that gates know; `example_count` is the count of all. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public EvaluationResponse evaluateRun(String model, Integer version, EvaluateRunRequest evaluateRunRequest) {
    return evaluateRun(model, version, evaluateRunRequest, null);
  }

  /**
   * Submits what a run of the MLflow tracking server measured, by the names that gates know; `example_count` is the count of all. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param evaluateRunRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public EvaluationResponse evaluateRun(String model, Integer version, EvaluateRunRequest evaluateRunRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/evaluations/from-run");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(evaluateRunRequest);
    return send(call, new TypeReference<EvaluationResponse>() {});
  }

  /** Measures predictions that were kept on rows that are known: for an incumbent without evidence on a dataset, or a new comparison. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public PredictionJobResponse evaluateStoredPredictions(String model, Integer version, EvaluateStoredPredictionsRequest evaluateStoredPredictionsRequest) {
    return evaluateStoredPredictions(model, version, evaluateStoredPredictionsRequest, null);
  }

  /**
   * Measures predictions that were kept on rows that are known: for an incumbent without evidence on a dataset, or a new comparison. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param evaluateStoredPredictionsRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public PredictionJobResponse evaluateStoredPredictions(String model, Integer version, EvaluateStoredPredictionsRequest evaluateStoredPredictionsRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/evaluations/from-stored-predictions");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(evaluateStoredPredictionsRequest);
    return send(call, new TypeReference<PredictionJobResponse>() {});
  }

  /** Exchanges a token of another issuer, such as that of a CI job, for a short-lived one of the service, as RFC 8693 has it: a trust rule must fit its claims. The new token speaks for a machine, carries the claims into the record, and ends with the rule. A refusal has the members `error` and `error_description` of RFC 6749 beside those of every problem. Answers everybody. With an `Idempotency-Key` it can be sent again without a second effect. */
  public ExchangedTokenResponse exchangeToken(String grantType, String subjectToken, String subjectTokenType) {
    return exchangeToken(grantType, subjectToken, subjectTokenType, null, null);
  }

  /**
   * Exchanges a token of another issuer, such as that of a CI job, for a short-lived one of the service, as RFC 8693 has it: a trust rule must fit its claims. The new token speaks for a machine, carries the claims into the record, and ends with the rule. A refusal has the members `error` and `error_description` of RFC 6749 beside those of every problem. Answers everybody. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param grantType The grant of RFC 8693.
   * @param subjectToken The token of the other issuer, made for the audience of a trust rule.
   * @param subjectTokenType What the token is, a JWT in any case: urn:ietf:params:oauth:token-type:jwt, urn:ietf:params:oauth:token-type:id_token, urn:ietf:params:oauth:token-type:access_token.
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   * @param model The model that the job works on: only trust rules that reach it count. No part of RFC 8693.
   */
  public ExchangedTokenResponse exchangeToken(String grantType, String subjectToken, String subjectTokenType, String idempotencyKey, String model) {
    var call = new Call("POST", "/api/v1/token-exchange");
    call.header("Idempotency-Key", idempotencyKey);
    return send(call, new TypeReference<ExchangedTokenResponse>() {});
  }

  /** Streams audit events as newline-delimited JSON, oldest first, and none that an event may still come before. Without `after` it begins with the first that was not archived. Roles that may: viewer, contributor, approver, admin. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public String exportAuditEvents() {
    return exportAuditEvents(null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Streams audit events as newline-delimited JSON, oldest first, and none that an event may still come before. Without `after` it begins with the first that was not archived. Roles that may: viewer, contributor, approver, admin. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param actor Only what this subject did.
   * @param action Only this action, such as `transition.applied`; one that no event can have is refused.
   * @param model Only what concerns the model that has this name, or had it last, under its earlier and later names too.
   * @param modelId Only what concerns the model of this id, whatever it was called.
   * @param version Only what concerns this version number.
   * @param requestId Only what this request did.
   * @param from Only events at or after this time; a day alone is its first moment in UTC.
   * @param to Only events before this time; a day alone is its first moment in UTC.
   * @param after Only events after this sequence: the last one of an export before, to go on from there without missing any.
   * @param through Only events up to this sequence: that of a checkpoint, so that the export holds what it signs.
   * @param include `evidence` adds to each event where its evidence is, and the documents whose digests it tells, part by part.
   */
  public String exportAuditEvents(String actor, String action, String model, UUID modelId, Integer version, String requestId, OffsetDateTime from, OffsetDateTime to, Long after, Long through, String include) {
    var call = new Call("GET", "/api/v1/audit-events/export");
    call.query("actor", actor);
    call.query("action", action);
    call.query("model", model);
    call.query("modelId", modelId);
    call.query("version", version);
    call.query("requestId", requestId);
    call.query("from", from);
    call.query("to", to);
    call.query("after", after);
    call.query("through", through);
    call.query("include", include);
    return send(call, new TypeReference<String>() {});
  }

  /**
   * Answers the version an alias points at; champion answers the Production version and latest the highest. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   * @param alias Name of the alias; latest, names such as v1 and the names of stages are reserved.
   */
  public AliasResponse getAlias(String model, String alias) {
    var call = new Call("GET", "/api/v1/models/{model}/aliases/{alias}");
    call.path("model", model);
    call.path("alias", alias);
    return send(call, new TypeReference<AliasResponse>() {});
  }

  /**
   * Answers how far a back-test over everything is, or what it found. Roles that may: contributor, admin.
   *
   * @param id Id, a UUID.
   */
  public BackTestJobResponse getBackTest(UUID id) {
    var call = new Call("GET", "/api/v1/gate-policy/back-test-jobs/{id}");
    call.path("id", id);
    return send(call, new TypeReference<BackTestJobResponse>() {});
  }

  /**
   * Answers how far the record goes, signed: the number of events and the root of the tree over them. With `Accept: text/plain` it is a C2SP signed note, which the offline verifier reads. Roles that may: viewer, contributor, approver, admin.
   *
   */
  public CheckpointResponse getCheckpoint() {
    var call = new Call("GET", "/api/v1/audit-events/checkpoint");
    return send(call, new TypeReference<CheckpointResponse>() {});
  }

  /**
   * Answers where the console's links to other places lead. Roles that may: viewer, contributor, approver, admin.
   *
   */
  public ConsoleLinksResponse getConsoleLinks() {
    var call = new Call("GET", "/api/v1/console-settings/links");
    return send(call, new TypeReference<ConsoleLinksResponse>() {});
  }

  /**
   * Answers what the console shows to everybody: the name of the registry and the ways to sign in. Answers everybody.
   *
   */
  public ConsoleSettingsResponse getConsoleSettings() {
    var call = new Call("GET", "/api/v1/console-settings");
    return send(call, new TypeReference<ConsoleSettingsResponse>() {});
  }

  /**
   * Answers one registered dataset version. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public DatasetVersionResponse getDataset(UUID id) {
    var call = new Call("GET", "/api/v1/datasets/{id}");
    call.path("id", id);
    return send(call, new TypeReference<DatasetVersionResponse>() {});
  }

  /** Answers the registry's default policy, or the built-in one when none was set; with `at`, what it was then. Roles that may: viewer, contributor, approver, admin. */
  public EffectiveGatePolicyResponse getDefaultGatePolicy() {
    return getDefaultGatePolicy(null);
  }

  /**
   * Answers the registry's default policy, or the built-in one when none was set; with `at`, what it was then. Roles that may: viewer, contributor, approver, admin.
   *
   * @param at A moment in the past: answers what was so then, by the record. A day alone, as in `2026-11-20`, is its first moment in UTC. Now unless given.
   */
  public EffectiveGatePolicyResponse getDefaultGatePolicy(OffsetDateTime at) {
    var call = new Call("GET", "/api/v1/gate-policy");
    call.query("at", at);
    return send(call, new TypeReference<EffectiveGatePolicyResponse>() {});
  }

  /**
   * Answers one revision of the registry's default policy. Roles that may: viewer, contributor, approver, admin.
   *
   * @param revision Number of the policy revision.
   */
  public GatePolicyResponse getDefaultGatePolicyRevision(Integer revision) {
    var call = new Call("GET", "/api/v1/gate-policy/revisions/{revision}");
    call.path("revision", revision);
    return send(call, new TypeReference<GatePolicyResponse>() {});
  }

  /**
   * Answers one evaluation with its metrics and paired evidence. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public EvaluationResponse getEvaluation(UUID id) {
    var call = new Call("GET", "/api/v1/evaluations/{id}");
    call.path("id", id);
    return send(call, new TypeReference<EvaluationResponse>() {});
  }

  /**
   * Answers the JSON Schema of the `data` of a type of event. Roles that may: viewer, contributor, approver, admin.
   *
   * @param type Type of event, such as `dev.stagegate.transition.applied.v1`.
   */
  public Map<String, Object> getEventType(String type) {
    var call = new Call("GET", "/api/v1/event-types/{type}");
    call.path("type", type);
    return send(call, new TypeReference<Map<String, Object>>() {});
  }

  /**
   * Answers the types of events there are. Roles that may: viewer, contributor, approver, admin.
   *
   */
  public EventTypesResponse getEventTypes() {
    var call = new Call("GET", "/api/v1/event-types");
    return send(call, new TypeReference<EventTypesResponse>() {});
  }

  /**
   * Answers one freeze, one that was ended too. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public FreezeResponse getFreeze(UUID id) {
    var call = new Call("GET", "/api/v1/freezes/{id}");
    call.path("id", id);
    return send(call, new TypeReference<FreezeResponse>() {});
  }

  /** Answers every while of a range of time in which something is frozen, recurring ones written out. Roles that may: viewer, contributor, approver, admin. */
  public FreezeCalendarResponse getFreezeCalendar(OffsetDateTime from, OffsetDateTime to) {
    return getFreezeCalendar(from, to, null);
  }

  /**
   * Answers every while of a range of time in which something is frozen, recurring ones written out. Roles that may: viewer, contributor, approver, admin.
   *
   * @param from First moment of the calendar.
   * @param to First moment after it, at most 400 days later.
   * @param model Only what concerns this model, the windows of its gate policy included.
   */
  public FreezeCalendarResponse getFreezeCalendar(OffsetDateTime from, OffsetDateTime to, String model) {
    var call = new Call("GET", "/api/v1/freezes/calendar");
    call.query("from", from);
    call.query("to", to);
    call.query("model", model);
    return send(call, new TypeReference<FreezeCalendarResponse>() {});
  }

  /** Answers the policy that holds for a model: the registry's default and its own composed, or the built-in one; with `at`, what held then. Roles that may: viewer, contributor, approver, admin. */
  public EffectiveGatePolicyResponse getGatePolicy(String model) {
    return getGatePolicy(model, null);
  }

  /**
   * Answers the policy that holds for a model: the registry's default and its own composed, or the built-in one; with `at`, what held then. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   * @param at A moment in the past: answers what was so then, by the record. A day alone, as in `2026-11-20`, is its first moment in UTC. Now unless given.
   */
  public EffectiveGatePolicyResponse getGatePolicy(String model, OffsetDateTime at) {
    var call = new Call("GET", "/api/v1/models/{model}/gate-policy");
    call.path("model", model);
    call.query("at", at);
    return send(call, new TypeReference<EffectiveGatePolicyResponse>() {});
  }

  /**
   * Answers one revision of a model's own policy. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   * @param revision Number of the policy revision.
   */
  public GatePolicyResponse getGatePolicyRevision(String model, Integer revision) {
    var call = new Call("GET", "/api/v1/models/{model}/gate-policy/revisions/{revision}");
    call.path("model", model);
    call.path("revision", revision);
    return send(call, new TypeReference<GatePolicyResponse>() {});
  }

  /**
   * Answers a stored gate report, as it was when a transition was judged by it. With `Accept: text/markdown` it is Markdown. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public GateReportResponse getGateReport(UUID id) {
    var call = new Call("GET", "/api/v1/gate-reports/{id}");
    call.path("id", id);
    return send(call, new TypeReference<GateReportResponse>() {});
  }

  /**
   * Answers the hold that a model is on; while it is, nothing of it is promoted to Production. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   */
  public HoldResponse getHold(String model) {
    var call = new Call("GET", "/api/v1/models/{model}/hold");
    call.path("model", model);
    return send(call, new TypeReference<HoldResponse>() {});
  }

  /**
   * Answers who the caller is and what it may do. Roles that may: viewer, contributor, approver, admin.
   *
   */
  public MeResponse getMe() {
    var call = new Call("GET", "/api/v1/me");
    return send(call, new TypeReference<MeResponse>() {});
  }

  /** Answers one model with its aliases and its Production version; with `at`, as it stood then. Roles that may: viewer, contributor, approver, admin. */
  public ModelResponse getModel(String model) {
    return getModel(model, null);
  }

  /**
   * Answers one model with its aliases and its Production version; with `at`, as it stood then. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   * @param at A moment in the past: answers what was so then, by the record. A day alone, as in `2026-11-20`, is its first moment in UTC. Now unless given.
   */
  public ModelResponse getModel(String model, OffsetDateTime at) {
    var call = new Call("GET", "/api/v1/models/{model}");
    call.path("model", model);
    call.query("at", at);
    return send(call, new TypeReference<ModelResponse>() {});
  }

  /** Answers what the caller may do in the registry, or to a model, and which role of its token or which role binding lets it. Roles that may: viewer, contributor, approver, admin. */
  public MyPermissionsResponse getMyPermissions() {
    return getMyPermissions(null);
  }

  /**
   * Answers what the caller may do in the registry, or to a model, and which role of its token or which role binding lets it. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Also what the caller may do to this model.
   */
  public MyPermissionsResponse getMyPermissions(String model) {
    var call = new Call("GET", "/api/v1/me/permissions");
    call.query("model", model);
    return send(call, new TypeReference<MyPermissionsResponse>() {});
  }

  /**
   * Answers one change of a policy, with what it would have made of past promotions. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public PolicyChangeDetailsResponse getPolicyChange(UUID id) {
    var call = new Call("GET", "/api/v1/policy-changes/{id}");
    call.path("id", id);
    return send(call, new TypeReference<PolicyChangeDetailsResponse>() {});
  }

  /**
   * Answers one prediction job: where it stands, what came of it, or why it failed. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public PredictionJobResponse getPredictionJob(UUID id) {
    var call = new Call("GET", "/api/v1/prediction-jobs/{id}");
    call.path("id", id);
    return send(call, new TypeReference<PredictionJobResponse>() {});
  }

  /**
   * Answers one review. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public ReviewResponse getReview(UUID id) {
    var call = new Call("GET", "/api/v1/reviews/{id}");
    call.path("id", id);
    return send(call, new TypeReference<ReviewResponse>() {});
  }

  /**
   * Answers one role. Roles that may: viewer, contributor, approver, admin.
   *
   * @param role Name of the role: a built-in one, or letters, digits and ._- of your own.
   */
  public RoleResponse getRole(String role) {
    var call = new Call("GET", "/api/v1/roles/{role}");
    call.path("role", role);
    return send(call, new TypeReference<RoleResponse>() {});
  }

  /**
   * Answers one role binding. Roles that may: admin.
   *
   * @param id Id, a UUID.
   */
  public RoleBindingResponse getRoleBinding(UUID id) {
    var call = new Call("GET", "/api/v1/role-bindings/{id}");
    call.path("id", id);
    return send(call, new TypeReference<RoleBindingResponse>() {});
  }

  /** Answers the version in a stage: the one in Production, or the highest in another stage. With `at`, the version that held Production then, as it stood then, with its tenure. Roles that may: viewer, contributor, approver, admin. */
  public StagedVersionResponse getStage(String model, Stage stage) {
    return getStage(model, stage, null);
  }

  /**
   * Answers the version in a stage: the one in Production, or the highest in another stage. With `at`, the version that held Production then, as it stood then, with its tenure. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   * @param stage Name of the stage.
   * @param at A moment in the past: answers the version that held Production then. A day alone, as in `2026-11-20`, is its first moment in UTC.
   */
  public StagedVersionResponse getStage(String model, Stage stage, OffsetDateTime at) {
    var call = new Call("GET", "/api/v1/models/{model}/stages/{stage}");
    call.path("model", model);
    call.path("stage", stage);
    call.query("at", at);
    return send(call, new TypeReference<StagedVersionResponse>() {});
  }

  /**
   * Answers one transition with its approvals. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public TransitionResponse getTransition(UUID id) {
    var call = new Call("GET", "/api/v1/transitions/{id}");
    call.path("id", id);
    return send(call, new TypeReference<TransitionResponse>() {});
  }

  /**
   * Answers the attestation of an applied transition: an in-toto statement in a DSSE envelope, about the artifact, with verdict, digests, approvals, and the proof that the signed record tells of it. It is signed once, and the same ever after. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public AttestationResponse getTransitionAttestation(UUID id) {
    var call = new Call("GET", "/api/v1/transitions/{id}/attestation");
    call.path("id", id);
    return send(call, new TypeReference<AttestationResponse>() {});
  }

  /**
   * Tells where a transition stands now: what it is pinned to, what of it changed, what stands in the way, and what an approval would make of it. Changes nothing. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public TransitionStandingResponse getTransitionStanding(UUID id) {
    var call = new Call("GET", "/api/v1/transitions/{id}/standing");
    call.path("id", id);
    return send(call, new TypeReference<TransitionStandingResponse>() {});
  }

  /**
   * Answers one trust rule. Roles that may: admin.
   *
   * @param id Id, a UUID.
   */
  public TrustRuleResponse getTrustRule(UUID id) {
    var call = new Call("GET", "/api/v1/trust-rules/{id}");
    call.path("id", id);
    return send(call, new TypeReference<TrustRuleResponse>() {});
  }

  /**
   * Answers how far a verification is, or what it found. Roles that may: viewer, contributor, approver, admin.
   *
   * @param id Id, a UUID.
   */
  public VerificationJobResponse getVerification(UUID id) {
    var call = new Call("GET", "/api/v1/audit-events/verifications/{id}");
    call.path("id", id);
    return send(call, new TypeReference<VerificationJobResponse>() {});
  }

  /**
   * Says how far the verification is that runs in the process that answers, whoever asked for it. Roles that may: viewer, contributor, approver, admin.
   *
   */
  public VerificationProgressResponse getVerificationProgress() {
    var call = new Call("GET", "/api/v1/audit-events/verification/progress");
    return send(call, new TypeReference<VerificationProgressResponse>() {});
  }

  /** Answers one version; with `at`, as it stood then. Roles that may: viewer, contributor, approver, admin. */
  public VersionResponse getVersion(String model, Integer version) {
    return getVersion(model, version, null);
  }

  /**
   * Answers one version; with `at`, as it stood then. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param at A moment in the past: answers what was so then, by the record. A day alone, as in `2026-11-20`, is its first moment in UTC. Now unless given.
   */
  public VersionResponse getVersion(String model, Integer version, OffsetDateTime at) {
    var call = new Call("GET", "/api/v1/models/{model}/versions/{version}");
    call.path("model", model);
    call.path("version", version);
    call.query("at", at);
    return send(call, new TypeReference<VersionResponse>() {});
  }

  /**
   * Answers the model card of a version: purpose and limits, lineage, metrics with intervals, slices and gaps, decisions and approvals. With `Accept: text/markdown` it is Markdown, with `text/html` a page to be printed. Roles that may: viewer, contributor, approver, admin. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   */
  public ModelCardResponse getVersionCard(String model, Integer version) {
    var call = new Call("GET", "/api/v1/models/{model}/versions/{version}/card");
    call.path("model", model);
    call.path("version", version);
    return send(call, new TypeReference<ModelCardResponse>() {});
  }

  /** Draws a curve of the predictions that are kept of a version: calibration or ROC of binary scores, residuals of regression, in at most 200 points. Roles that may: viewer, contributor, approver, admin. */
  public VersionCurvesResponse getVersionCurves(String model, Integer version, CurveKind kind) {
    return getVersionCurves(model, version, kind, null, null);
  }

  /**
   * Draws a curve of the predictions that are kept of a version: calibration or ROC of binary scores, residuals of regression, in at most 200 points. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param kind Which curve.
   * @param dataset Name of the dataset; that of the newest predictions kept unless given.
   * @param slice The slice as JSON, such as `{\"sex\":\"Female\"}`; the whole unless given.
   */
  public VersionCurvesResponse getVersionCurves(String model, Integer version, CurveKind kind, String dataset, String slice) {
    var call = new Call("GET", "/api/v1/models/{model}/versions/{version}/curves");
    call.path("model", model);
    call.path("version", version);
    call.query("kind", kind);
    call.query("dataset", dataset);
    call.query("slice", slice);
    return send(call, new TypeReference<VersionCurvesResponse>() {});
  }

  /**
   * Answers the signatures over the artifact of a version, oldest first. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   */
  public SignatureList getVersionSignatures(String model, Integer version) {
    var call = new Call("GET", "/api/v1/models/{model}/versions/{version}/signatures");
    call.path("model", model);
    call.path("version", version);
    return send(call, new TypeReference<SignatureList>() {});
  }

  /**
   * Answers a webhook. Roles that may: admin.
   *
   * @param id Id, a UUID.
   */
  public WebhookResponse getWebhook(UUID id) {
    var call = new Call("GET", "/api/v1/webhooks/{id}");
    call.path("id", id);
    return send(call, new TypeReference<WebhookResponse>() {});
  }

  /** Waives a rule that is INCONCLUSIVE, for the evidence and the policy of now. The verdict stays what it is; the version may be promoted once all such rules are waived. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public GrantedWaiverResponse grantWaiver(String model, Integer version, GrantWaiverRequest grantWaiverRequest) {
    return grantWaiver(model, version, grantWaiverRequest, null);
  }

  /**
   * Waives a rule that is INCONCLUSIVE, for the evidence and the policy of now. The verdict stays what it is; the version may be promoted once all such rules are waived. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param grantWaiverRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public GrantedWaiverResponse grantWaiver(String model, Integer version, GrantWaiverRequest grantWaiverRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/waivers");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(grantWaiverRequest);
    return send(call, new TypeReference<GrantedWaiverResponse>() {});
  }

  /** Takes a model over from another registry, with the numbers, stages, aliases and times it has there, marked as imported. Sent again, it takes over what changed since; what was changed here stays, and so does what a policy of the model guards. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public ImportModelResponse importModel(String model, ImportModelRequest importModelRequest) {
    return importModel(model, importModelRequest, null);
  }

  /**
   * Takes a model over from another registry, with the numbers, stages, aliases and times it has there, marked as imported. Sent again, it takes over what changed since; what was changed here stays, and so does what a policy of the model guards. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param importModelRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public ImportModelResponse importModel(String model, ImportModelRequest importModelRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/import");
    call.path("model", model);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(importModelRequest);
    return send(call, new TypeReference<ImportModelResponse>() {});
  }

  /** Issues a token. The answer is the only place that ever shows it. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public IssuedTokenResponse issueToken(IssueTokenRequest issueTokenRequest) {
    return issueToken(issueTokenRequest, null);
  }

  /**
   * Issues a token. The answer is the only place that ever shows it. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param issueTokenRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public IssuedTokenResponse issueToken(IssueTokenRequest issueTokenRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/tokens");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(issueTokenRequest);
    return send(call, new TypeReference<IssuedTokenResponse>() {});
  }

  /** Lifts the hold of a model, which a person does and no service. The reason stands in a body or, where something between drops it, in the query. Roles that may: approver, admin. */
  public HoldResponse liftHold(String model) {
    return liftHold(model, null, null);
  }

  /**
   * Lifts the hold of a model, which a person does and no service. The reason stands in a body or, where something between drops it, in the query. Roles that may: approver, admin.
   *
   * @param model Name of the model.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   * @param liftHoldRequest the body
   */
  public HoldResponse liftHold(String model, String ifMatch, LiftHoldRequest liftHoldRequest) {
    var call = new Call("DELETE", "/api/v1/models/{model}/hold");
    call.path("model", model);
    call.header("If-Match", ifMatch);
    call.body(liftHoldRequest);
    return send(call, new TypeReference<HoldResponse>() {});
  }

  /** Lists audit events, newest first unless asked otherwise: those of the models that the caller may read. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public AuditEventPage listAuditEvents() {
    return listAuditEvents(null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Lists audit events, newest first unless asked otherwise: those of the models that the caller may read. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param actor Only what this subject did.
   * @param action Only this action, such as `transition.applied`; one that no event can have is refused.
   * @param model Only what concerns the model that has this name, or had it last, under its earlier and later names too.
   * @param modelId Only what concerns the model of this id, whatever it was called.
   * @param version Only what concerns this version number.
   * @param requestId Only what this request did.
   * @param from Only events at or after this time; a day alone is its first moment in UTC.
   * @param to Only events before this time; a day alone is its first moment in UTC.
   * @param sort Newest first (`-sequence`) unless `sequence` asks for oldest first.
   */
  public AuditEventPage listAuditEvents(Integer limit, String cursor, String filter, String actor, String action, String model, UUID modelId, Integer version, String requestId, OffsetDateTime from, OffsetDateTime to, AuditOrder sort) {
    var call = new Call("GET", "/api/v1/audit-events");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("actor", actor);
    call.query("action", action);
    call.query("model", model);
    call.query("modelId", modelId);
    call.query("version", version);
    call.query("requestId", requestId);
    call.query("from", from);
    call.query("to", to);
    call.query("sort", sort);
    return send(call, new TypeReference<AuditEventPage>() {});
  }

  /** Lists the sealed files that the oldest events were moved into, in the order of the record; the files themselves are where they were archived to. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public AuditSegmentPage listAuditSegments() {
    return listAuditSegments(null, null, null, null);
  }

  /**
   * Lists the sealed files that the oldest events were moved into, in the order of the record; the files themselves are where they were archived to. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   */
  public AuditSegmentPage listAuditSegments(Integer limit, String cursor, String filter, String sort) {
    var call = new Call("GET", "/api/v1/audit-events/segments");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    return send(call, new TypeReference<AuditSegmentPage>() {});
  }

  /** Lists registered dataset versions, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public DatasetVersionPage listDatasets() {
    return listDatasets(null, null, null, null, null);
  }

  /**
   * Lists registered dataset versions, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param name Only versions of the dataset of this name.
   */
  public DatasetVersionPage listDatasets(Integer limit, String cursor, String filter, String sort, String name) {
    var call = new Call("GET", "/api/v1/datasets");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("name", name);
    return send(call, new TypeReference<DatasetVersionPage>() {});
  }

  /** Lists the revisions of the registry's default policy, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public GatePolicyPage listDefaultGatePolicyRevisions() {
    return listDefaultGatePolicyRevisions(null, null, null, null);
  }

  /**
   * Lists the revisions of the registry's default policy, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   */
  public GatePolicyPage listDefaultGatePolicyRevisions(Integer limit, String cursor, String filter, String sort) {
    var call = new Call("GET", "/api/v1/gate-policy/revisions");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    return send(call, new TypeReference<GatePolicyPage>() {});
  }

  /** Lists the evaluations of a version, newest first; a page of large ones holds fewer than `limit`. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public EvaluationPage listEvaluations(String model, Integer version) {
    return listEvaluations(model, version, null, null, null, null, null);
  }

  /**
   * Lists the evaluations of a version, newest first; a page of large ones holds fewer than `limit`. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param include What to answer of the evidence of each evaluation beyond its counts; all of it unless given.
   */
  public EvaluationPage listEvaluations(String model, Integer version, Integer limit, String cursor, String filter, String sort, EvidenceInclusion include) {
    var call = new Call("GET", "/api/v1/models/{model}/versions/{version}/evaluations");
    call.path("model", model);
    call.path("version", version);
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("include", include);
    return send(call, new TypeReference<EvaluationPage>() {});
  }

  /** Lists events, oldest first, and none that an event may still come before: whoever goes on from `nextCursor` misses none and sees none twice. With `waitSeconds` the answer waits for an event. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. */
  public EventPage listEvents() {
    return listEvents(null, null, null, null, null, null);
  }

  /**
   * Lists events, oldest first, and none that an event may still come before: whoever goes on from `nextCursor` misses none and sees none twice. With `waitSeconds` the answer waits for an event. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
   *
   * @param type Only events of this type, such as `dev.stagegate.transition.applied.v1`; given several times, of any of them. `*` is every type.
   * @param model Only events of the model that has this name now or had it at the time; after a renaming, under its other names too.
   * @param modelPrefix Only events of models whose name began with this on that day.
   * @param cursor Begins behind this cursor, or, with `now`, with what is still to come; the header Last-Event-ID goes before it. Without either the stream begins with the first event.
   * @param limit How many events to answer at most; 50 unless given.
   * @param waitSeconds How long to wait for an event, in seconds, when there is none yet; 0 unless given, and no longer than the service allows, which is 30 unless configured.
   */
  public EventPage listEvents(Set<String> type, String model, String modelPrefix, String cursor, Integer limit, Integer waitSeconds) {
    var call = new Call("GET", "/api/v1/events");
    call.query("type", type);
    call.query("model", model);
    call.query("modelPrefix", modelPrefix);
    call.query("cursor", cursor);
    call.query("limit", limit);
    call.query("waitSeconds", waitSeconds);
    return send(call, new TypeReference<EventPage>() {});
  }

  /** Lists the freezes that were not ended, newest first; with `at`, those that hold then. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public FreezePage listFreezes() {
    return listFreezes(null, null, null, null, null, null);
  }

  /**
   * Lists the freezes that were not ended, newest first; with `at`, those that hold then. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param at Only freezes that hold at this time, those ended since too; all of them are on one page then.
   * @param model Only freezes that concern this model; with `at`, those of its gate policy too.
   */
  public FreezePage listFreezes(Integer limit, String cursor, String filter, String sort, OffsetDateTime at, String model) {
    var call = new Call("GET", "/api/v1/freezes");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("at", at);
    call.query("model", model);
    return send(call, new TypeReference<FreezePage>() {});
  }

  /** Lists the revisions of a model's own policy, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public GatePolicyPage listGatePolicyRevisions(String model) {
    return listGatePolicyRevisions(model, null, null, null, null);
  }

  /**
   * Lists the revisions of a model's own policy, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param model Name of the model.
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   */
  public GatePolicyPage listGatePolicyRevisions(String model, Integer limit, String cursor, String filter, String sort) {
    var call = new Call("GET", "/api/v1/models/{model}/gate-policy/revisions");
    call.path("model", model);
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    return send(call, new TypeReference<GatePolicyPage>() {});
  }

  /** Lists the tenures of Production of a model, newest first unless another order is asked for: who put each version there and took it away, why, and on what evidence. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public HistoryPage listModelHistory(String model) {
    return listModelHistory(model, null, null, null, null);
  }

  /**
   * Lists the tenures of Production of a model, newest first unless another order is asked for: who put each version there and took it away, why, and on what evidence. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param model Name of the model.
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   */
  public HistoryPage listModelHistory(String model, Integer limit, String cursor, String filter, String sort) {
    var call = new Call("GET", "/api/v1/models/{model}/history");
    call.path("model", model);
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    return send(call, new TypeReference<HistoryPage>() {});
  }

  /** Lists the transitions of a model, refused ones too, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public TransitionPage listModelTransitions(String model) {
    return listModelTransitions(model, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Lists the transitions of a model, refused ones too, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param model Name of the model.
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param status Only transitions of this status.
   * @param kind Only transitions of this kind.
   * @param version Only transitions of versions with this number.
   * @param awaiting `me`: only transitions that await approval and whose `mayDecide` allows the caller to decide.
   * @param requestedBy Only what this subject asked for.
   * @param from Only what was asked for at or after this time.
   * @param to Only what was asked for before this time.
   */
  public TransitionPage listModelTransitions(String model, Integer limit, String cursor, String filter, String sort, TransitionStatus status, TransitionKind kind, Integer version, String awaiting, String requestedBy, OffsetDateTime from, OffsetDateTime to) {
    var call = new Call("GET", "/api/v1/models/{model}/transitions");
    call.path("model", model);
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("status", status);
    call.query("kind", kind);
    call.query("version", version);
    call.query("awaiting", awaiting);
    call.query("requestedBy", requestedBy);
    call.query("from", from);
    call.query("to", to);
    return send(call, new TypeReference<TransitionPage>() {});
  }

  /** Lists models, by name unless another order is asked for. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public ModelPage listModels() {
    return listModels(null, null, null, null, null, null);
  }

  /**
   * Lists models, by name unless another order is asked for. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param stage Only models with a version in this stage.
   * @param condition Only models in this condition.
   */
  public ModelPage listModels(Integer limit, String cursor, String filter, String sort, Stage stage, ModelConditionCode condition) {
    var call = new Call("GET", "/api/v1/models");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("stage", stage);
    call.query("condition", condition);
    return send(call, new TypeReference<ModelPage>() {});
  }

  /** Lists the changes of policies that needed approval, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public PolicyChangePage listPolicyChanges() {
    return listPolicyChanges(null, null, null, null, null, null);
  }

  /**
   * Lists the changes of policies that needed approval, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param status Only changes of this status.
   * @param model Only changes of this model's own policy.
   */
  public PolicyChangePage listPolicyChanges(Integer limit, String cursor, String filter, String sort, PolicyChangeStatus status, String model) {
    var call = new Call("GET", "/api/v1/policy-changes");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("status", status);
    call.query("model", model);
    return send(call, new TypeReference<PolicyChangePage>() {});
  }

  /** Lists prediction jobs, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public PredictionJobPage listPredictionJobs() {
    return listPredictionJobs(null, null, null, null, null, null, null);
  }

  /**
   * Lists prediction jobs, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param model Only jobs of the model of this name.
   * @param version Only jobs of this version number.
   * @param status Only jobs that stand here.
   */
  public PredictionJobPage listPredictionJobs(Integer limit, String cursor, String filter, String sort, String model, Integer version, PredictionJobStatus status) {
    var call = new Call("GET", "/api/v1/prediction-jobs");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("model", model);
    call.query("version", version);
    call.query("status", status);
    return send(call, new TypeReference<PredictionJobPage>() {});
  }

  /** Lists what every model has in Production, or had there at a time, deleted models too. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. */
  public ProductionPage listProductions() {
    return listProductions(null, null, null, null, null);
  }

  /**
   * Lists what every model has in Production, or had there at a time, deleted models too. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param at The moment to ask of; now unless given.
   */
  public ProductionPage listProductions(Integer limit, String cursor, String filter, String sort, OffsetDateTime at) {
    var call = new Call("GET", "/api/v1/production");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("at", at);
    return send(call, new TypeReference<ProductionPage>() {});
  }

  /** Lists the reviews of what passed the gates in an emergency, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public ReviewPage listReviews() {
    return listReviews(null, null, null, null, null, null);
  }

  /**
   * Lists the reviews of what passed the gates in an emergency, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param status Only reviews that stand so; open ones include those that are overdue.
   * @param model Only reviews of this model.
   */
  public ReviewPage listReviews(Integer limit, String cursor, String filter, String sort, ReviewStatus status, String model) {
    var call = new Call("GET", "/api/v1/reviews");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("status", status);
    call.query("model", model);
    return send(call, new TypeReference<ReviewPage>() {});
  }

  /** Lists the role bindings that hold, or held at a time, newest first: those of the models whose bindings the caller manages. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. */
  public RoleBindingPage listRoleBindings() {
    return listRoleBindings(null, null, null, null, null, null, null, null, null);
  }

  /**
   * Lists the role bindings that hold, or held at a time, newest first: those of the models whose bindings the caller manages. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param subject Only bindings of this subject.
   * @param group Only bindings of this group.
   * @param role Only bindings of this role.
   * @param model Only bindings for this one model, by its name of now.
   * @param at A moment in the past: lists the bindings that held then, by the record. A day alone, as in `2026-11-20`, is its first moment in UTC. Now unless given.
   */
  public RoleBindingPage listRoleBindings(Integer limit, String cursor, String filter, String sort, String subject, String group, String role, String model, OffsetDateTime at) {
    var call = new Call("GET", "/api/v1/role-bindings");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("subject", subject);
    call.query("group", group);
    call.query("role", role);
    call.query("model", model);
    call.query("at", at);
    return send(call, new TypeReference<RoleBindingPage>() {});
  }

  /** Lists the roles there are, the built-in ones among them, by name. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. */
  public RolePage listRoles() {
    return listRoles(null, null, null, null);
  }

  /**
   * Lists the roles there are, the built-in ones among them, by name. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   */
  public RolePage listRoles(Integer limit, String cursor, String filter, String sort) {
    var call = new Call("GET", "/api/v1/roles");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    return send(call, new TypeReference<RolePage>() {});
  }

  /** Lists the sessions that stand, newest first: the caller's own, and for whoever manages tokens those of all. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. */
  public SessionPage listSessions() {
    return listSessions(null, null, null, null, null);
  }

  /**
   * Lists the sessions that stand, newest first: the caller's own, and for whoever manages tokens those of all. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param subject Only sessions of this subject.
   */
  public SessionPage listSessions(Integer limit, String cursor, String filter, String sort, String subject) {
    var call = new Call("GET", "/api/v1/sessions");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("subject", subject);
    return send(call, new TypeReference<SessionPage>() {});
  }

  /** Lists who held Production of a model from when to when, newest first unless another order is asked for. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public ProductionTenurePage listTenures(String model) {
    return listTenures(model, null, null, null, null);
  }

  /**
   * Lists who held Production of a model from when to when, newest first unless another order is asked for. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param model Name of the model.
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   */
  public ProductionTenurePage listTenures(String model, Integer limit, String cursor, String filter, String sort) {
    var call = new Call("GET", "/api/v1/models/{model}/tenures");
    call.path("model", model);
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    return send(call, new TypeReference<ProductionTenurePage>() {});
  }

  /** Lists the tokens that were issued, newest first, revoked and expired ones included. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. */
  public TokenPage listTokens() {
    return listTokens(null, null, null, null, null);
  }

  /**
   * Lists the tokens that were issued, newest first, revoked and expired ones included. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param subject Only tokens of this subject.
   */
  public TokenPage listTokens(Integer limit, String cursor, String filter, String sort, String subject) {
    var call = new Call("GET", "/api/v1/tokens");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("subject", subject);
    return send(call, new TypeReference<TokenPage>() {});
  }

  /** Lists the transitions of all models, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public TransitionPage listTransitions() {
    return listTransitions(null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Lists the transitions of all models, newest first. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param status Only transitions of this status.
   * @param kind Only transitions of this kind.
   * @param version Only transitions of versions with this number.
   * @param awaiting `me`: only transitions that await approval and whose `mayDecide` allows the caller to decide.
   * @param requestedBy Only what this subject asked for.
   * @param from Only what was asked for at or after this time.
   * @param to Only what was asked for before this time.
   * @param model Only transitions of this model.
   */
  public TransitionPage listTransitions(Integer limit, String cursor, String filter, String sort, TransitionStatus status, TransitionKind kind, Integer version, String awaiting, String requestedBy, OffsetDateTime from, OffsetDateTime to, String model) {
    var call = new Call("GET", "/api/v1/transitions");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("status", status);
    call.query("kind", kind);
    call.query("version", version);
    call.query("awaiting", awaiting);
    call.query("requestedBy", requestedBy);
    call.query("from", from);
    call.query("to", to);
    call.query("model", model);
    return send(call, new TypeReference<TransitionPage>() {});
  }

  /** Lists the trust rules of the models whose rules the caller manages, newest first; those of the whole registry are listed to callers who manage all. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. */
  public TrustRulePage listTrustRules() {
    return listTrustRules(null, null, null, null, null);
  }

  /**
   * Lists the trust rules of the models whose rules the caller manages, newest first; those of the whole registry are listed to callers who manage all. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param issuer Only rules of this issuer.
   */
  public TrustRulePage listTrustRules(Integer limit, String cursor, String filter, String sort, String issuer) {
    var call = new Call("GET", "/api/v1/trust-rules");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("issuer", issuer);
    return send(call, new TypeReference<TrustRulePage>() {});
  }

  /** Lists the versions of a model, newest first unless another order is asked for. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public VersionPage listVersions(String model) {
    return listVersions(model, null, null, null, null, null);
  }

  /**
   * Lists the versions of a model, newest first unless another order is asked for. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param model Name of the model.
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param stage Only versions in this stage.
   */
  public VersionPage listVersions(String model, Integer limit, String cursor, String filter, String sort, Stage stage) {
    var call = new Call("GET", "/api/v1/models/{model}/versions");
    call.path("model", model);
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("stage", stage);
    return send(call, new TypeReference<VersionPage>() {});
  }

  /** Lists the waivers of a version, newest first, expired and revoked ones too. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public WaiverPage listWaivers(String model, Integer version) {
    return listWaivers(model, version, null, null, null, null, null);
  }

  /**
   * Lists the waivers of a version, newest first, expired and revoked ones too. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param toStage Only waivers of rules of this stage.
   */
  public WaiverPage listWaivers(String model, Integer version, Integer limit, String cursor, String filter, String sort, GatedStage toStage) {
    var call = new Call("GET", "/api/v1/models/{model}/versions/{version}/waivers");
    call.path("model", model);
    call.path("version", version);
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("toStage", toStage);
    return send(call, new TypeReference<WaiverPage>() {});
  }

  /** Lists the deliveries of a webhook, the newest event first; those that ended are forgotten after a time, 30 days unless the registry is set otherwise. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public DeliveryPage listWebhookDeliveries(UUID id) {
    return listWebhookDeliveries(id, null, null, null, null, null);
  }

  /**
   * Lists the deliveries of a webhook, the newest event first; those that ended are forgotten after a time, 30 days unless the registry is set otherwise. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param id Id, a UUID.
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   * @param status Only deliveries that stand so: `waiting` for an attempt, `delivered`, or `dead`, given up after three days.
   */
  public DeliveryPage listWebhookDeliveries(UUID id, Integer limit, String cursor, String filter, String sort, WebhookDeliveryStatus status) {
    var call = new Call("GET", "/api/v1/webhooks/{id}/deliveries");
    call.path("id", id);
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    call.query("status", status);
    return send(call, new TypeReference<DeliveryPage>() {});
  }

  /** Lists webhooks, newest first. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary. */
  public WebhookPage listWebhooks() {
    return listWebhooks(null, null, null, null);
  }

  /**
   * Lists webhooks, newest first. Roles that may: admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param limit How many items to answer at most; 50 unless given.
   * @param cursor The `nextCursor` of the page before, with the same filter and order.
   * @param filter Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md.
   * @param sort Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list.
   */
  public WebhookPage listWebhooks(Integer limit, String cursor, String filter, String sort) {
    var call = new Call("GET", "/api/v1/webhooks");
    call.query("limit", limit);
    call.query("cursor", cursor);
    call.query("filter", filter);
    call.query("sort", sort);
    return send(call, new TypeReference<WebhookPage>() {});
  }

  /** Loads the census example to try things out on: a model with a policy and four versions, of which the second is in Production, the third was refused and the fourth awaits approval. Only a service with the embedded database has it. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public LoadedExampleResponse loadExample() {
    return loadExample(null);
  }

  /**
   * Loads the census example to try things out on: a model with a policy and four versions, of which the second is in Production, the third was refused and the fourth awaits approval. Only a service with the embedded database has it. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public LoadedExampleResponse loadExample(String idempotencyKey) {
    var call = new Call("POST", "/api/v1/examples/census-income");
    call.header("Idempotency-Key", idempotencyKey);
    return send(call, new TypeReference<LoadedExampleResponse>() {});
  }

  /** Tells what a rollback would do and what stands in its way. Changes nothing. Roles that may: viewer, contributor, approver, admin. */
  public RollbackPreviewResponse previewRollback(String model) {
    return previewRollback(model, null);
  }

  /**
   * Tells what a rollback would do and what stands in its way. Changes nothing. Roles that may: viewer, contributor, approver, admin.
   *
   * @param model Name of the model.
   * @param toVersion The version to put back; without it, the last good one before the version in Production.
   */
  public RollbackPreviewResponse previewRollback(String model, Integer toVersion) {
    var call = new Call("GET", "/api/v1/models/{model}/rollback");
    call.path("model", model);
    call.query("toVersion", toVersion);
    return send(call, new TypeReference<RollbackPreviewResponse>() {});
  }

  /** Proves that the record of a later checkpoint begins with that of an earlier one, hash for hash. Roles that may: viewer, contributor, approver, admin. */
  public ConsistencyProofResponse proveConsistency(Long from) {
    return proveConsistency(from, null);
  }

  /**
   * Proves that the record of a later checkpoint begins with that of an earlier one, hash for hash. Roles that may: viewer, contributor, approver, admin.
   *
   * @param from Size of the earlier checkpoint.
   * @param to Size of the later checkpoint; the newest unless given.
   */
  public ConsistencyProofResponse proveConsistency(Long from, Long to) {
    var call = new Call("GET", "/api/v1/audit-events/checkpoint/consistency");
    call.query("from", from);
    call.query("to", to);
    return send(call, new TypeReference<ConsistencyProofResponse>() {});
  }

  /** Proves that an event is part of the record that a checkpoint signs. Roles that may: viewer, contributor, approver, admin. */
  public InclusionProofResponse proveInclusion(Long sequence) {
    return proveInclusion(sequence, null);
  }

  /**
   * Proves that an event is part of the record that a checkpoint signs. Roles that may: viewer, contributor, approver, admin.
   *
   * @param sequence Sequence of the event.
   * @param size Size of the checkpoint; the newest unless given.
   */
  public InclusionProofResponse proveInclusion(Long sequence, Long size) {
    var call = new Call("GET", "/api/v1/audit-events/checkpoint/inclusion");
    call.query("sequence", sequence);
    call.query("size", size);
    return send(call, new TypeReference<InclusionProofResponse>() {});
  }

  /** Bars a version from promotion and rollback. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public VersionResponse quarantineVersion(String model, Integer version, QuarantineRequest quarantineRequest) {
    return quarantineVersion(model, version, quarantineRequest, null);
  }

  /**
   * Bars a version from promotion and rollback. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param quarantineRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public VersionResponse quarantineVersion(String model, Integer version, QuarantineRequest quarantineRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/quarantine");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(quarantineRequest);
    return send(call, new TypeReference<VersionResponse>() {});
  }

  /** Tells a webhook once more of what happened in a span of time, those events included that it was never told of. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public RedeliveryResponse redeliverWebhook(UUID id, RedeliverRequest redeliverRequest) {
    return redeliverWebhook(id, redeliverRequest, null);
  }

  /**
   * Tells a webhook once more of what happened in a span of time, those events included that it was never told of. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param redeliverRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public RedeliveryResponse redeliverWebhook(UUID id, RedeliverRequest redeliverRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/webhooks/{id}/redeliveries");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(redeliverRequest);
    return send(call, new TypeReference<RedeliveryResponse>() {});
  }

  /** Sends a delivery once more. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public DeliveryResponse redeliverWebhookDelivery(UUID id, UUID delivery) {
    return redeliverWebhookDelivery(id, delivery, null);
  }

  /**
   * Sends a delivery once more. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param delivery Id of the delivery, a UUID.
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public DeliveryResponse redeliverWebhookDelivery(UUID id, UUID delivery, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/webhooks/{id}/deliveries/{delivery}/redeliver");
    call.path("id", id);
    call.path("delivery", delivery);
    call.header("Idempotency-Key", idempotencyKey);
    return send(call, new TypeReference<DeliveryResponse>() {});
  }

  /** Registers a dataset version with its slice inventory, so that gates notice a slice that is missing from every evaluation. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public DatasetVersionResponse registerDataset(RegisterDatasetRequest registerDatasetRequest) {
    return registerDataset(registerDatasetRequest, null);
  }

  /**
   * Registers a dataset version with its slice inventory, so that gates notice a slice that is missing from every evaluation. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param registerDatasetRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public DatasetVersionResponse registerDataset(RegisterDatasetRequest registerDatasetRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/datasets");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(registerDatasetRequest);
    return send(call, new TypeReference<DatasetVersionResponse>() {});
  }

  /** Registers a version; the server gives it the next number. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public VersionResponse registerVersion(String model, RegisterVersionRequest registerVersionRequest) {
    return registerVersion(model, registerVersionRequest, null);
  }

  /**
   * Registers a version; the server gives it the next number. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param registerVersionRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public VersionResponse registerVersion(String model, RegisterVersionRequest registerVersionRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions");
    call.path("model", model);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(registerVersionRequest);
    return send(call, new TypeReference<VersionResponse>() {});
  }

  /** Lifts a quarantine. The reason stands in the query or, where nothing between drops it, in a body. Roles that may: approver, admin. */
  public VersionResponse releaseVersion(String model, Integer version) {
    return releaseVersion(model, version, null, null);
  }

  /**
   * Lifts a quarantine. The reason stands in the query or, where nothing between drops it, in a body. Roles that may: approver, admin.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   * @param releaseRequest the body
   */
  public VersionResponse releaseVersion(String model, Integer version, String ifMatch, ReleaseRequest releaseRequest) {
    var call = new Call("DELETE", "/api/v1/models/{model}/versions/{version}/quarantine");
    call.path("model", model);
    call.path("version", version);
    call.header("If-Match", ifMatch);
    call.body(releaseRequest);
    return send(call, new TypeReference<VersionResponse>() {});
  }

  /** Gives a model another name; history, evidence and aliases follow, audit events keep the name of their day. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public ModelResponse renameModel(String model, RenameModelRequest renameModelRequest) {
    return renameModel(model, renameModelRequest, null);
  }

  /**
   * Gives a model another name; history, evidence and aliases follow, audit events keep the name of their day. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param renameModelRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public ModelResponse renameModel(String model, RenameModelRequest renameModelRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/rename");
    call.path("model", model);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(renameModelRequest);
    return send(call, new TypeReference<ModelResponse>() {});
  }

  /** Judges the evidence of a stored gate report again by the same policy revisions; the answer equals the stored report, or is 409 and leaves an audit event. Roles that may: viewer, contributor, approver, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public ReplayedGateReportResponse replayGateReport(UUID id) {
    return replayGateReport(id, null);
  }

  /**
   * Judges the evidence of a stored gate report again by the same policy revisions; the answer equals the stored report, or is 409 and leaves an audit event. Roles that may: viewer, contributor, approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public ReplayedGateReportResponse replayGateReport(UUID id, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/gate-reports/{id}/replay");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    return send(call, new TypeReference<ReplayedGateReportResponse>() {});
  }

  /** Asks for a change of stage: it is judged by the gates of the target stage and applied, refused, or left to approval. Roles that may: contributor, approver, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public RequestedTransitionResponse requestTransition(String model, Integer version, RequestTransitionRequest requestTransitionRequest) {
    return requestTransition(model, version, requestTransitionRequest, null);
  }

  /**
   * Asks for a change of stage: it is judged by the gates of the target stage and applied, refused, or left to approval. Roles that may: contributor, approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param requestTransitionRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public RequestedTransitionResponse requestTransition(String model, Integer version, RequestTransitionRequest requestTransitionRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/transitions");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(requestTransitionRequest);
    return send(call, new TypeReference<RequestedTransitionResponse>() {});
  }

  /**
   * Revokes a token; every replica refuses it from then on. Roles that may: admin.
   *
   * @param id Id, a UUID.
   */
  public void revokeToken(UUID id) {
    var call = new Call("DELETE", "/api/v1/tokens/{id}");
    call.path("id", id);
    send(call, new TypeReference<Void>() {});
  }

  /**
   * Revokes a waiver; what was promoted by it stays where it is. Roles that may: approver, admin.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param id Id, a UUID.
   */
  public WaiverResponse revokeWaiver(String model, Integer version, UUID id) {
    var call = new Call("DELETE", "/api/v1/models/{model}/versions/{version}/waivers/{id}");
    call.path("model", model);
    call.path("version", version);
    call.path("id", id);
    return send(call, new TypeReference<WaiverResponse>() {});
  }

  /** Puts an earlier Production version back in one call and archives the one there now; deletes nothing. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public RequestedTransitionResponse rollbackModel(String model, RollbackRequest rollbackRequest) {
    return rollbackModel(model, rollbackRequest, null);
  }

  /**
   * Puts an earlier Production version back in one call and archives the one there now; deletes nothing. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param rollbackRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public RequestedTransitionResponse rollbackModel(String model, RollbackRequest rollbackRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/rollback");
    call.path("model", model);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(rollbackRequest);
    return send(call, new TypeReference<RequestedTransitionResponse>() {});
  }

  /** Makes a new secret and a new pair of keys, and shows the secret, this once. For a while the former ones sign as well. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public CreatedWebhookResponse rotateWebhookSecret(UUID id, RotateSecretRequest rotateSecretRequest) {
    return rotateWebhookSecret(id, rotateSecretRequest, null);
  }

  /**
   * Makes a new secret and a new pair of keys, and shows the secret, this once. For a while the former ones sign as well. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param rotateSecretRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public CreatedWebhookResponse rotateWebhookSecret(UUID id, RotateSecretRequest rotateSecretRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/webhooks/{id}/secret");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(rotateSecretRequest);
    return send(call, new TypeReference<CreatedWebhookResponse>() {});
  }

  /**
   * Finds models by name, versions by run id, commit and artifact digest, and transitions and gate reports by id. Roles that may: viewer, contributor, approver, admin. A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.
   *
   * @param q The beginning of a model's name or of a word in it, of a version's run id, commit or artifact digest, or the id of a transition or a gate report.
   */
  public SearchResponse searchRegistry(String q) {
    var call = new Call("GET", "/api/v1/search");
    call.query("q", q);
    return send(call, new TypeReference<SearchResponse>() {});
  }

  /** Points an alias at a version. Writing champion, or an alias the policy protects, is a promotion request through the gates. Roles that may: contributor, admin. */
  public Either<AliasResponse, RequestedTransitionResponse> setAlias(String model, String alias, SetAliasRequest setAliasRequest) {
    return setAlias(model, alias, setAliasRequest, null, null);
  }

  /**
   * Points an alias at a version. Writing champion, or an alias the policy protects, is a promotion request through the gates. Roles that may: contributor, admin.
   *
   * @param model Name of the model.
   * @param alias Name of the alias; latest, names such as v1 and the names of stages are reserved.
   * @param setAliasRequest the body
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   * @param ifNoneMatch `*` to change only what is not there yet, or an ETag that the resource must not have; 412 when it is there.
   */
  public Either<AliasResponse, RequestedTransitionResponse> setAlias(String model, String alias, SetAliasRequest setAliasRequest, String ifMatch, String ifNoneMatch) {
    var call = new Call("PUT", "/api/v1/models/{model}/aliases/{alias}");
    call.path("model", model);
    call.path("alias", alias);
    call.header("If-Match", ifMatch);
    call.header("If-None-Match", ifNoneMatch);
    call.body(setAliasRequest);
    return sendEither(call, new TypeReference<AliasResponse>() {}, new TypeReference<RequestedTransitionResponse>() {});
  }

  /** Sets the registry's default policy, which holds for models without one of their own. Where it says that changes need approval, a change awaits it. Roles that may: admin. */
  public Either<EffectiveGatePolicyResponse, PolicyChangeResponse> setDefaultGatePolicy(Map<String, Object> requestBody) {
    return setDefaultGatePolicy(requestBody, null, null, null);
  }

  /**
   * Sets the registry's default policy, which holds for models without one of their own. Where it says that changes need approval, a change awaits it. Roles that may: admin.
   *
   * @param requestBody the body
   * @param comment Why the policy is changed. It stands beside the revision and in the audit record, and no digest covers it.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   * @param ifNoneMatch `*` to change only what is not there yet, or an ETag that the resource must not have; 412 when it is there.
   */
  public Either<EffectiveGatePolicyResponse, PolicyChangeResponse> setDefaultGatePolicy(Map<String, Object> requestBody, String comment, String ifMatch, String ifNoneMatch) {
    var call = new Call("PUT", "/api/v1/gate-policy");
    call.query("comment", comment);
    call.header("If-Match", ifMatch);
    call.header("If-None-Match", ifNoneMatch);
    call.body(requestBody);
    return sendEither(call, new TypeReference<EffectiveGatePolicyResponse>() {}, new TypeReference<PolicyChangeResponse>() {});
  }

  /** Sets the gate policy of a model: makes a new immutable revision. It may only tighten what the registry's default asks for. Where the policy in force says that changes need approval, a change awaits it. Roles that may: admin. */
  public Either<EffectiveGatePolicyResponse, PolicyChangeResponse> setGatePolicy(String model, Map<String, Object> requestBody) {
    return setGatePolicy(model, requestBody, null, null, null);
  }

  /**
   * Sets the gate policy of a model: makes a new immutable revision. It may only tighten what the registry's default asks for. Where the policy in force says that changes need approval, a change awaits it. Roles that may: admin.
   *
   * @param model Name of the model.
   * @param requestBody the body
   * @param comment Why the policy is changed. It stands beside the revision and in the audit record, and no digest covers it.
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   * @param ifNoneMatch `*` to change only what is not there yet, or an ETag that the resource must not have; 412 when it is there.
   */
  public Either<EffectiveGatePolicyResponse, PolicyChangeResponse> setGatePolicy(String model, Map<String, Object> requestBody, String comment, String ifMatch, String ifNoneMatch) {
    var call = new Call("PUT", "/api/v1/models/{model}/gate-policy");
    call.path("model", model);
    call.query("comment", comment);
    call.header("If-Match", ifMatch);
    call.header("If-None-Match", ifNoneMatch);
    call.body(requestBody);
    return sendEither(call, new TypeReference<EffectiveGatePolicyResponse>() {}, new TypeReference<PolicyChangeResponse>() {});
  }

  /** Puts a model on hold by hand, as a rollback does by itself. One that is on hold stays so, for the reason that it is. Roles that may: approver, admin. */
  public HoldResponse setHold(String model, SetHoldRequest setHoldRequest) {
    return setHold(model, setHoldRequest, null, null);
  }

  /**
   * Puts a model on hold by hand, as a rollback does by itself. One that is on hold stays so, for the reason that it is. Roles that may: approver, admin.
   *
   * @param model Name of the model.
   * @param setHoldRequest the body
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   * @param ifNoneMatch `*` to change only what is not there yet, or an ETag that the resource must not have; 412 when it is there.
   */
  public HoldResponse setHold(String model, SetHoldRequest setHoldRequest, String ifMatch, String ifNoneMatch) {
    var call = new Call("PUT", "/api/v1/models/{model}/hold");
    call.path("model", model);
    call.header("If-Match", ifMatch);
    call.header("If-None-Match", ifNoneMatch);
    call.body(setHoldRequest);
    return send(call, new TypeReference<HoldResponse>() {});
  }

  /** Defines a role of your own, or what it gives from now on to all who have it. Roles that may: admin. */
  public RoleResponse setRole(String role, SetRoleRequest setRoleRequest) {
    return setRole(role, setRoleRequest, null, null);
  }

  /**
   * Defines a role of your own, or what it gives from now on to all who have it. Roles that may: admin.
   *
   * @param role Name of the role: a built-in one, or letters, digits and ._- of your own.
   * @param setRoleRequest the body
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   * @param ifNoneMatch `*` to change only what is not there yet, or an ETag that the resource must not have; 412 when it is there.
   */
  public RoleResponse setRole(String role, SetRoleRequest setRoleRequest, String ifMatch, String ifNoneMatch) {
    var call = new Call("PUT", "/api/v1/roles/{role}");
    call.path("role", role);
    call.header("If-Match", ifMatch);
    call.header("If-None-Match", ifNoneMatch);
    call.body(setRoleRequest);
    return send(call, new TypeReference<RoleResponse>() {});
  }

  /** Starts judging all recorded promotions to Production, and all that is live, by a draft policy; changes nothing. It runs apart from the request; those of all callers take turns. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public BackTestJobResponse startBackTest(StartBackTestRequest startBackTestRequest) {
    return startBackTest(startBackTestRequest, null);
  }

  /**
   * Starts judging all recorded promotions to Production, and all that is live, by a draft policy; changes nothing. It runs apart from the request; those of all callers take turns. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param startBackTestRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public BackTestJobResponse startBackTest(StartBackTestRequest startBackTestRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/gate-policy/back-test-jobs");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(startBackTestRequest);
    return send(call, new TypeReference<BackTestJobResponse>() {});
  }

  /** Signs a browser in, by the code of a sign-in link or by a token: the answer sets a cookie. Only a page of this service may ask. Answers everybody. With an `Idempotency-Key` it can be sent again without a second effect. */
  public SessionResponse startSession(StartSessionRequest startSessionRequest) {
    return startSession(startSessionRequest, null);
  }

  /**
   * Signs a browser in, by the code of a sign-in link or by a token: the answer sets a cookie. Only a page of this service may ask. Answers everybody. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param startSessionRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public SessionResponse startSession(StartSessionRequest startSessionRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/sessions");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(startSessionRequest);
    return send(call, new TypeReference<SessionResponse>() {});
  }

  /** Starts a verification of the record that runs apart from the request, or joins the one under way over the same part; changes nothing. One in the registry at a time. Roles that may: viewer, contributor, approver, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public VerificationJobResponse startVerification(StartVerificationRequest startVerificationRequest) {
    return startVerification(startVerificationRequest, null);
  }

  /**
   * Starts a verification of the record that runs apart from the request, or joins the one under way over the same part; changes nothing. One in the registry at a time. Roles that may: viewer, contributor, approver, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param startVerificationRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public VerificationJobResponse startVerification(StartVerificationRequest startVerificationRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/audit-events/verifications");
    call.header("Idempotency-Key", idempotencyKey);
    call.body(startVerificationRequest);
    return send(call, new TypeReference<VerificationJobResponse>() {});
  }

  /** Tells events as they happen, as server-sent events (`text/event-stream`): each has the id of the event, which `Last-Event-ID` goes on from, and the event as JSON. Silence is broken by comments. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none. */
  public String streamEvents() {
    return streamEvents(null, null, null, null, null);
  }

  /**
   * Tells events as they happen, as server-sent events (`text/event-stream`): each has the id of the event, which `Last-Event-ID` goes on from, and the event as JSON. Silence is broken by comments. Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.
   *
   * @param type Only events of this type, such as `dev.stagegate.transition.applied.v1`; given several times, of any of them. `*` is every type.
   * @param model Only events of the model that has this name now or had it at the time; after a renaming, under its other names too.
   * @param modelPrefix Only events of models whose name began with this on that day.
   * @param cursor Begins behind this cursor, or, with `now`, with what is still to come; the header Last-Event-ID goes before it. Without either the stream begins with the first event.
   * @param lastEventID Id of the last event that was heard.
   */
  public String streamEvents(Set<String> type, String model, String modelPrefix, String cursor, String lastEventID) {
    var call = new Call("GET", "/api/v1/events/stream");
    call.query("type", type);
    call.query("model", model);
    call.query("modelPrefix", modelPrefix);
    call.query("cursor", cursor);
    call.header("Last-Event-ID", lastEventID);
    return send(call, new TypeReference<String>() {});
  }

  /** Submits what a version measured on a dataset version, overall and per slice; evidence is immutable. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public EvaluationResponse submitEvaluation(String model, Integer version, SubmitEvaluationRequest submitEvaluationRequest) {
    return submitEvaluation(model, version, submitEvaluationRequest, null);
  }

  /**
   * Submits what a version measured on a dataset version, overall and per slice; evidence is immutable. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param submitEvaluationRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public EvaluationResponse submitEvaluation(String model, Integer version, SubmitEvaluationRequest submitEvaluationRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/evaluations");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(submitEvaluationRequest);
    return send(call, new TypeReference<EvaluationResponse>() {});
  }

  /** Submits predictions row by row, as a file or the name of one; a job computes metrics and paired evidence from them. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public PredictionJobResponse submitPredictions(String model, Integer version, SubmitPredictionsRequest submitPredictionsRequest) {
    return submitPredictions(model, version, submitPredictionsRequest, null);
  }

  /**
   * Submits predictions row by row, as a file or the name of one; a job computes metrics and paired evidence from them. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param submitPredictionsRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public PredictionJobResponse submitPredictions(String model, Integer version, SubmitPredictionsRequest submitPredictionsRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/evaluations/from-predictions");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(submitPredictionsRequest);
    return send(call, new TypeReference<PredictionJobResponse>() {});
  }

  /** Keeps a signature over the artifact of a version: an in-toto statement in a DSSE envelope, alone or in a Sigstore bundle. It is immutable; a rule of kind `metadata` can demand one by keys or identities that the policy names. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public SignatureResponse submitSignature(String model, Integer version, SubmitSignatureRequest submitSignatureRequest) {
    return submitSignature(model, version, submitSignatureRequest, null);
  }

  /**
   * Keeps a signature over the artifact of a version: an in-toto statement in a DSSE envelope, alone or in a Sigstore bundle. It is immutable; a rule of kind `metadata` can demand one by keys or identities that the policy names. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param submitSignatureRequest the body
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public SignatureResponse submitSignature(String model, Integer version, SubmitSignatureRequest submitSignatureRequest, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/signatures");
    call.path("model", model);
    call.path("version", version);
    call.header("Idempotency-Key", idempotencyKey);
    call.body(submitSignatureRequest);
    return send(call, new TypeReference<SignatureResponse>() {});
  }

  /** Sends a message that only tries the way, once and at once, and answers what came of it. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect. */
  public WebhookTestResponse testWebhook(UUID id) {
    return testWebhook(id, null);
  }

  /**
   * Sends a message that only tries the way, once and at once, and answers what came of it. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second effect.
   *
   * @param id Id, a UUID.
   * @param idempotencyKey The same key with the same request is answered with its first answer for 24 hours unless the registry is set otherwise, and has one effect.
   */
  public WebhookTestResponse testWebhook(UUID id, String idempotencyKey) {
    var call = new Call("POST", "/api/v1/webhooks/{id}/test");
    call.path("id", id);
    call.header("Idempotency-Key", idempotencyKey);
    return send(call, new TypeReference<WebhookTestResponse>() {});
  }

  /** Changes description, owner and tags; absent fields stay, null clears. Roles that may: contributor, admin. */
  public ModelResponse updateModel(String model, UpdateModelRequest updateModelRequest) {
    return updateModel(model, updateModelRequest, null);
  }

  /**
   * Changes description, owner and tags; absent fields stay, null clears. Roles that may: contributor, admin.
   *
   * @param model Name of the model.
   * @param updateModelRequest the body
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public ModelResponse updateModel(String model, UpdateModelRequest updateModelRequest, String ifMatch) {
    var call = new Call("PATCH", "/api/v1/models/{model}");
    call.path("model", model);
    call.header("If-Match", ifMatch);
    call.body(updateModelRequest);
    return send(call, new TypeReference<ModelResponse>() {});
  }

  /** Changes description and tags; all else of a version is immutable. Roles that may: contributor, admin. */
  public VersionResponse updateVersion(String model, Integer version, UpdateVersionRequest updateVersionRequest) {
    return updateVersion(model, version, updateVersionRequest, null);
  }

  /**
   * Changes description and tags; all else of a version is immutable. Roles that may: contributor, admin.
   *
   * @param model Name of the model.
   * @param version Number of the version.
   * @param updateVersionRequest the body
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public VersionResponse updateVersion(String model, Integer version, UpdateVersionRequest updateVersionRequest, String ifMatch) {
    var call = new Call("PATCH", "/api/v1/models/{model}/versions/{version}");
    call.path("model", model);
    call.path("version", version);
    call.header("If-Match", ifMatch);
    call.body(updateVersionRequest);
    return send(call, new TypeReference<VersionResponse>() {});
  }

  /** Changes a webhook; what is left out stays as it is. Roles that may: admin. */
  public WebhookResponse updateWebhook(UUID id, UpdateWebhookRequest updateWebhookRequest) {
    return updateWebhook(id, updateWebhookRequest, null);
  }

  /**
   * Changes a webhook; what is left out stays as it is. Roles that may: admin.
   *
   * @param id Id, a UUID.
   * @param updateWebhookRequest the body
   * @param ifMatch ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.
   */
  public WebhookResponse updateWebhook(UUID id, UpdateWebhookRequest updateWebhookRequest, String ifMatch) {
    var call = new Call("PATCH", "/api/v1/webhooks/{id}");
    call.path("id", id);
    call.header("If-Match", ifMatch);
    call.body(updateWebhookRequest);
    return send(call, new TypeReference<WebhookResponse>() {});
  }

  /** Verifies every chain of the record, and every object that its events tell of, and names the first of each that does not fit. Callers share one walk; an answer that takes long is preceded by blanks, which keep the connection open. Roles that may: viewer, contributor, approver, admin. */
  public AuditVerificationResponse verifyAuditEvents() {
    return verifyAuditEvents(null, null);
  }

  /**
   * Verifies every chain of the record, and every object that its events tell of, and names the first of each that does not fit. Callers share one walk; an answer that takes long is preceded by blanks, which keep the connection open. Roles that may: viewer, contributor, approver, admin.
   *
   * @param from The sequence to begin with; events before it are taken as they are. All of the record unless given.
   * @param to The sequence to end with; the newest unless given.
   */
  public AuditVerificationResponse verifyAuditEvents(Long from, Long to) {
    var call = new Call("GET", "/api/v1/audit-events/verification");
    call.query("from", from);
    call.query("to", to);
    return send(call, new TypeReference<AuditVerificationResponse>() {});
  }

  /**
   * Withdraws the caller's own decision. The withdrawal of a rejection opens the transition again, if its ground is as it was. Roles that may: approver, admin.
   *
   * @param id Id, a UUID.
   */
  public TransitionResponse withdrawDecision(UUID id) {
    var call = new Call("DELETE", "/api/v1/transitions/{id}/approvals/mine");
    call.path("id", id);
    return send(call, new TypeReference<TransitionResponse>() {});
  }

  /**
   * Withdraws the caller's own decision. The withdrawal of a rejection opens the change again, if the policy is as it was. Roles that may: approver, admin.
   *
   * @param id Id, a UUID.
   */
  public PolicyChangeResponse withdrawPolicyDecision(UUID id) {
    var call = new Call("DELETE", "/api/v1/policy-changes/{id}/approvals/mine");
    call.path("id", id);
    return send(call, new TypeReference<PolicyChangeResponse>() {});
  }
}
