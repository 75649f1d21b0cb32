// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RollbackRequest */
public final class RollbackRequest extends Value {
  @JsonProperty("reason")
  private String reason;

  @JsonProperty("toVersion")
  private Integer toVersion;

  @JsonProperty("expectedIncumbent")
  private Integer expectedIncumbent;

  /** Why the version in Production has to go. */
  public String getReason() {
    return reason;
  }

  public RollbackRequest reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** The version to put back; without it, the last good one before the version in Production. */
  public Integer getToVersion() {
    return toVersion;
  }

  public RollbackRequest toVersion(Integer toVersion) {
    this.toVersion = toVersion;
    return this;
  }

  /** The version the caller believes to be in Production, null for none; another one there is answered with 409. */
  public Integer getExpectedIncumbent() {
    return expectedIncumbent;
  }

  public RollbackRequest expectedIncumbent(Integer expectedIncumbent) {
    this.expectedIncumbent = expectedIncumbent;
    sendNull("expectedIncumbent", expectedIncumbent == null);
    return this;
  }
}
