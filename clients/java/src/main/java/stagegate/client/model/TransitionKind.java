// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** Kind of a change of stage. */
public enum TransitionKind {
  @JsonProperty("promote")
  PROMOTE,
  @JsonProperty("demote")
  DEMOTE,
  @JsonProperty("archive")
  ARCHIVE,
  @JsonProperty("restore")
  RESTORE,
  @JsonProperty("rollback")
  ROLLBACK,
  @JsonProperty("override")
  OVERRIDE
}
