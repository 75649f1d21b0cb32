// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RenameModelRequest */
public final class RenameModelRequest extends Value {
  @JsonProperty("newName")
  private String newName;

  /** The name the model gets; history, evidence and aliases follow it. */
  public String getNewName() {
    return newName;
  }

  public RenameModelRequest newName(String newName) {
    this.newName = newName;
    return this;
  }
}
