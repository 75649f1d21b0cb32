// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BreakGlassRequest */
public final class BreakGlassRequest extends Value {
  @JsonProperty("toStage")
  private GatedStage toStage;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("ticket")
  private String ticket;

  @JsonProperty("expectedIncumbent")
  private Integer expectedIncumbent;

  /** The stage the version shall move to. */
  public GatedStage getToStage() {
    return toStage;
  }

  public BreakGlassRequest toStage(GatedStage toStage) {
    this.toStage = toStage;
    return this;
  }

  /** What the emergency is; the policy may ask for more than a few words. */
  public String getReason() {
    return reason;
  }

  public BreakGlassRequest reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** Where the emergency is dealt with, such as the number of an incident; needed unless the policy does without. */
  public String getTicket() {
    return ticket;
  }

  public BreakGlassRequest ticket(String ticket) {
    this.ticket = ticket;
    return this;
  }

  /** The version the caller believes to be in Production, null for none; another one there is answered with 409. */
  public Integer getExpectedIncumbent() {
    return expectedIncumbent;
  }

  public BreakGlassRequest expectedIncumbent(Integer expectedIncumbent) {
    this.expectedIncumbent = expectedIncumbent;
    sendNull("expectedIncumbent", expectedIncumbent == null);
    return this;
  }
}
