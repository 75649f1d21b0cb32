// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BackTestRuleResponse */
public final class BackTestRuleResponse extends Value {
  @JsonProperty("passed")
  private Integer passed;

  @JsonProperty("failed")
  private Integer failed;

  @JsonProperty("errors")
  private Integer errors;

  @JsonProperty("inconclusive")
  private Integer inconclusive;

  @JsonProperty("skipped")
  private Integer skipped;

  @JsonProperty("ruleId")
  private String ruleId;

  /** How often it passed. */
  public Integer getPassed() {
    return passed;
  }

  public BackTestRuleResponse passed(Integer passed) {
    this.passed = passed;
    return this;
  }

  /** How often it failed. */
  public Integer getFailed() {
    return failed;
  }

  public BackTestRuleResponse failed(Integer failed) {
    this.failed = failed;
    return this;
  }

  /** How often it could not be judged. */
  public Integer getErrors() {
    return errors;
  }

  public BackTestRuleResponse errors(Integer errors) {
    this.errors = errors;
    return this;
  }

  /** How often there was too little data. */
  public Integer getInconclusive() {
    return inconclusive;
  }

  public BackTestRuleResponse inconclusive(Integer inconclusive) {
    this.inconclusive = inconclusive;
    return this;
  }

  /** How often there was nothing to judge. */
  public Integer getSkipped() {
    return skipped;
  }

  public BackTestRuleResponse skipped(Integer skipped) {
    this.skipped = skipped;
    return this;
  }

  /** Identifier of the rule in the draft. */
  public String getRuleId() {
    return ruleId;
  }

  public BackTestRuleResponse ruleId(String ruleId) {
    this.ruleId = ruleId;
    return this;
  }
}
