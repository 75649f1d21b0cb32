// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** What an import changes. */
public enum ImportSubject {
  @JsonProperty("model")
  MODEL,
  @JsonProperty("version")
  VERSION,
  @JsonProperty("description")
  DESCRIPTION,
  @JsonProperty("tags")
  TAGS,
  @JsonProperty("owner")
  OWNER,
  @JsonProperty("stage")
  STAGE,
  @JsonProperty("quarantine")
  QUARANTINE,
  @JsonProperty("alias")
  ALIAS
}
