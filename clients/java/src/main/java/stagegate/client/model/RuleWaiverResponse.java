// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RuleWaiverResponse */
public final class RuleWaiverResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("grantedBy")
  private String grantedBy;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  /** Identifier of the waiver. */
  public UUID getId() {
    return id;
  }

  public RuleWaiverResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** Who waives. */
  public String getGrantedBy() {
    return grantedBy;
  }

  public RuleWaiverResponse grantedBy(String grantedBy) {
    this.grantedBy = grantedBy;
    return this;
  }

  /** Why. */
  public String getReason() {
    return reason;
  }

  public RuleWaiverResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** Until when. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public RuleWaiverResponse expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }
}
