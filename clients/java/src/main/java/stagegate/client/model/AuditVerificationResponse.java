// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** AuditVerificationResponse */
public final class AuditVerificationResponse extends Value {
  @JsonProperty("events")
  private Long events;

  @JsonProperty("firstBroken")
  private Long firstBroken;

  @JsonProperty("brokenChains")
  private Long brokenChains;

  @JsonProperty("through")
  private Long through;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("objects")
  private Long objects;

  @JsonProperty("differing")
  private Long differing;

  @JsonProperty("valid")
  private Boolean valid;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("broken")
  private List<BrokenChainResponse> broken;

  @JsonProperty("startedAt")
  private OffsetDateTime startedAt;

  @JsonProperty("differences")
  private List<ObjectDifferenceResponse> differences;

  @JsonProperty("notCovered")
  private List<NotCoveredResponse> notCovered;

  @JsonProperty("clockJump")
  private ClockJumpResponse clockJump;

  @JsonProperty("archived")
  private ArchivedRecordResponse archived;

  @JsonProperty("limits")
  private String limits;

  /** How many events were verified. */
  public Long getEvents() {
    return events;
  }

  public AuditVerificationResponse events(Long events) {
    this.events = events;
    return this;
  }

  /** Sequence of the first event that does not fit; null when all do. */
  public Long getFirstBroken() {
    return firstBroken;
  }

  public AuditVerificationResponse firstBroken(Long firstBroken) {
    this.firstBroken = firstBroken;
    return this;
  }

  /** How many chains are broken, those whose events no longer fit the objects they tell of among them. */
  public Long getBrokenChains() {
    return brokenChains;
  }

  public AuditVerificationResponse brokenChains(Long brokenChains) {
    this.brokenChains = brokenChains;
    return this;
  }

  /** Sequence of the last event verified; 0 when there was none. To go on from here, ask for `from` one above it. */
  public Long getThrough() {
    return through;
  }

  public AuditVerificationResponse through(Long through) {
    this.through = through;
    return this;
  }

  /** SHA-256 over the hashes of all events verified, in their order. Kept elsewhere with `through`, it is a checkpoint: the same `to` answers the same digest for ever. */
  public String getDigest() {
    return digest;
  }

  public AuditVerificationResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** How many objects were compared with the events that name them. */
  public Long getObjects() {
    return objects;
  }

  public AuditVerificationResponse objects(Long objects) {
    this.objects = objects;
    return this;
  }

  /** In how many fields objects differ from the record, those that stand without it or are missing counted once. */
  public Long getDiffering() {
    return differing;
  }

  public AuditVerificationResponse differing(Long differing) {
    this.differing = differing;
    return this;
  }

  /** Whether every chain is whole and every object is as the record tells. */
  public Boolean getValid() {
    return valid;
  }

  public AuditVerificationResponse valid(Boolean valid) {
    this.valid = valid;
    return this;
  }

  /** What is wrong with it; null when nothing is. */
  public String getReason() {
    return reason;
  }

  public AuditVerificationResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** The broken chains, each with the first event that does not fit, in the order of these; at most 100. */
  public List<BrokenChainResponse> getBroken() {
    return broken;
  }

  public AuditVerificationResponse broken(List<BrokenChainResponse> broken) {
    this.broken = broken;
    return this;
  }

  /** When the walk began; callers who come while it runs share its answer. */
  public OffsetDateTime getStartedAt() {
    return startedAt;
  }

  public AuditVerificationResponse startedAt(OffsetDateTime startedAt) {
    this.startedAt = startedAt;
    return this;
  }

  /** The objects that differ, in the order of their events, those without an event last; at most 100. */
  public List<ObjectDifferenceResponse> getDifferences() {
    return differences;
  }

  public AuditVerificationResponse differences(List<ObjectDifferenceResponse> differences) {
    this.differences = differences;
    return this;
  }

  /** Objects whose events, of earlier releases, tell too little of them to be compared as a whole. */
  public List<NotCoveredResponse> getNotCovered() {
    return notCovered;
  }

  public AuditVerificationResponse notCovered(List<NotCoveredResponse> notCovered) {
    this.notCovered = notCovered;
    return this;
  }

  /** Where the database's clock was ahead of later events the furthest; null when times never went back by more than two seconds. */
  public ClockJumpResponse getClockJump() {
    return clockJump;
  }

  public AuditVerificationResponse clockJump(ClockJumpResponse clockJump) {
    this.clockJump = clockJump;
    return this;
  }

  /** The part of the record whose content is in the archive; null while nothing is archived. */
  public ArchivedRecordResponse getArchived() {
    return archived;
  }

  public AuditVerificationResponse archived(ArchivedRecordResponse archived) {
    this.archived = archived;
    return this;
  }

  /** What no verification finds from inside, and what does. */
  public String getLimits() {
    return limits;
  }

  public AuditVerificationResponse limits(String limits) {
    this.limits = limits;
    return this;
  }
}
