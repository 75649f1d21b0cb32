// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TransitionProblemResponse */
public final class TransitionProblemResponse extends Value {
  @JsonProperty("status")
  private Integer status;

  @JsonProperty("code")
  private String code;

  @JsonProperty("transition")
  private TransitionResponse transition;

  @JsonProperty("gateReport")
  private GateReportResponse gateReport;

  @JsonProperty("blockers")
  private List<TransitionBlockerResponse> blockers;

  @JsonProperty("until")
  private OffsetDateTime until;

  @JsonProperty("type")
  private String type;

  @JsonProperty("title")
  private String title;

  @JsonProperty("detail")
  private String detail;

  @JsonProperty("instance")
  private String instance;

  @JsonProperty("errors")
  private List<ProblemErrorResponse> errors;

  @JsonProperty("permission")
  private Permission permission;

  @JsonProperty("requestId")
  private String requestId;

  /** The HTTP status, repeated. */
  public Integer getStatus() {
    return status;
  }

  public TransitionProblemResponse status(Integer status) {
    this.status = status;
    return this;
  }

  /** Stable name of the problem; programs branch on it. */
  public String getCode() {
    return code;
  }

  public TransitionProblemResponse code(String code) {
    this.code = code;
    return this;
  }

  /** The recorded transition, or the open one in the way; absent when the lifecycle has no such move. */
  public TransitionResponse getTransition() {
    return transition;
  }

  public TransitionProblemResponse transition(TransitionResponse transition) {
    this.transition = transition;
    return this;
  }

  /** The gate report the demand was judged by; absent when it was turned down before. */
  public GateReportResponse getGateReport() {
    return gateReport;
  }

  public TransitionProblemResponse gateReport(GateReportResponse gateReport) {
    this.gateReport = gateReport;
    return this;
  }

  /** Everything that stands in the way, with who can clear it; the code of the answer is that of the first. */
  public List<TransitionBlockerResponse> getBlockers() {
    return blockers;
  }

  public TransitionProblemResponse blockers(List<TransitionBlockerResponse> blockers) {
    this.blockers = blockers;
    return this;
  }

  /** Of what keeps the model as it is, such as FROZEN: when it ends by itself; null where it does not, or no end is in sight. */
  public OffsetDateTime getUntil() {
    return until;
  }

  public TransitionProblemResponse until(OffsetDateTime until) {
    this.until = until;
    return this;
  }

  /** Where this kind of problem is explained. */
  public String getType() {
    return type;
  }

  public TransitionProblemResponse type(String type) {
    this.type = type;
    return this;
  }

  /** The same short sentence for every problem of this code. */
  public String getTitle() {
    return title;
  }

  public TransitionProblemResponse title(String title) {
    this.title = title;
    return this;
  }

  /** What happened this time and what to do about it. */
  public String getDetail() {
    return detail;
  }

  public TransitionProblemResponse detail(String detail) {
    this.detail = detail;
    return this;
  }

  /** The path that was asked for. */
  public String getInstance() {
    return instance;
  }

  public TransitionProblemResponse instance(String instance) {
    this.instance = instance;
    return this;
  }

  /** Every fault of the request that was found. */
  public List<ProblemErrorResponse> getErrors() {
    return errors;
  }

  public TransitionProblemResponse errors(List<ProblemErrorResponse> errors) {
    this.errors = errors;
    return this;
  }

  /** Of FORBIDDEN: the permission that the caller lacks, whichever role would give it. */
  public Permission getPermission() {
    return permission;
  }

  public TransitionProblemResponse permission(Permission permission) {
    this.permission = permission;
    return this;
  }

  /** Names the request in the service's log and in the audit record. */
  public String getRequestId() {
    return requestId;
  }

  public TransitionProblemResponse requestId(String requestId) {
    this.requestId = requestId;
    return this;
  }
}
