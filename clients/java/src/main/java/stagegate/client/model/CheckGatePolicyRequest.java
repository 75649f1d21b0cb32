// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CheckGatePolicyRequest */
public final class CheckGatePolicyRequest extends Value {
  @JsonProperty("policy")
  private Map<String, Object> policy;

  /** The draft policy, in the form of a gate policy document. */
  public Map<String, Object> getPolicy() {
    return policy;
  }

  public CheckGatePolicyRequest policy(Map<String, Object> policy) {
    this.policy = policy;
    return this;
  }
}
