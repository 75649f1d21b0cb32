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
  private List<String> roles;

  @JsonProperty("approvalRoles")
  private List<String> approvalRoles;

  @JsonProperty("displayName")
  private String displayName;

  @JsonProperty("groups")
  private List<String> groups;

  @JsonProperty("serviceAccount")
  private Boolean serviceAccount;

  @JsonProperty("permissions")
  private List<Permission> permissions;

  @JsonProperty("tokenId")
  private String tokenId;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  @JsonProperty("session")
  private MySessionResponse session;

  /** Who the caller is. */
  public String getSubject() {
    return subject;
  }

  public MeResponse subject(String subject) {
    this.subject = subject;
    return this;
  }

  /** The roles that the caller has in the whole registry, by its token or by role bindings. */
  public List<String> getRoles() {
    return roles;
  }

  public MeResponse roles(List<String> roles) {
    this.roles = roles;
    return this;
  }

  /** The approval roles of the caller's token. */
  public List<String> getApprovalRoles() {
    return approvalRoles;
  }

  public MeResponse approvalRoles(List<String> approvalRoles) {
    this.approvalRoles = approvalRoles;
    return this;
  }

  /** What the identity provider calls the caller; null when it does not say. */
  public String getDisplayName() {
    return displayName;
  }

  public MeResponse displayName(String displayName) {
    this.displayName = displayName;
    return this;
  }

  /** Groups that the identity provider counts the caller among. */
  public List<String> getGroups() {
    return groups;
  }

  public MeResponse groups(List<String> groups) {
    this.groups = groups;
    return this;
  }

  /** Whether the caller is a machine. */
  public Boolean getServiceAccount() {
    return serviceAccount;
  }

  public MeResponse serviceAccount(Boolean serviceAccount) {
    this.serviceAccount = serviceAccount;
    return this;
  }

  /** What the caller may do in the whole registry; `/me/permissions` tells of one model. */
  public List<Permission> getPermissions() {
    return permissions;
  }

  public MeResponse permissions(List<Permission> permissions) {
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

  /** The browser's session; null for a request with a token. */
  public MySessionResponse getSession() {
    return session;
  }

  public MeResponse session(MySessionResponse session) {
    this.session = session;
    return this;
  }
}
