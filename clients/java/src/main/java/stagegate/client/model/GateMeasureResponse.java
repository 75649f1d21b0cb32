// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GateMeasureResponse */
public final class GateMeasureResponse extends Value {
  @JsonProperty("slice")
  private Map<String, Object> slice;

  @JsonProperty("status")
  private MeasureStatus status;

  @JsonProperty("neededN")
  private Long neededN;

  @JsonProperty("evidenceLevel")
  private EvidenceLevel evidenceLevel;

  @JsonProperty("metric")
  private String metric;

  @JsonProperty("reasonCode")
  private String reasonCode;

  @JsonProperty("message")
  private String message;

  @JsonProperty("observed")
  private ObservedNumbers observed;

  @JsonProperty("required")
  private RequiredNumbers required;

  @JsonProperty("basis")
  private String basis;

  @JsonProperty("method")
  private MethodResponse method;

  @JsonProperty("remediation")
  private String remediation;

  @JsonProperty("demoted")
  private Boolean demoted;

  @JsonProperty("evaluations")
  private MeasuredEvaluations evaluations;

  /** The slice it was judged on; `{}` is the whole. */
  public Map<String, Object> getSlice() {
    return slice;
  }

  public GateMeasureResponse slice(Map<String, Object> slice) {
    this.slice = slice;
    return this;
  }

  /** PASS, FAIL, ERROR, INCONCLUSIVE or SKIPPED. */
  public MeasureStatus getStatus() {
    return status;
  }

  public GateMeasureResponse status(MeasureStatus status) {
    this.status = status;
    return this;
  }

  /** Rows in all that would settle an inconclusive measure. */
  public Long getNeededN() {
    return neededN;
  }

  public GateMeasureResponse neededN(Long neededN) {
    this.neededN = neededN;
    return this;
  }

  /** The strength of the evidence: `point`, `interval` or `paired`. */
  public EvidenceLevel getEvidenceLevel() {
    return evidenceLevel;
  }

  public GateMeasureResponse evidenceLevel(EvidenceLevel evidenceLevel) {
    this.evidenceLevel = evidenceLevel;
    return this;
  }

  /** The metric that was judged. */
  public String getMetric() {
    return metric;
  }

  public GateMeasureResponse metric(String metric) {
    this.metric = metric;
    return this;
  }

  /** Stable reason of the status. */
  public String getReasonCode() {
    return reasonCode;
  }

  public GateMeasureResponse reasonCode(String reasonCode) {
    this.reasonCode = reasonCode;
    return this;
  }

  /** The outcome with its numbers, for people. */
  public String getMessage() {
    return message;
  }

  public GateMeasureResponse message(String message) {
    this.message = message;
    return this;
  }

  /** The numbers seen: challenger, incumbent, delta and count among them. */
  public ObservedNumbers getObserved() {
    return observed;
  }

  public GateMeasureResponse observed(ObservedNumbers observed) {
    this.observed = observed;
    return this;
  }

  /** The numbers asked for: min, max or margin, in units of the metric. */
  public RequiredNumbers getRequired() {
    return required;
  }

  public GateMeasureResponse required(RequiredNumbers required) {
    this.required = required;
    return this;
  }

  /** What the judgement rests on. */
  public String getBasis() {
    return basis;
  }

  public GateMeasureResponse basis(String basis) {
    this.basis = basis;
    return this;
  }

  /** How the statistics were computed; absent where plain numbers were compared. */
  public MethodResponse getMethod() {
    return method;
  }

  public GateMeasureResponse method(MethodResponse method) {
    this.method = method;
    return this;
  }

  /** What would help, when something would. */
  public String getRemediation() {
    return remediation;
  }

  public GateMeasureResponse remediation(String remediation) {
    this.remediation = remediation;
    return this;
  }

  /** True when the policy turns this measure into a warning. */
  public Boolean getDemoted() {
    return demoted;
  }

  public GateMeasureResponse demoted(Boolean demoted) {
    this.demoted = demoted;
    return this;
  }

  /** Ids of the evaluations that were compared. */
  public MeasuredEvaluations getEvaluations() {
    return evaluations;
  }

  public GateMeasureResponse evaluations(MeasuredEvaluations evaluations) {
    this.evaluations = evaluations;
    return this;
  }
}
