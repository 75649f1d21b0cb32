// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CreateModelRequest */
public final class CreateModelRequest extends Value {
  @JsonProperty("name")
  private String name;

  @JsonProperty("description")
  private String description;

  @JsonProperty("owner")
  private String owner;

  @JsonProperty("tags")
  private Map<String, String> tags;

  /** The model's name, which is its key: letters, digits, dot, dash and underscore. */
  public String getName() {
    return name;
  }

  public CreateModelRequest name(String name) {
    this.name = name;
    return this;
  }

  /** What the model is for, in Markdown. */
  public String getDescription() {
    return description;
  }

  public CreateModelRequest description(String description) {
    this.description = description;
    return this;
  }

  /** Person or team that answers for the model. */
  public String getOwner() {
    return owner;
  }

  public CreateModelRequest owner(String owner) {
    this.owner = owner;
    return this;
  }

  /** Free labels, key to text. */
  public Map<String, String> getTags() {
    return tags;
  }

  public CreateModelRequest tags(Map<String, String> tags) {
    this.tags = tags;
    return this;
  }
}
