// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What an audit event rests on. */
public enum EvidenceKind {
  @JsonProperty("transition")
  TRANSITION,
  @JsonProperty("gate_report")
  GATE_REPORT,
  @JsonProperty("evaluation")
  EVALUATION,
  @JsonProperty("gate_policy")
  GATE_POLICY,
  @JsonProperty("version")
  VERSION
}
