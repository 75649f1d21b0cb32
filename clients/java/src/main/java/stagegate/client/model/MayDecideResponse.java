// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** MayDecideResponse */
public final class MayDecideResponse extends Value {
  @JsonProperty("code")
  private DecisionBar code;

  @JsonProperty("allowed")
  private Boolean allowed;

  @JsonProperty("reason")
  private String reason;

  /** Stable reason why not; null when it would. */
  public DecisionBar getCode() {
    return code;
  }

  public MayDecideResponse code(DecisionBar code) {
    this.code = code;
    return this;
  }

  /** Whether it would. */
  public Boolean getAllowed() {
    return allowed;
  }

  public MayDecideResponse allowed(Boolean allowed) {
    this.allowed = allowed;
    return this;
  }

  /** The same for people. */
  public String getReason() {
    return reason;
  }

  public MayDecideResponse reason(String reason) {
    this.reason = reason;
    return this;
  }
}
