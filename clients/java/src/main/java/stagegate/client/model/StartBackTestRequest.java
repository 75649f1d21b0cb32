// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** StartBackTestRequest */
public final class StartBackTestRequest extends Value {
  @JsonProperty("policy")
  private Map<String, Object> policy;

  @JsonProperty("model")
  private String model;

  /** The draft policy, in the form of a gate policy document. */
  public Map<String, Object> getPolicy() {
    return policy;
  }

  public StartBackTestRequest policy(Map<String, Object> policy) {
    this.policy = policy;
    return this;
  }

  /** The model to judge, the draft standing for its own policy; without it all models, the draft standing for the registry's default. */
  public String getModel() {
    return model;
  }

  public StartBackTestRequest model(String model) {
    this.model = model;
    return this;
  }
}
