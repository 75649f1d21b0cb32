// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CheckpointResponse */
public final class CheckpointResponse extends Value {
  @JsonProperty("size")
  private Long size;

  @JsonProperty("rootHash")
  private String rootHash;

  @JsonProperty("sequence")
  private Long sequence;

  @JsonProperty("keyId")
  private String keyId;

  @JsonProperty("origin")
  private String origin;

  @JsonProperty("signedAt")
  private OffsetDateTime signedAt;

  @JsonProperty("note")
  private String note;

  /** Number of events that it signs. */
  public Long getSize() {
    return size;
  }

  public CheckpointResponse size(Long size) {
    this.size = size;
    return this;
  }

  /** Root of the Merkle tree (RFC 6962) over the hashes of the events in the order of their sequence, as base64. */
  public String getRootHash() {
    return rootHash;
  }

  public CheckpointResponse rootHash(String rootHash) {
    this.rootHash = rootHash;
    return this;
  }

  /** Sequence of the last event that it signs; 0 when there is none. An export up to it holds what is signed. */
  public Long getSequence() {
    return sequence;
  }

  public CheckpointResponse sequence(Long sequence) {
    this.sequence = sequence;
    return this;
  }

  /** Id of the key that signed it. */
  public String getKeyId() {
    return keyId;
  }

  public CheckpointResponse keyId(String keyId) {
    this.keyId = keyId;
    return this;
  }

  /** Name of the log: the first line of the note. */
  public String getOrigin() {
    return origin;
  }

  public CheckpointResponse origin(String origin) {
    this.origin = origin;
    return this;
  }

  /** When it was signed. */
  public OffsetDateTime getSignedAt() {
    return signedAt;
  }

  public CheckpointResponse signedAt(OffsetDateTime signedAt) {
    this.signedAt = signedAt;
    return this;
  }

  /** The signed text, as `text/plain` has it: what a verifier reads. */
  public String getNote() {
    return note;
  }

  public CheckpointResponse note(String note) {
    this.note = note;
    return this;
  }
}
