// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** InclusionProofResponse */
public final class InclusionProofResponse extends Value {
  @JsonProperty("sequence")
  private Long sequence;

  @JsonProperty("hash")
  private String hash;

  @JsonProperty("index")
  private Long index;

  @JsonProperty("size")
  private Long size;

  @JsonProperty("path")
  private List<String> path;

  /** Sequence of the event. */
  public Long getSequence() {
    return sequence;
  }

  public InclusionProofResponse sequence(Long sequence) {
    this.sequence = sequence;
    return this;
  }

  /** Its hash, whose 32 bytes are the leaf of the tree; hexadecimal. */
  public String getHash() {
    return hash;
  }

  public InclusionProofResponse hash(String hash) {
    this.hash = hash;
    return this;
  }

  /** Place of the event among all, from 0 on. */
  public Long getIndex() {
    return index;
  }

  public InclusionProofResponse index(Long index) {
    this.index = index;
    return this;
  }

  /** Size of the checkpoint that the path leads to. */
  public Long getSize() {
    return size;
  }

  public InclusionProofResponse size(Long size) {
    this.size = size;
    return this;
  }

  /** Hashes from the leaf to the root in the order of RFC 6962, each as base64. */
  public List<String> getPath() {
    return path;
  }

  public InclusionProofResponse path(List<String> path) {
    this.path = path;
    return this;
  }
}
