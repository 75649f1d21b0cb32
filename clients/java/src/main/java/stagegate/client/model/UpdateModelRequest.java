// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** UpdateModelRequest */
public final class UpdateModelRequest extends Value {
  @JsonProperty("description")
  private String description;

  @JsonProperty("owner")
  private String owner;

  @JsonProperty("tags")
  private Map<String, String> tags;

  /** New description; null empties it, absent keeps it. */
  public String getDescription() {
    return description;
  }

  public UpdateModelRequest description(String description) {
    this.description = description;
    sendNull("description", description == null);
    return this;
  }

  /** New owner; null clears it, absent keeps it. */
  public String getOwner() {
    return owner;
  }

  public UpdateModelRequest owner(String owner) {
    this.owner = owner;
    sendNull("owner", owner == null);
    return this;
  }

  /** Tags to set; a null value removes that tag, tags not named stay, null instead of an object removes all. */
  public Map<String, String> getTags() {
    return tags;
  }

  public UpdateModelRequest tags(Map<String, String> tags) {
    this.tags = tags;
    sendNull("tags", tags == null);
    return this;
  }
}
