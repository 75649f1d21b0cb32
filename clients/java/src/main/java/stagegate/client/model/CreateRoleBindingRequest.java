// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CreateRoleBindingRequest */
public final class CreateRoleBindingRequest extends Value {
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

  /** Who gets the role, as tokens name them; give either a subject or a group. */
  public String getSubject() {
    return subject;
  }

  public CreateRoleBindingRequest subject(String subject) {
    this.subject = subject;
    return this;
  }

  /** The group whose members get the role: as the first identity provider calls it, or `issuer:group` for that of another. */
  public String getGroup() {
    return group;
  }

  public CreateRoleBindingRequest group(String group) {
    this.group = group;
    return this;
  }

  /** The role: a built-in one, or one of your own. */
  public String getRole() {
    return role;
  }

  public CreateRoleBindingRequest role(String role) {
    this.role = role;
    return this;
  }

  /** The one model that the role holds for; renaming the model changes nothing. Without model and prefix it holds for the registry. */
  public String getModel() {
    return model;
  }

  public CreateRoleBindingRequest model(String model) {
    this.model = model;
    return this;
  }

  /** The beginning of the names of the models that the role holds for, those that come later too; not together with model. */
  public String getModelPrefix() {
    return modelPrefix;
  }

  public CreateRoleBindingRequest modelPrefix(String modelPrefix) {
    this.modelPrefix = modelPrefix;
    return this;
  }
}
