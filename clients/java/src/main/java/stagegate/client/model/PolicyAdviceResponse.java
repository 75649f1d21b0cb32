// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PolicyAdviceResponse */
public final class PolicyAdviceResponse extends Value {
  @JsonProperty("stage")
  private GatedStage stage;

  @JsonProperty("rows")
  private Integer rows;

  @JsonProperty("ruleId")
  private String ruleId;

  @JsonProperty("code")
  private String code;

  @JsonProperty("message")
  private String message;

  @JsonProperty("remediation")
  private String remediation;

  /** The stage whose gates it is about. */
  public GatedStage getStage() {
    return stage;
  }

  public PolicyAdviceResponse stage(GatedStage stage) {
    this.stage = stage;
    return this;
  }

  /** Of a margin, fewest rows of a slice on which it can be shown between two models that always agree. */
  public Integer getRows() {
    return rows;
  }

  public PolicyAdviceResponse rows(Integer rows) {
    this.rows = rows;
    return this;
  }

  /** The rule it is about; `freeze` for the freeze of the stage. */
  public String getRuleId() {
    return ruleId;
  }

  public PolicyAdviceResponse ruleId(String ruleId) {
    this.ruleId = ruleId;
    return this;
  }

  /** What is advised on: `MARGIN_NEEDS_LARGER_SLICES`, `LIMIT_ON_GOOD_SIDE` or `FREEZE_NEVER_HOLDS`; further codes may come. */
  public String getCode() {
    return code;
  }

  public PolicyAdviceResponse code(String code) {
    this.code = code;
    return this;
  }

  /** What will happen, with the numbers. */
  public String getMessage() {
    return message;
  }

  public PolicyAdviceResponse message(String message) {
    this.message = message;
    return this;
  }

  /** What to change. */
  public String getRemediation() {
    return remediation;
  }

  public PolicyAdviceResponse remediation(String remediation) {
    this.remediation = remediation;
    return this;
  }
}
