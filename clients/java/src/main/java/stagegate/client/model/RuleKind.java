// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** Kind of a gate rule. */
public enum RuleKind {
  @JsonProperty("threshold")
  THRESHOLD,
  @JsonProperty("regression")
  REGRESSION,
  @JsonProperty("slice_gap")
  SLICE_GAP,
  @JsonProperty("metadata")
  METADATA,
  @JsonProperty("freshness")
  FRESHNESS,
  @JsonProperty("soak")
  SOAK,
  @JsonProperty("holdout_reuse")
  HOLDOUT_REUSE,
  @JsonProperty("group")
  GROUP
}
