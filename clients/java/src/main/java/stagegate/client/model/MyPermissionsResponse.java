// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** MyPermissionsResponse */
public final class MyPermissionsResponse extends Value {
  @JsonProperty("subject")
  private String subject;

  @JsonProperty("model")
  private String model;

  @JsonProperty("permissions")
  private List<Permission> permissions;

  @JsonProperty("registryPermissions")
  private List<Permission> registryPermissions;

  @JsonProperty("grants")
  private List<GrantResponse> grants;

  /** Who the caller is. */
  public String getSubject() {
    return subject;
  }

  public MyPermissionsResponse subject(String subject) {
    this.subject = subject;
    return this;
  }

  /** The model that was asked for; null when none was. */
  public String getModel() {
    return model;
  }

  public MyPermissionsResponse model(String model) {
    this.model = model;
    return this;
  }

  /** What the caller may do: to the model that was asked for, or else in the whole registry; in the order of the alphabet. */
  public List<Permission> getPermissions() {
    return permissions;
  }

  public MyPermissionsResponse permissions(List<Permission> permissions) {
    this.permissions = permissions;
    return this;
  }

  /** What the caller may do in the whole registry, in the order of the alphabet. */
  public List<Permission> getRegistryPermissions() {
    return registryPermissions;
  }

  public MyPermissionsResponse registryPermissions(List<Permission> registryPermissions) {
    this.registryPermissions = registryPermissions;
    return this;
  }

  /** Every role that counts for it, with where it comes from: those for the model, or else all that the caller has anywhere. */
  public List<GrantResponse> getGrants() {
    return grants;
  }

  public MyPermissionsResponse grants(List<GrantResponse> grants) {
    this.grants = grants;
    return this;
  }
}
