// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** Why a caller may not decide on a transition. */
public enum DecisionBar {
  @JsonProperty("SELF_APPROVAL")
  SELF_APPROVAL,
  @JsonProperty("SERVICE_ACCOUNT")
  SERVICE_ACCOUNT,
  @JsonProperty("ROLE_REQUIRED")
  ROLE_REQUIRED,
  @JsonProperty("ALREADY_DECIDED")
  ALREADY_DECIDED,
  @JsonProperty("NO_APPROVAL_NEEDED")
  NO_APPROVAL_NEEDED,
  @JsonProperty("FORBIDDEN")
  FORBIDDEN,
  @JsonProperty("TRANSITION_FINAL")
  TRANSITION_FINAL
}
