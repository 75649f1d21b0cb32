// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What a type of event concerns. */
public enum EventConcern {
  @JsonProperty("registry")
  REGISTRY,
  @JsonProperty("model")
  MODEL,
  @JsonProperty("version")
  VERSION,
  @JsonProperty("registry or model")
  REGISTRY_OR_MODEL,
  @JsonProperty("registry or version")
  REGISTRY_OR_VERSION
}
