// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What to know of a model before anything else. */
public enum ModelConditionCode {
  @JsonProperty("awaiting")
  AWAITING,
  @JsonProperty("no_policy")
  NO_POLICY,
  @JsonProperty("on_hold")
  ON_HOLD,
  @JsonProperty("frozen")
  FROZEN,
  @JsonProperty("under_review")
  UNDER_REVIEW
}
