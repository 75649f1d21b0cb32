// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What a caller may do. */
public enum Permission {
  @JsonProperty("self:read")
  SELF_READ,
  @JsonProperty("registry:read")
  REGISTRY_READ,
  @JsonProperty("model:create")
  MODEL_CREATE,
  @JsonProperty("model:update")
  MODEL_UPDATE,
  @JsonProperty("model:delete")
  MODEL_DELETE,
  @JsonProperty("model:rename")
  MODEL_RENAME,
  @JsonProperty("version:register")
  VERSION_REGISTER,
  @JsonProperty("version:update")
  VERSION_UPDATE,
  @JsonProperty("version:delete")
  VERSION_DELETE,
  @JsonProperty("version:quarantine")
  VERSION_QUARANTINE,
  @JsonProperty("alias:write")
  ALIAS_WRITE,
  @JsonProperty("evaluation:submit")
  EVALUATION_SUBMIT,
  @JsonProperty("gate:check")
  GATE_CHECK,
  @JsonProperty("policy:write")
  POLICY_WRITE,
  @JsonProperty("transition:move")
  TRANSITION_MOVE,
  @JsonProperty("transition:request")
  TRANSITION_REQUEST,
  @JsonProperty("transition:cancel")
  TRANSITION_CANCEL,
  @JsonProperty("transition:cancel-all")
  TRANSITION_CANCEL_ALL,
  @JsonProperty("transition:decide")
  TRANSITION_DECIDE,
  @JsonProperty("transition:archive")
  TRANSITION_ARCHIVE,
  @JsonProperty("transition:rollback")
  TRANSITION_ROLLBACK,
  @JsonProperty("transition:override")
  TRANSITION_OVERRIDE,
  @JsonProperty("waiver:write")
  WAIVER_WRITE,
  @JsonProperty("freeze:write")
  FREEZE_WRITE,
  @JsonProperty("hold:lift")
  HOLD_LIFT,
  @JsonProperty("webhook:manage")
  WEBHOOK_MANAGE,
  @JsonProperty("role-binding:manage")
  ROLE_BINDING_MANAGE,
  @JsonProperty("role:manage")
  ROLE_MANAGE,
  @JsonProperty("trust-rule:manage")
  TRUST_RULE_MANAGE,
  @JsonProperty("policy-change:decide")
  POLICY_CHANGE_DECIDE,
  @JsonProperty("token:manage")
  TOKEN_MANAGE,
  @JsonProperty("session:end")
  SESSION_END,
  @JsonProperty("example:load")
  EXAMPLE_LOAD,
  @JsonProperty("model:import")
  MODEL_IMPORT
}
