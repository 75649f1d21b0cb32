// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** Who may not approve. */
public enum ApprovalExclusion {
  @JsonProperty("registrant")
  REGISTRANT,
  @JsonProperty("requester")
  REQUESTER,
  @JsonProperty("evaluator")
  EVALUATOR,
  @JsonProperty("policyAuthor")
  POLICY_AUTHOR
}
