// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GateWarningResponse */
public final class GateWarningResponse extends Value {
  @JsonProperty("code")
  private String code;

  @JsonProperty("message")
  private String message;

  @JsonProperty("ruleId")
  private String ruleId;

  /** Stable name of the warning. */
  public String getCode() {
    return code;
  }

  public GateWarningResponse code(String code) {
    this.code = code;
    return this;
  }

  /** The warning, for people. */
  public String getMessage() {
    return message;
  }

  public GateWarningResponse message(String message) {
    this.message = message;
    return this;
  }

  /** The rule it concerns, when it concerns one. */
  public String getRuleId() {
    return ruleId;
  }

  public GateWarningResponse ruleId(String ruleId) {
    this.ruleId = ruleId;
    return this;
  }
}
