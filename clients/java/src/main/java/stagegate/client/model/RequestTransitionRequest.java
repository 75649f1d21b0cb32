// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RequestTransitionRequest */
public final class RequestTransitionRequest extends Value {
  @JsonProperty("toStage")
  private Stage toStage;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("expectedIncumbent")
  private Integer expectedIncumbent;

  @JsonProperty("allowEmptyProduction")
  private Boolean allowEmptyProduction;

  /** The stage the version shall move to. */
  public Stage getToStage() {
    return toStage;
  }

  public RequestTransitionRequest toStage(Stage toStage) {
    this.toStage = toStage;
    return this;
  }

  /** Why; required to demote and to archive. */
  public String getReason() {
    return reason;
  }

  public RequestTransitionRequest reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** The version the caller believes to be in Production, null for none; another one there is answered with 409. */
  public Integer getExpectedIncumbent() {
    return expectedIncumbent;
  }

  public RequestTransitionRequest expectedIncumbent(Integer expectedIncumbent) {
    this.expectedIncumbent = expectedIncumbent;
    sendNull("expectedIncumbent", expectedIncumbent == null);
    return this;
  }

  /** Allows a move that leaves Production empty. */
  public Boolean getAllowEmptyProduction() {
    return allowEmptyProduction;
  }

  public RequestTransitionRequest allowEmptyProduction(Boolean allowEmptyProduction) {
    this.allowEmptyProduction = allowEmptyProduction;
    return this;
  }
}
