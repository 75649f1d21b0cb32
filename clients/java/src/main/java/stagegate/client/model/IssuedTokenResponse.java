// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** IssuedTokenResponse */
public final class IssuedTokenResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @stagegate.client.Secret
  @JsonProperty("token")
  private String token;

  @JsonProperty("subject")
  private String subject;

  @JsonProperty("roles")
  private List<String> roles;

  @JsonProperty("approvalRoles")
  private List<String> approvalRoles;

  @JsonProperty("serviceAccount")
  private Boolean serviceAccount;

  @JsonProperty("origin")
  private String origin;

  @JsonProperty("name")
  private String name;

  @JsonProperty("issuedAt")
  private OffsetDateTime issuedAt;

  @JsonProperty("issuedBy")
  private String issuedBy;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  @JsonProperty("revokedAt")
  private OffsetDateTime revokedAt;

  @JsonProperty("revokedBy")
  private String revokedBy;

  /** The token's id, its `jti`. */
  public UUID getId() {
    return id;
  }

  public IssuedTokenResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The token itself, shown this once. */
  public String getToken() {
    return token;
  }

  public IssuedTokenResponse token(String token) {
    this.token = token;
    return this;
  }

  /** Who the token speaks for. */
  public String getSubject() {
    return subject;
  }

  public IssuedTokenResponse subject(String subject) {
    this.subject = subject;
    return this;
  }

  /** The roles that the token carries, which hold everywhere. */
  public List<String> getRoles() {
    return roles;
  }

  public IssuedTokenResponse roles(List<String> roles) {
    this.roles = roles;
    return this;
  }

  /** Roles of your own that approvals ask for. */
  public List<String> getApprovalRoles() {
    return approvalRoles;
  }

  public IssuedTokenResponse approvalRoles(List<String> approvalRoles) {
    this.approvalRoles = approvalRoles;
    return this;
  }

  /** Whether a machine holds the token; machines approve nothing. */
  public Boolean getServiceAccount() {
    return serviceAccount;
  }

  public IssuedTokenResponse serviceAccount(Boolean serviceAccount) {
    this.serviceAccount = serviceAccount;
    return this;
  }

  /** The issuer that vouched for the subject, by its name here; null when an administrator named the subject. */
  public String getOrigin() {
    return origin;
  }

  public IssuedTokenResponse origin(String origin) {
    this.origin = origin;
    return this;
  }

  /** Where the token is used; null when nobody said. */
  public String getName() {
    return name;
  }

  public IssuedTokenResponse name(String name) {
    this.name = name;
    return this;
  }

  /** When the token was issued. */
  public OffsetDateTime getIssuedAt() {
    return issuedAt;
  }

  public IssuedTokenResponse issuedAt(OffsetDateTime issuedAt) {
    this.issuedAt = issuedAt;
    return this;
  }

  /** Who issued the token. */
  public String getIssuedBy() {
    return issuedBy;
  }

  public IssuedTokenResponse issuedBy(String issuedBy) {
    this.issuedBy = issuedBy;
    return this;
  }

  /** When the token ends by itself. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public IssuedTokenResponse expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }

  /** When the token was revoked; null while it stands. */
  public OffsetDateTime getRevokedAt() {
    return revokedAt;
  }

  public IssuedTokenResponse revokedAt(OffsetDateTime revokedAt) {
    this.revokedAt = revokedAt;
    return this;
  }

  /** Who revoked the token; null while it stands. */
  public String getRevokedBy() {
    return revokedBy;
  }

  public IssuedTokenResponse revokedBy(String revokedBy) {
    this.revokedBy = revokedBy;
    return this;
  }
}
