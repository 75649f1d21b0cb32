// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ReviewResponse */
public final class ReviewResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("transitionId")
  private UUID transitionId;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("status")
  private ReviewStatus status;

  @JsonProperty("model")
  private String model;

  @JsonProperty("openedAt")
  private OffsetDateTime openedAt;

  @JsonProperty("openedBy")
  private String openedBy;

  @JsonProperty("dueAt")
  private OffsetDateTime dueAt;

  @JsonProperty("closedAt")
  private OffsetDateTime closedAt;

  @JsonProperty("closedBy")
  private String closedBy;

  @JsonProperty("outcome")
  private String outcome;

  @JsonProperty("comment")
  private String comment;

  /** Identifier of the review. */
  public UUID getId() {
    return id;
  }

  public ReviewResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The transition that passed the gates. */
  public UUID getTransitionId() {
    return transitionId;
  }

  public ReviewResponse transitionId(UUID transitionId) {
    this.transitionId = transitionId;
    return this;
  }

  /** The version that passed them. */
  public Integer getVersion() {
    return version;
  }

  public ReviewResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Where the review stands. */
  public ReviewStatus getStatus() {
    return status;
  }

  public ReviewResponse status(ReviewStatus status) {
    this.status = status;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public ReviewResponse model(String model) {
    this.model = model;
    return this;
  }

  /** When it was opened. */
  public OffsetDateTime getOpenedAt() {
    return openedAt;
  }

  public ReviewResponse openedAt(OffsetDateTime openedAt) {
    this.openedAt = openedAt;
    return this;
  }

  /** Who asked for the gates to be passed. */
  public String getOpenedBy() {
    return openedBy;
  }

  public ReviewResponse openedBy(String openedBy) {
    this.openedBy = openedBy;
    return this;
  }

  /** When it should be closed; from then on it keeps the model from being promoted. */
  public OffsetDateTime getDueAt() {
    return dueAt;
  }

  public ReviewResponse dueAt(OffsetDateTime dueAt) {
    this.dueAt = dueAt;
    return this;
  }

  /** When it was closed; null while it is open. */
  public OffsetDateTime getClosedAt() {
    return closedAt;
  }

  public ReviewResponse closedAt(OffsetDateTime closedAt) {
    this.closedAt = closedAt;
    return this;
  }

  /** Who closed it; null while it is open. */
  public String getClosedBy() {
    return closedBy;
  }

  public ReviewResponse closedBy(String closedBy) {
    this.closedBy = closedBy;
    return this;
  }

  /** What it came to; null while it is open. */
  public String getOutcome() {
    return outcome;
  }

  public ReviewResponse outcome(String outcome) {
    this.outcome = outcome;
    return this;
  }

  /** What was said of it; null when nothing was. */
  public String getComment() {
    return comment;
  }

  public ReviewResponse comment(String comment) {
    this.comment = comment;
    return this;
  }
}
