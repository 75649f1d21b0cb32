// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RequestedTransitionResponse */
public final class RequestedTransitionResponse extends Value {
  @JsonProperty("gateReport")
  private GateReportResponse gateReport;

  @JsonProperty("id")
  private String id;

  @JsonProperty("model")
  private String model;

  @JsonProperty("version")
  private Double version;

  @JsonProperty("fromStage")
  private FromStageEnum fromStage;

  @JsonProperty("toStage")
  private ToStageEnum toStage;

  @JsonProperty("kind")
  private KindEnum kind;

  @JsonProperty("status")
  private StatusEnum status;

  @JsonProperty("requestedBy")
  private String requestedBy;

  @JsonProperty("requestedAt")
  private OffsetDateTime requestedAt;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("gateReportId")
  private String gateReportId;

  @JsonProperty("displacedVersion")
  private Double displacedVersion;

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

  /** The gate report the transition was judged by; null for a move that no gate judges. */
  public GateReportResponse getGateReport() {
    return gateReport;
  }

  public RequestedTransitionResponse gateReport(GateReportResponse gateReport) {
    this.gateReport = gateReport;
    return this;
  }

  /** Identifier of the transition. */
  public String getId() {
    return id;
  }

  public RequestedTransitionResponse id(String id) {
    this.id = id;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public RequestedTransitionResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The version that moves. */
  public Double getVersion() {
    return version;
  }

  public RequestedTransitionResponse version(Double version) {
    this.version = version;
    return this;
  }

  public enum FromStageEnum {
    @JsonProperty("Staging")
    STAGING,
    @JsonProperty("None")
    NONE,
    @JsonProperty("Production")
    PRODUCTION,
    @JsonProperty("Archived")
    ARCHIVED
  }

  /** The stage it moves from. */
  public FromStageEnum getFromStage() {
    return fromStage;
  }

  public RequestedTransitionResponse fromStage(FromStageEnum fromStage) {
    this.fromStage = fromStage;
    return this;
  }

  public enum ToStageEnum {
    @JsonProperty("Staging")
    STAGING,
    @JsonProperty("None")
    NONE,
    @JsonProperty("Production")
    PRODUCTION,
    @JsonProperty("Archived")
    ARCHIVED
  }

  /** The stage it moves to. */
  public ToStageEnum getToStage() {
    return toStage;
  }

  public RequestedTransitionResponse toStage(ToStageEnum toStage) {
    this.toStage = toStage;
    return this;
  }

  public enum KindEnum {
    @JsonProperty("rollback")
    ROLLBACK,
    @JsonProperty("promote")
    PROMOTE,
    @JsonProperty("demote")
    DEMOTE,
    @JsonProperty("archive")
    ARCHIVE,
    @JsonProperty("restore")
    RESTORE
  }

  /** Kind of the move. */
  public KindEnum getKind() {
    return kind;
  }

  public RequestedTransitionResponse kind(KindEnum kind) {
    this.kind = kind;
    return this;
  }

  public enum StatusEnum {
    @JsonProperty("applied")
    APPLIED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("awaiting_approval")
    AWAITING_APPROVAL,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("stale")
    STALE
  }

  /** Where the transition stands. */
  public StatusEnum getStatus() {
    return status;
  }

  public RequestedTransitionResponse status(StatusEnum status) {
    this.status = status;
    return this;
  }

  /** Who asked for it. */
  public String getRequestedBy() {
    return requestedBy;
  }

  public RequestedTransitionResponse requestedBy(String requestedBy) {
    this.requestedBy = requestedBy;
    return this;
  }

  /** When it was asked for. */
  public OffsetDateTime getRequestedAt() {
    return requestedAt;
  }

  public RequestedTransitionResponse requestedAt(OffsetDateTime requestedAt) {
    this.requestedAt = requestedAt;
    return this;
  }

  /** Why, in the words of who asked. */
  public String getReason() {
    return reason;
  }

  public RequestedTransitionResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** The stored gate report; null for a move that no gate judges. */
  public String getGateReportId() {
    return gateReportId;
  }

  public RequestedTransitionResponse gateReportId(String gateReportId) {
    this.gateReportId = gateReportId;
    return this;
  }

  /** The Production version that went to Archived in the same transaction. */
  public Double getDisplacedVersion() {
    return displacedVersion;
  }

  public RequestedTransitionResponse displacedVersion(Double displacedVersion) {
    this.displacedVersion = displacedVersion;
    return this;
  }

  /** The decisions taken so far. */
  public List<ApprovalResponse> getApprovals() {
    return approvals;
  }

  public RequestedTransitionResponse approvals(List<ApprovalResponse> approvals) {
    this.approvals = approvals;
    return this;
  }

  /** When the stage changed; null unless the transition was applied. */
  public OffsetDateTime getAppliedAt() {
    return appliedAt;
  }

  public RequestedTransitionResponse appliedAt(OffsetDateTime appliedAt) {
    this.appliedAt = appliedAt;
    return this;
  }

  /** When the transition got its outcome; null while it awaits approval. */
  public OffsetDateTime getSettledAt() {
    return settledAt;
  }

  public RequestedTransitionResponse settledAt(OffsetDateTime settledAt) {
    this.settledAt = settledAt;
    return this;
  }

  /** Whose call gave it its outcome. */
  public String getSettledBy() {
    return settledBy;
  }

  public RequestedTransitionResponse settledBy(String settledBy) {
    this.settledBy = settledBy;
    return this;
  }

  /** Stable reason of an outcome other than applied. */
  public String getCode() {
    return code;
  }

  public RequestedTransitionResponse code(String code) {
    this.code = code;
    return this;
  }

  /** The same for people, or what approval is missing. */
  public String getDetail() {
    return detail;
  }

  public RequestedTransitionResponse detail(String detail) {
    this.detail = detail;
    return this;
  }
}
