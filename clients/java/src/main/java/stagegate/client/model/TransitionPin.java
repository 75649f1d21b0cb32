// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What a transition is pinned to. */
public enum TransitionPin {
  @JsonProperty("incumbent")
  INCUMBENT,
  @JsonProperty("stage")
  STAGE,
  @JsonProperty("policy")
  POLICY,
  @JsonProperty("evidence")
  EVIDENCE,
  @JsonProperty("artifact")
  ARTIFACT
}
