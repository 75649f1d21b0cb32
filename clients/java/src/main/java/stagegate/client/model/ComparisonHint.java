// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What a row of a comparison suggests. */
public enum ComparisonHint {
  @JsonProperty("better")
  BETTER,
  @JsonProperty("worse")
  WORSE,
  @JsonProperty("no_difference_shown")
  NO_DIFFERENCE_SHOWN,
  @JsonProperty("only_challenger")
  ONLY_CHALLENGER,
  @JsonProperty("only_incumbent")
  ONLY_INCUMBENT,
  @JsonProperty("unknown")
  UNKNOWN
}
