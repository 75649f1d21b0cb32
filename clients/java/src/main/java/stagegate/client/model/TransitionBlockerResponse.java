// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TransitionBlockerResponse */
public final class TransitionBlockerResponse extends Value {
  @JsonProperty("code")
  private TransitionBlockerCode code;

  @JsonProperty("detail")
  private String detail;

  @JsonProperty("remedy")
  private String remedy;

  @JsonProperty("permissions")
  private List<Permission> permissions;

  @JsonProperty("roles")
  private List<String> roles;

  @JsonProperty("until")
  private OffsetDateTime until;

  /** Stable reason. */
  public TransitionBlockerCode getCode() {
    return code;
  }

  public TransitionBlockerResponse code(TransitionBlockerCode code) {
    this.code = code;
    return this;
  }

  /** The reason, for people. */
  public String getDetail() {
    return detail;
  }

  public TransitionBlockerResponse detail(String detail) {
    this.detail = detail;
    return this;
  }

  /** What clears it. */
  public String getRemedy() {
    return remedy;
  }

  public TransitionBlockerResponse remedy(String remedy) {
    this.remedy = remedy;
    return this;
  }

  /** What somebody has to be allowed to clear it; one of it is enough. */
  public List<Permission> getPermissions() {
    return permissions;
  }

  public TransitionBlockerResponse permissions(List<Permission> permissions) {
    this.permissions = permissions;
    return this;
  }

  /** Roles of which one is needed to clear it: built-in ones, or those that approve. */
  public List<String> getRoles() {
    return roles;
  }

  public TransitionBlockerResponse roles(List<String> roles) {
    this.roles = roles;
    return this;
  }

  /** When it ends by itself; null where it does not, or no end is in sight. */
  public OffsetDateTime getUntil() {
    return until;
  }

  public TransitionBlockerResponse until(OffsetDateTime until) {
    this.until = until;
    return this;
  }
}
