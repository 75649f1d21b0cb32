// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ExcludedActorResponse */
public final class ExcludedActorResponse extends Value {
  @JsonProperty("reason")
  private ApprovalExclusion reason;

  @JsonProperty("subject")
  private String subject;

  /** What makes the policy exclude them. */
  public ApprovalExclusion getReason() {
    return reason;
  }

  public ExcludedActorResponse reason(ApprovalExclusion reason) {
    this.reason = reason;
    return this;
  }

  /** Who. */
  public String getSubject() {
    return subject;
  }

  public ExcludedActorResponse subject(String subject) {
    this.subject = subject;
    return this;
  }
}
