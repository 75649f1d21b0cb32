// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GrantResponse */
public final class GrantResponse extends Value {
  @JsonProperty("source")
  private GrantSource source;

  @JsonProperty("bindingId")
  private String bindingId;

  @JsonProperty("role")
  private String role;

  @JsonProperty("model")
  private String model;

  @JsonProperty("modelPrefix")
  private String modelPrefix;

  @JsonProperty("permissions")
  private List<Permission> permissions;

  /** Where the right comes from: the caller's token, or a role binding. */
  public GrantSource getSource() {
    return source;
  }

  public GrantResponse source(GrantSource source) {
    this.source = source;
    return this;
  }

  /** The id of the role binding; null when the token carries the role. */
  public String getBindingId() {
    return bindingId;
  }

  public GrantResponse bindingId(String bindingId) {
    this.bindingId = bindingId;
    return this;
  }

  /** The role. */
  public String getRole() {
    return role;
  }

  public GrantResponse role(String role) {
    this.role = role;
    return this;
  }

  /** The name of the one model that it holds for; null when it holds for more. */
  public String getModel() {
    return model;
  }

  public GrantResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The beginning of the names of the models that it holds for; null when it holds for one model or the registry. */
  public String getModelPrefix() {
    return modelPrefix;
  }

  public GrantResponse modelPrefix(String modelPrefix) {
    this.modelPrefix = modelPrefix;
    return this;
  }

  /** What the role gives, in the order of the alphabet. */
  public List<Permission> getPermissions() {
    return permissions;
  }

  public GrantResponse permissions(List<Permission> permissions) {
    this.permissions = permissions;
    return this;
  }
}
