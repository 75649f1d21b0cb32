// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ConsistencyProofResponse */
public final class ConsistencyProofResponse extends Value {
  @JsonProperty("from")
  private Long from;

  @JsonProperty("to")
  private Long to;

  @JsonProperty("path")
  private List<String> path;

  /** Size of the earlier checkpoint. */
  public Long getFrom() {
    return from;
  }

  public ConsistencyProofResponse from(Long from) {
    this.from = from;
    return this;
  }

  /** Size of the later one. */
  public Long getTo() {
    return to;
  }

  public ConsistencyProofResponse to(Long to) {
    this.to = to;
    return this;
  }

  /** Hashes of the proof in the order of RFC 6962, each as base64; none when the sizes are equal. */
  public List<String> getPath() {
    return path;
  }

  public ConsistencyProofResponse path(List<String> path) {
    this.path = path;
    return this;
  }
}
