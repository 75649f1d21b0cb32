// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GateRuleResponse */
public final class GateRuleResponse extends Value {
  @JsonProperty("enforcement")
  private Enforcement enforcement;

  @JsonProperty("status")
  private MeasureStatus status;

  @JsonProperty("id")
  private String id;

  @JsonProperty("kind")
  private RuleKind kind;

  @JsonProperty("reasonCode")
  private String reasonCode;

  @JsonProperty("message")
  private String message;

  @JsonProperty("description")
  private String description;

  @JsonProperty("remediation")
  private String remediation;

  @JsonProperty("measures")
  private List<GateMeasureResponse> measures;

  @JsonProperty("warnings")
  private List<GateWarningResponse> warnings;

  @JsonProperty("waivedBy")
  private List<RuleWaiverResponse> waivedBy;

  @JsonProperty("rules")
  private List<GateRuleResponse> rules;

  /** `block`, `warn` or `observe`. */
  public Enforcement getEnforcement() {
    return enforcement;
  }

  public GateRuleResponse enforcement(Enforcement enforcement) {
    this.enforcement = enforcement;
    return this;
  }

  /** PASS, FAIL, ERROR, INCONCLUSIVE or SKIPPED: the worst of its measures. */
  public MeasureStatus getStatus() {
    return status;
  }

  public GateRuleResponse status(MeasureStatus status) {
    this.status = status;
    return this;
  }

  /** Identifier of the rule in its policy. */
  public String getId() {
    return id;
  }

  public GateRuleResponse id(String id) {
    this.id = id;
    return this;
  }

  /** Kind of rule, such as threshold or regression. */
  public RuleKind getKind() {
    return kind;
  }

  public GateRuleResponse kind(RuleKind kind) {
    this.kind = kind;
    return this;
  }

  /** Stable reason of the status. */
  public String getReasonCode() {
    return reasonCode;
  }

  public GateRuleResponse reasonCode(String reasonCode) {
    this.reasonCode = reasonCode;
    return this;
  }

  /** The outcome, for people. */
  public String getMessage() {
    return message;
  }

  public GateRuleResponse message(String message) {
    this.message = message;
    return this;
  }

  /** What the policy says the rule is for. */
  public String getDescription() {
    return description;
  }

  public GateRuleResponse description(String description) {
    this.description = description;
    return this;
  }

  /** What would help, when something would. */
  public String getRemediation() {
    return remediation;
  }

  public GateRuleResponse remediation(String remediation) {
    this.remediation = remediation;
    return this;
  }

  /** Every measure, worst first. */
  public List<GateMeasureResponse> getMeasures() {
    return measures;
  }

  public GateRuleResponse measures(List<GateMeasureResponse> measures) {
    this.measures = measures;
    return this;
  }

  /** What the rule noticed besides its outcome. */
  public List<GateWarningResponse> getWarnings() {
    return warnings;
  }

  public GateRuleResponse warnings(List<GateWarningResponse> warnings) {
    this.warnings = warnings;
    return this;
  }

  /** Who waives the rule, which stays inconclusive; absent where nobody does. */
  public List<RuleWaiverResponse> getWaivedBy() {
    return waivedBy;
  }

  public GateRuleResponse waivedBy(List<RuleWaiverResponse> waivedBy) {
    this.waivedBy = waivedBy;
    return this;
  }

  /** The rules of a group. */
  public List<GateRuleResponse> getRules() {
    return rules;
  }

  public GateRuleResponse rules(List<GateRuleResponse> rules) {
    this.rules = rules;
    return this;
  }
}
