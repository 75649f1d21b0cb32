// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RoleResponse */
public final class RoleResponse extends Value {
  @JsonProperty("role")
  private String role;

  @JsonProperty("permissions")
  private List<Permission> permissions;

  @JsonProperty("description")
  private String description;

  @JsonProperty("isBuiltIn")
  private Boolean isBuiltIn;

  @JsonProperty("updatedAt")
  private OffsetDateTime updatedAt;

  @JsonProperty("updatedBy")
  private String updatedBy;

  /** The name of the role. */
  public String getRole() {
    return role;
  }

  public RoleResponse role(String role) {
    this.role = role;
    return this;
  }

  /** What the role gives, in the order of the alphabet. */
  public List<Permission> getPermissions() {
    return permissions;
  }

  public RoleResponse permissions(List<Permission> permissions) {
    this.permissions = permissions;
    return this;
  }

  /** What the role is for; empty when nobody said. */
  public String getDescription() {
    return description;
  }

  public RoleResponse description(String description) {
    this.description = description;
    return this;
  }

  /** Whether the role is one of the service, which do not change. */
  public Boolean getIsBuiltIn() {
    return isBuiltIn;
  }

  public RoleResponse isBuiltIn(Boolean isBuiltIn) {
    this.isBuiltIn = isBuiltIn;
    return this;
  }

  /** When the role was last defined; null for a built-in one. */
  public OffsetDateTime getUpdatedAt() {
    return updatedAt;
  }

  public RoleResponse updatedAt(OffsetDateTime updatedAt) {
    this.updatedAt = updatedAt;
    return this;
  }

  /** Who defined it last; null for a built-in one. */
  public String getUpdatedBy() {
    return updatedBy;
  }

  public RoleResponse updatedBy(String updatedBy) {
    this.updatedBy = updatedBy;
    return this;
  }
}
