// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PredictionSource */
public final class PredictionSource extends Value {
  @JsonProperty("bytes")
  private Long bytes;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("kind")
  private PredictionOrigin kind;

  @JsonProperty("name")
  private String name;

  @JsonProperty("format")
  private PredictionFormat format;

  /** Size of the file in bytes; null when it is not read yet. */
  public Long getBytes() {
    return bytes;
  }

  public PredictionSource bytes(Long bytes) {
    this.bytes = bytes;
    return this;
  }

  /** Digest of the file; null when it is not read yet. */
  public String getDigest() {
    return digest;
  }

  public PredictionSource digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** An uploaded file, one the server reads, or predictions that were kept. */
  public PredictionOrigin getKind() {
    return kind;
  }

  public PredictionSource kind(PredictionOrigin kind) {
    this.kind = kind;
    return this;
  }

  /** Name or URI of the file; null when it had none. */
  public String getName() {
    return name;
  }

  public PredictionSource name(String name) {
    this.name = name;
    return this;
  }

  /** Format of the file. */
  public PredictionFormat getFormat() {
    return format;
  }

  public PredictionSource format(PredictionFormat format) {
    this.format = format;
    return this;
  }
}
