// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RoleBindingResponse */
public final class RoleBindingResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("subject")
  private String subject;

  @JsonProperty("group")
  private String group;

  @JsonProperty("role")
  private String role;

  @JsonProperty("model")
  private String model;

  @JsonProperty("modelPrefix")
  private String modelPrefix;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  /** The binding's id. */
  public UUID getId() {
    return id;
  }

  public RoleBindingResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** Who has the role; null when a group has it. */
  public String getSubject() {
    return subject;
  }

  public RoleBindingResponse subject(String subject) {
    this.subject = subject;
    return this;
  }

  /** The group whose members have the role; null when a subject has it. */
  public String getGroup() {
    return group;
  }

  public RoleBindingResponse group(String group) {
    this.group = group;
    return this;
  }

  /** The role. */
  public String getRole() {
    return role;
  }

  public RoleBindingResponse role(String role) {
    this.role = role;
    return this;
  }

  /** The name of the one model that the role holds for, as it is now; null when it holds for more. */
  public String getModel() {
    return model;
  }

  public RoleBindingResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The beginning of the names of the models that the role holds for; null when it holds for one model or the registry. */
  public String getModelPrefix() {
    return modelPrefix;
  }

  public RoleBindingResponse modelPrefix(String modelPrefix) {
    this.modelPrefix = modelPrefix;
    return this;
  }

  /** When the role was bound. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public RoleBindingResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who bound it. */
  public String getCreatedBy() {
    return createdBy;
  }

  public RoleBindingResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }
}
