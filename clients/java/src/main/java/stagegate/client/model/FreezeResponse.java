// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** FreezeResponse */
public final class FreezeResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("source")
  private FreezeSource source;

  @JsonProperty("name")
  private String name;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("start")
  private OffsetDateTime start;

  @JsonProperty("end")
  private OffsetDateTime end;

  @JsonProperty("recurrence")
  private RecurrenceResponse recurrence;

  @JsonProperty("timeZone")
  private String timeZone;

  @JsonProperty("models")
  private List<String> models;

  @JsonProperty("holds")
  private Boolean holds;

  @JsonProperty("until")
  private OffsetDateTime until;

  @JsonProperty("roles")
  private List<String> roles;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("endedAt")
  private OffsetDateTime endedAt;

  @JsonProperty("endedBy")
  private String endedBy;

  /** Identifier of the freeze; null for one of a gate policy. */
  public UUID getId() {
    return id;
  }

  public FreezeResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** Where it is set. */
  public FreezeSource getSource() {
    return source;
  }

  public FreezeResponse source(FreezeSource source) {
    this.source = source;
    return this;
  }

  /** What people call it. */
  public String getName() {
    return name;
  }

  public FreezeResponse name(String name) {
    this.name = name;
    return this;
  }

  /** Why. */
  public String getReason() {
    return reason;
  }

  public FreezeResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** Its first moment; null when it recurs, and of a gate policy. */
  public OffsetDateTime getStart() {
    return start;
  }

  public FreezeResponse start(OffsetDateTime start) {
    this.start = start;
    return this;
  }

  /** The first moment after it; null likewise. */
  public OffsetDateTime getEnd() {
    return end;
  }

  public FreezeResponse end(OffsetDateTime end) {
    this.end = end;
    return this;
  }

  /** When it begins again and again; null when it comes once, and of a gate policy. */
  public RecurrenceResponse getRecurrence() {
    return recurrence;
  }

  public FreezeResponse recurrence(RecurrenceResponse recurrence) {
    this.recurrence = recurrence;
    return this;
  }

  /** Time zone of its times. */
  public String getTimeZone() {
    return timeZone;
  }

  public FreezeResponse timeZone(String timeZone) {
    this.timeZone = timeZone;
    return this;
  }

  /** Names of the models that it holds back; null for all. */
  public List<String> getModels() {
    return models;
  }

  public FreezeResponse models(List<String> models) {
    this.models = models;
    return this;
  }

  /** Whether it holds at the time asked for, or now. */
  public Boolean getHolds() {
    return holds;
  }

  public FreezeResponse holds(Boolean holds) {
    this.holds = holds;
    return this;
  }

  /** While it holds, when that ends; null otherwise, and when no end is in sight. */
  public OffsetDateTime getUntil() {
    return until;
  }

  public FreezeResponse until(OffsetDateTime until) {
    this.until = until;
    return this;
  }

  /** Roles of which one is needed to end it. */
  public List<String> getRoles() {
    return roles;
  }

  public FreezeResponse roles(List<String> roles) {
    this.roles = roles;
    return this;
  }

  /** When it was set; null of a gate policy. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public FreezeResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who set it; null of a gate policy. */
  public String getCreatedBy() {
    return createdBy;
  }

  public FreezeResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** When it was ended before its time; null when it was not. */
  public OffsetDateTime getEndedAt() {
    return endedAt;
  }

  public FreezeResponse endedAt(OffsetDateTime endedAt) {
    this.endedAt = endedAt;
    return this;
  }

  /** Who ended it; null when nobody did. */
  public String getEndedBy() {
    return endedBy;
  }

  public FreezeResponse endedBy(String endedBy) {
    this.endedBy = endedBy;
    return this;
  }
}
