// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GrantWaiverRequest */
public final class GrantWaiverRequest extends Value {
  @JsonProperty("toStage")
  private GatedStage toStage;

  @JsonProperty("ruleId")
  private String ruleId;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  /** The stage whose gates the rule belongs to. */
  public GatedStage getToStage() {
    return toStage;
  }

  public GrantWaiverRequest toStage(GatedStage toStage) {
    this.toStage = toStage;
    return this;
  }

  /** The rule that shall not stand in the way; it must be one that blocks and is INCONCLUSIVE now. */
  public String getRuleId() {
    return ruleId;
  }

  public GrantWaiverRequest ruleId(String ruleId) {
    this.ruleId = ruleId;
    return this;
  }

  /** Why the version may go on with so little evidence; the policy may ask for more characters. */
  public String getReason() {
    return reason;
  }

  public GrantWaiverRequest reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** When the waiver ends, at most seven days from now, or fewer where the policy says so; the latest there is unless given. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public GrantWaiverRequest expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }
}
