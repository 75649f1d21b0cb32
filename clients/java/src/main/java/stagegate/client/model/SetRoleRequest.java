// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SetRoleRequest */
public final class SetRoleRequest extends Value {
  @JsonProperty("permissions")
  private Set<Permission> permissions;

  @JsonProperty("description")
  private String description;

  /** What the role gives. Nobody gives what they lack themselves. */
  public Set<Permission> getPermissions() {
    return permissions;
  }

  public SetRoleRequest permissions(Set<Permission> permissions) {
    this.permissions = permissions;
    return this;
  }

  /** What the role is for; empty unless given. */
  public String getDescription() {
    return description;
  }

  public SetRoleRequest description(String description) {
    this.description = description;
    return this;
  }
}
