// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TransitionResponse */
public final class TransitionResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("gateReportId")
  private UUID gateReportId;

  @JsonProperty("displacedVersion")
  private Integer displacedVersion;

  @JsonProperty("model")
  private String model;

  @JsonProperty("fromStage")
  private Stage fromStage;

  @JsonProperty("toStage")
  private Stage toStage;

  @JsonProperty("kind")
  private TransitionKind kind;

  @JsonProperty("status")
  private TransitionStatus status;

  @JsonProperty("requestedBy")
  private String requestedBy;

  @JsonProperty("requestedAt")
  private OffsetDateTime requestedAt;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("summary")
  private ReportSummaryResponse summary;

  @JsonProperty("demand")
  private ApprovalDemandResponse demand;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  @JsonProperty("mayDecide")
  private MayDecideResponse mayDecide;

  @JsonProperty("override")
  private OverrideResponse override;

  @JsonProperty("approvals")
  private List<ApprovalResponse> approvals;

  @JsonProperty("appliedAt")
  private OffsetDateTime appliedAt;

  @JsonProperty("settledAt")
  private OffsetDateTime settledAt;

  @JsonProperty("settledBy")
  private String settledBy;

  @JsonProperty("code")
  private String code;

  @JsonProperty("detail")
  private String detail;

  /** Identifier of the transition. */
  public UUID getId() {
    return id;
  }

  public TransitionResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The version that moves. */
  public Integer getVersion() {
    return version;
  }

  public TransitionResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** The stored gate report; null for a move that no gate judges. */
  public UUID getGateReportId() {
    return gateReportId;
  }

  public TransitionResponse gateReportId(UUID gateReportId) {
    this.gateReportId = gateReportId;
    return this;
  }

  /** The Production version that went to Archived in the same transaction. */
  public Integer getDisplacedVersion() {
    return displacedVersion;
  }

  public TransitionResponse displacedVersion(Integer displacedVersion) {
    this.displacedVersion = displacedVersion;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public TransitionResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The stage it moves from. */
  public Stage getFromStage() {
    return fromStage;
  }

  public TransitionResponse fromStage(Stage fromStage) {
    this.fromStage = fromStage;
    return this;
  }

  /** The stage it moves to. */
  public Stage getToStage() {
    return toStage;
  }

  public TransitionResponse toStage(Stage toStage) {
    this.toStage = toStage;
    return this;
  }

  /** Kind of the move. */
  public TransitionKind getKind() {
    return kind;
  }

  public TransitionResponse kind(TransitionKind kind) {
    this.kind = kind;
    return this;
  }

  /** Where the transition stands. */
  public TransitionStatus getStatus() {
    return status;
  }

  public TransitionResponse status(TransitionStatus status) {
    this.status = status;
    return this;
  }

  /** Who asked for it. */
  public String getRequestedBy() {
    return requestedBy;
  }

  public TransitionResponse requestedBy(String requestedBy) {
    this.requestedBy = requestedBy;
    return this;
  }

  /** When it was asked for. */
  public OffsetDateTime getRequestedAt() {
    return requestedAt;
  }

  public TransitionResponse requestedAt(OffsetDateTime requestedAt) {
    this.requestedAt = requestedAt;
    return this;
  }

  /** Why, in the words of who asked. */
  public String getReason() {
    return reason;
  }

  public TransitionResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** What the gates said, in short; null for a move that no gate judges. */
  public ReportSummaryResponse getSummary() {
    return summary;
  }

  public TransitionResponse summary(ReportSummaryResponse summary) {
    this.summary = summary;
    return this;
  }

  /** The approvals that the transition waits for, or waited for; null when it asked for none. */
  public ApprovalDemandResponse getDemand() {
    return demand;
  }

  public TransitionResponse demand(ApprovalDemandResponse demand) {
    this.demand = demand;
    return this;
  }

  /** When it ends unless it is decided before; null for one that awaits no approval, and for one of an earlier release. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public TransitionResponse expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }

  /** Whether the decision of the caller would be taken, were the ground of the transition as it was. */
  public MayDecideResponse getMayDecide() {
    return mayDecide;
  }

  public TransitionResponse mayDecide(MayDecideResponse mayDecide) {
    this.mayDecide = mayDecide;
    return this;
  }

  /** How the gates are passed in an emergency; null for a transition of another kind. */
  public OverrideResponse getOverride() {
    return override;
  }

  public TransitionResponse override(OverrideResponse override) {
    this.override = override;
    return this;
  }

  /** The decisions taken so far. */
  public List<ApprovalResponse> getApprovals() {
    return approvals;
  }

  public TransitionResponse approvals(List<ApprovalResponse> approvals) {
    this.approvals = approvals;
    return this;
  }

  /** When the stage changed; null unless the transition was applied. */
  public OffsetDateTime getAppliedAt() {
    return appliedAt;
  }

  public TransitionResponse appliedAt(OffsetDateTime appliedAt) {
    this.appliedAt = appliedAt;
    return this;
  }

  /** When the transition got its outcome; null while it awaits approval. */
  public OffsetDateTime getSettledAt() {
    return settledAt;
  }

  public TransitionResponse settledAt(OffsetDateTime settledAt) {
    this.settledAt = settledAt;
    return this;
  }

  /** Whose call gave it its outcome. */
  public String getSettledBy() {
    return settledBy;
  }

  public TransitionResponse settledBy(String settledBy) {
    this.settledBy = settledBy;
    return this;
  }

  /** Stable reason of an outcome other than applied. */
  public String getCode() {
    return code;
  }

  public TransitionResponse code(String code) {
    this.code = code;
    return this;
  }

  /** The same for people, or what approval is missing. */
  public String getDetail() {
    return detail;
  }

  public TransitionResponse detail(String detail) {
    this.detail = detail;
    return this;
  }
}
