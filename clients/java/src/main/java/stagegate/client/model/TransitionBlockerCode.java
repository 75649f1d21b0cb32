// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What stands in the way of a transition. */
public enum TransitionBlockerCode {
  @JsonProperty("ILLEGAL_TRANSITION")
  ILLEGAL_TRANSITION,
  @JsonProperty("NEVER_IN_PRODUCTION")
  NEVER_IN_PRODUCTION,
  @JsonProperty("REASON_REQUIRED")
  REASON_REQUIRED,
  @JsonProperty("PRODUCTION_WOULD_BE_EMPTY")
  PRODUCTION_WOULD_BE_EMPTY,
  @JsonProperty("VERSION_QUARANTINED")
  VERSION_QUARANTINED,
  @JsonProperty("NEW_EVALUATION_REQUIRED")
  NEW_EVALUATION_REQUIRED,
  @JsonProperty("GATES_REFUSED")
  GATES_REFUSED,
  @JsonProperty("STALE_INCUMBENT")
  STALE_INCUMBENT,
  @JsonProperty("STALE_STAGE")
  STALE_STAGE,
  @JsonProperty("STALE_POLICY")
  STALE_POLICY,
  @JsonProperty("STALE_EVIDENCE")
  STALE_EVIDENCE,
  @JsonProperty("ARTIFACT_DIGEST_MISMATCH")
  ARTIFACT_DIGEST_MISMATCH,
  @JsonProperty("ON_HOLD")
  ON_HOLD,
  @JsonProperty("REVIEW_OVERDUE")
  REVIEW_OVERDUE,
  @JsonProperty("FROZEN")
  FROZEN,
  @JsonProperty("REASON_TOO_SHORT")
  REASON_TOO_SHORT,
  @JsonProperty("TICKET_REQUIRED")
  TICKET_REQUIRED,
  @JsonProperty("OVERRIDE_DISABLED")
  OVERRIDE_DISABLED,
  @JsonProperty("OVERRIDE_NOT_NEEDED")
  OVERRIDE_NOT_NEEDED,
  @JsonProperty("NOT_OVERRIDABLE")
  NOT_OVERRIDABLE,
  @JsonProperty("REQUEST_EXPIRED")
  REQUEST_EXPIRED,
  @JsonProperty("APPROVALS_LACKING")
  APPROVALS_LACKING,
  @JsonProperty("TRANSITION_FINAL")
  TRANSITION_FINAL,
  @JsonProperty("NO_ROLLBACK_TARGET")
  NO_ROLLBACK_TARGET,
  @JsonProperty("FORBIDDEN")
  FORBIDDEN,
  @JsonProperty("SOAK_TOO_SHORT")
  SOAK_TOO_SHORT
}
