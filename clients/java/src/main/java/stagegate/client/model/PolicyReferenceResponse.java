// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PolicyReferenceResponse */
public final class PolicyReferenceResponse extends Value {
  @JsonProperty("revision")
  private Integer revision;

  @JsonProperty("scope")
  private String scope;

  /** Number of the revision in that scope. */
  public Integer getRevision() {
    return revision;
  }

  public PolicyReferenceResponse revision(Integer revision) {
    this.revision = revision;
    return this;
  }

  /** `registry`, or the id of the model. */
  public String getScope() {
    return scope;
  }

  public PolicyReferenceResponse scope(String scope) {
    this.scope = scope;
    return this;
  }
}
