// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SignatureList */
public final class SignatureList extends Value {
  @JsonProperty("items")
  private List<SignatureResponse> items;

  /** The signatures over the artifact, oldest first. */
  public List<SignatureResponse> getItems() {
    return items;
  }

  public SignatureList items(List<SignatureResponse> items) {
    this.items = items;
    return this;
  }
}
