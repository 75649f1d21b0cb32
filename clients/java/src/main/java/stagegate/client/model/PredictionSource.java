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
  @JsonProperty("kind")
  private KindEnum kind;

  @JsonProperty("name")
  private String name;

  @JsonProperty("format")
  private FormatEnum format;

  @JsonProperty("bytes")
  private Double bytes;

  @JsonProperty("digest")
  private String digest;

  public enum KindEnum {
    @JsonProperty("uri")
    URI,
    @JsonProperty("stored")
    STORED,
    @JsonProperty("upload")
    UPLOAD
  }

  /** An uploaded file, one the server reads, or predictions that were kept. */
  public KindEnum getKind() {
    return kind;
  }

  public PredictionSource kind(KindEnum kind) {
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

  public enum FormatEnum {
    @JsonProperty("parquet")
    PARQUET,
    @JsonProperty("csv")
    CSV,
    @JsonProperty("ndjson")
    NDJSON
  }

  /** Format of the file. */
  public FormatEnum getFormat() {
    return format;
  }

  public PredictionSource format(FormatEnum format) {
    this.format = format;
    return this;
  }

  /** Size of the file in bytes; null when it is not read yet. */
  public Double getBytes() {
    return bytes;
  }

  public PredictionSource bytes(Double bytes) {
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
}
