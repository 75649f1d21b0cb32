// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** AuditEventResponse */
public final class AuditEventResponse extends Value {
  @JsonProperty("sequence")
  private Long sequence;

  @JsonProperty("position")
  private Long position;

  @JsonProperty("modelId")
  private UUID modelId;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("previousHash")
  private String previousHash;

  @JsonProperty("hash")
  private String hash;

  @JsonProperty("at")
  private OffsetDateTime at;

  @JsonProperty("actor")
  private String actor;

  @JsonProperty("action")
  private String action;

  @JsonProperty("model")
  private String model;

  @JsonProperty("requestId")
  private String requestId;

  @JsonProperty("details")
  private Map<String, Object> details;

  @JsonProperty("evidence")
  private List<EvidenceLinkResponse> evidence;

  /** Grows with every event of the registry; gaps are transactions that did not commit. */
  public Long getSequence() {
    return sequence;
  }

  public AuditEventResponse sequence(Long sequence) {
    this.sequence = sequence;
    return this;
  }

  /** Place of the event in its chain, that of its model or of the registry; from 1 on, without gaps. */
  public Long getPosition() {
    return position;
  }

  public AuditEventResponse position(Long position) {
    this.position = position;
    return this;
  }

  /** Id of the model, which it keeps under every name; null when no single model is concerned. */
  public UUID getModelId() {
    return modelId;
  }

  public AuditEventResponse modelId(UUID modelId) {
    this.modelId = modelId;
    return this;
  }

  /** The version concerned; null when none is. */
  public Integer getVersion() {
    return version;
  }

  public AuditEventResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Hash of the event before it in the same chain; zeros in the first. */
  public String getPreviousHash() {
    return previousHash;
  }

  public AuditEventResponse previousHash(String previousHash) {
    this.previousHash = previousHash;
    return this;
  }

  /** SHA-256 over the previous hash, the event's place and its content. */
  public String getHash() {
    return hash;
  }

  public AuditEventResponse hash(String hash) {
    this.hash = hash;
    return this;
  }

  /** When the event was written. */
  public OffsetDateTime getAt() {
    return at;
  }

  public AuditEventResponse at(OffsetDateTime at) {
    this.at = at;
    return this;
  }

  /** Who did it. */
  public String getActor() {
    return actor;
  }

  public AuditEventResponse actor(String actor) {
    this.actor = actor;
    return this;
  }

  /** What was done. */
  public String getAction() {
    return action;
  }

  public AuditEventResponse action(String action) {
    this.action = action;
    return this;
  }

  /** The model's name on that day; null when no single model is concerned. */
  public String getModel() {
    return model;
  }

  public AuditEventResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The request that did it. */
  public String getRequestId() {
    return requestId;
  }

  public AuditEventResponse requestId(String requestId) {
    this.requestId = requestId;
    return this;
  }

  /** What else belongs to the event. */
  public Map<String, Object> getDetails() {
    return details;
  }

  public AuditEventResponse details(Map<String, Object> details) {
    this.details = details;
    return this;
  }

  /** What the event rests on and tells of, each with its path; absent in an export that does not ask for it. */
  public List<EvidenceLinkResponse> getEvidence() {
    return evidence;
  }

  public AuditEventResponse evidence(List<EvidenceLinkResponse> evidence) {
    this.evidence = evidence;
    return this;
  }
}
