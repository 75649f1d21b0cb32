// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** IssueTokenRequest */
public final class IssueTokenRequest extends Value {
  @JsonProperty("subject")
  private String subject;

  @JsonProperty("roles")
  private Set<String> roles;

  @JsonProperty("approvalRoles")
  private List<String> approvalRoles;

  @JsonProperty("name")
  private String name;

  @JsonProperty("serviceAccount")
  private Boolean serviceAccount;

  @JsonProperty("expiresInSeconds")
  private Integer expiresInSeconds;

  /** Who the token speaks for, brought to the Unicode form NFKC; separation of duty compares it without regard to case. No control or format characters, no blank at either end, no word of letters that look alike, and not the name of the service. */
  public String getSubject() {
    return subject;
  }

  public IssueTokenRequest subject(String subject) {
    this.subject = subject;
    return this;
  }

  /** What the token may do everywhere: viewer, contributor, approver, admin, or roles of your own; roles add up. Without any, the token may do what role bindings give to its subject. Nobody gives what they lack themselves. */
  public Set<String> getRoles() {
    return roles;
  }

  public IssueTokenRequest roles(Set<String> roles) {
    this.roles = roles;
    return this;
  }

  /** Roles of your own that approvals ask for, such as ml-lead; deciding takes the role approver besides. Letters and digits, with spaces and `._-` inside, and none that reads like a role of the service. */
  public List<String> getApprovalRoles() {
    return approvalRoles;
  }

  public IssueTokenRequest approvalRoles(List<String> approvalRoles) {
    this.approvalRoles = approvalRoles;
    return this;
  }

  /** Where the token is used, for the list of tokens. */
  public String getName() {
    return name;
  }

  public IssueTokenRequest name(String name) {
    this.name = name;
    return this;
  }

  /** Whether a machine is to hold the token, such as a CI job; false unless given. Machines approve nothing. */
  public Boolean getServiceAccount() {
    return serviceAccount;
  }

  public IssueTokenRequest serviceAccount(Boolean serviceAccount) {
    this.serviceAccount = serviceAccount;
    return this;
  }

  /** How long the token lives; a day unless given, at most 366 days. */
  public Integer getExpiresInSeconds() {
    return expiresInSeconds;
  }

  public IssueTokenRequest expiresInSeconds(Integer expiresInSeconds) {
    this.expiresInSeconds = expiresInSeconds;
    return this;
  }
}
