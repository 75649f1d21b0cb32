// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What a limit is set to. */
public enum LimitKind {
  @JsonProperty("change")
  CHANGE,
  @JsonProperty("min")
  MIN,
  @JsonProperty("max")
  MAX
}
