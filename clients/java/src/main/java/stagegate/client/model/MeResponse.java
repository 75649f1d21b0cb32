// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** MeResponse */
public final class MeResponse extends Value {
  @JsonProperty("subject")
  private String subject;

  @JsonProperty("roles")
  private List<RolesEnum> roles;

  @JsonProperty("permissions")
  private List<PermissionsEnum> permissions;

  @JsonProperty("tokenId")
  private String tokenId;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  /** Who the caller is. */
  public String getSubject() {
    return subject;
  }

  public MeResponse subject(String subject) {
    this.subject = subject;
    return this;
  }

  public enum RolesEnum {
    @JsonProperty("viewer")
    VIEWER,
    @JsonProperty("contributor")
    CONTRIBUTOR,
    @JsonProperty("approver")
    APPROVER,
    @JsonProperty("admin")
    ADMIN
  }

  /** The roles of the caller's token. */
  public List<RolesEnum> getRoles() {
    return roles;
  }

  public MeResponse roles(List<RolesEnum> roles) {
    this.roles = roles;
    return this;
  }

  public enum PermissionsEnum {
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
    @JsonProperty("transition:decide")
    TRANSITION_DECIDE,
    @JsonProperty("transition:archive")
    TRANSITION_ARCHIVE,
    @JsonProperty("transition:rollback")
    TRANSITION_ROLLBACK,
    @JsonProperty("token:manage")
    TOKEN_MANAGE
  }

  /** What the caller may do. */
  public List<PermissionsEnum> getPermissions() {
    return permissions;
  }

  public MeResponse permissions(List<PermissionsEnum> permissions) {
    this.permissions = permissions;
    return this;
  }

  /** The id of the caller's token; null when another issuer made it. */
  public String getTokenId() {
    return tokenId;
  }

  public MeResponse tokenId(String tokenId) {
    this.tokenId = tokenId;
    return this;
  }

  /** When the caller's token ends; null when another issuer made it. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public MeResponse expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }
}
