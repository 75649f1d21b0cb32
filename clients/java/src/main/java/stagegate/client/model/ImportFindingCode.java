// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** Why something was not taken over as it is there. */
public enum ImportFindingCode {
  @JsonProperty("MODEL_TAKEN")
  MODEL_TAKEN,
  @JsonProperty("NUMBER_TAKEN")
  NUMBER_TAKEN,
  @JsonProperty("OTHER_EVIDENCE")
  OTHER_EVIDENCE,
  @JsonProperty("CHANGED_HERE")
  CHANGED_HERE,
  @JsonProperty("GOVERNED")
  GOVERNED,
  @JsonProperty("ALIAS_NOT_TAKEN")
  ALIAS_NOT_TAKEN
}
