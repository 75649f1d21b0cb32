// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** AuditSegmentResponse */
public final class AuditSegmentResponse extends Value {
  @JsonProperty("segment")
  private Integer segment;

  @JsonProperty("first")
  private Long first;

  @JsonProperty("last")
  private Long last;

  @JsonProperty("events")
  private Long events;

  @JsonProperty("size")
  private Long size;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("fileDigest")
  private String fileDigest;

  @JsonProperty("fileName")
  private String fileName;

  @JsonProperty("firstAt")
  private OffsetDateTime firstAt;

  @JsonProperty("lastAt")
  private OffsetDateTime lastAt;

  @JsonProperty("seal")
  private String seal;

  @JsonProperty("keyId")
  private String keyId;

  @JsonProperty("archivedAt")
  private OffsetDateTime archivedAt;

  /** Its number, from 1 on; segments follow each other without a gap. */
  public Integer getSegment() {
    return segment;
  }

  public AuditSegmentResponse segment(Integer segment) {
    this.segment = segment;
    return this;
  }

  /** Sequence of its first event. */
  public Long getFirst() {
    return first;
  }

  public AuditSegmentResponse first(Long first) {
    this.first = first;
    return this;
  }

  /** Sequence of its last event. */
  public Long getLast() {
    return last;
  }

  public AuditSegmentResponse last(Long last) {
    this.last = last;
    return this;
  }

  /** How many events it holds. */
  public Long getEvents() {
    return events;
  }

  public AuditSegmentResponse events(Long events) {
    this.events = events;
    return this;
  }

  /** How many events the record has up to its end. */
  public Long getSize() {
    return size;
  }

  public AuditSegmentResponse size(Long size) {
    this.size = size;
    return this;
  }

  /** What a verification of the record up to its last event answers as `digest`. */
  public String getDigest() {
    return digest;
  }

  public AuditSegmentResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** SHA-256 of its file without the seal, which is the last line. */
  public String getFileDigest() {
    return fileDigest;
  }

  public AuditSegmentResponse fileDigest(String fileDigest) {
    this.fileDigest = fileDigest;
    return this;
  }

  /** The name that its file was written under. */
  public String getFileName() {
    return fileName;
  }

  public AuditSegmentResponse fileName(String fileName) {
    this.fileName = fileName;
    return this;
  }

  /** When its first event was written. */
  public OffsetDateTime getFirstAt() {
    return firstAt;
  }

  public AuditSegmentResponse firstAt(OffsetDateTime firstAt) {
    this.firstAt = firstAt;
    return this;
  }

  /** When its last event was written. */
  public OffsetDateTime getLastAt() {
    return lastAt;
  }

  public AuditSegmentResponse lastAt(OffsetDateTime lastAt) {
    this.lastAt = lastAt;
    return this;
  }

  /** The seal: a C2SP signed note that names place, size and digest of the file. */
  public String getSeal() {
    return seal;
  }

  public AuditSegmentResponse seal(String seal) {
    this.seal = seal;
    return this;
  }

  /** Id of the key that signed the seal, as `/.well-known/stagegate-keys.json` lists it. */
  public String getKeyId() {
    return keyId;
  }

  public AuditSegmentResponse keyId(String keyId) {
    this.keyId = keyId;
    return this;
  }

  /** When it was archived. */
  public OffsetDateTime getArchivedAt() {
    return archivedAt;
  }

  public AuditSegmentResponse archivedAt(OffsetDateTime archivedAt) {
    this.archivedAt = archivedAt;
    return this;
  }
}
