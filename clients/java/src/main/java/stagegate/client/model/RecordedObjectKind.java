// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What an audit event tells of. */
public enum RecordedObjectKind {
  @JsonProperty("model")
  MODEL,
  @JsonProperty("version")
  VERSION,
  @JsonProperty("alias")
  ALIAS,
  @JsonProperty("run")
  RUN,
  @JsonProperty("evaluation")
  EVALUATION,
  @JsonProperty("gate_policy")
  GATE_POLICY,
  @JsonProperty("gate_report")
  GATE_REPORT,
  @JsonProperty("transition")
  TRANSITION,
  @JsonProperty("approval")
  APPROVAL,
  @JsonProperty("tenure")
  TENURE,
  @JsonProperty("token")
  TOKEN,
  @JsonProperty("dataset")
  DATASET,
  @JsonProperty("waiver")
  WAIVER,
  @JsonProperty("policy_change")
  POLICY_CHANGE,
  @JsonProperty("role_binding")
  ROLE_BINDING,
  @JsonProperty("role")
  ROLE,
  @JsonProperty("trust_rule")
  TRUST_RULE,
  @JsonProperty("session")
  SESSION,
  @JsonProperty("freeze")
  FREEZE,
  @JsonProperty("hold")
  HOLD,
  @JsonProperty("review")
  REVIEW,
  @JsonProperty("signature")
  SIGNATURE,
  @JsonProperty("attestation")
  ATTESTATION,
  @JsonProperty("webhook")
  WEBHOOK,
  @JsonProperty("import")
  IMPORT
}
