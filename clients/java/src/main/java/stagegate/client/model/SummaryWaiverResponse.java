// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SummaryWaiverResponse */
public final class SummaryWaiverResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("ruleId")
  private String ruleId;

  @JsonProperty("grantedBy")
  private String grantedBy;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  /** Identifier of the waiver. */
  public UUID getId() {
    return id;
  }

  public SummaryWaiverResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The rule that is waived. */
  public String getRuleId() {
    return ruleId;
  }

  public SummaryWaiverResponse ruleId(String ruleId) {
    this.ruleId = ruleId;
    return this;
  }

  /** Who granted it. */
  public String getGrantedBy() {
    return grantedBy;
  }

  public SummaryWaiverResponse grantedBy(String grantedBy) {
    this.grantedBy = grantedBy;
    return this;
  }

  /** When it ends. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public SummaryWaiverResponse expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }
}
