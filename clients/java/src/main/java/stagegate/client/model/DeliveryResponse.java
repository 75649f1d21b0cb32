// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** DeliveryResponse */
public final class DeliveryResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("status")
  private WebhookDeliveryStatus status;

  @JsonProperty("attempts")
  private Integer attempts;

  @JsonProperty("responseStatus")
  private Integer responseStatus;

  @JsonProperty("eventId")
  private String eventId;

  @JsonProperty("type")
  private String type;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("lastAttemptAt")
  private OffsetDateTime lastAttemptAt;

  @JsonProperty("nextAttemptAt")
  private OffsetDateTime nextAttemptAt;

  @JsonProperty("error")
  private String error;

  /** The delivery's id; receivers see it in the header `webhook-id`, behind `msg_`. */
  public UUID getId() {
    return id;
  }

  public DeliveryResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** Where it stands. */
  public WebhookDeliveryStatus getStatus() {
    return status;
  }

  public DeliveryResponse status(WebhookDeliveryStatus status) {
    this.status = status;
    return this;
  }

  /** How often it was tried since it was last asked for. */
  public Integer getAttempts() {
    return attempts;
  }

  public DeliveryResponse attempts(Integer attempts) {
    this.attempts = attempts;
    return this;
  }

  /** Status of the last answer; null when there was none. */
  public Integer getResponseStatus() {
    return responseStatus;
  }

  public DeliveryResponse responseStatus(Integer responseStatus) {
    this.responseStatus = responseStatus;
    return this;
  }

  /** The id of the event. */
  public String getEventId() {
    return eventId;
  }

  public DeliveryResponse eventId(String eventId) {
    this.eventId = eventId;
    return this;
  }

  /** The type of the event. */
  public String getType() {
    return type;
  }

  public DeliveryResponse type(String type) {
    this.type = type;
    return this;
  }

  /** When it came to be. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public DeliveryResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** When it was last tried; null before that. */
  public OffsetDateTime getLastAttemptAt() {
    return lastAttemptAt;
  }

  public DeliveryResponse lastAttemptAt(OffsetDateTime lastAttemptAt) {
    this.lastAttemptAt = lastAttemptAt;
    return this;
  }

  /** When it may be tried next, once those before it in the same model are through; null when it is not to be tried. */
  public OffsetDateTime getNextAttemptAt() {
    return nextAttemptAt;
  }

  public DeliveryResponse nextAttemptAt(OffsetDateTime nextAttemptAt) {
    this.nextAttemptAt = nextAttemptAt;
    return this;
  }

  /** What went wrong the last time; null when nothing did. */
  public String getError() {
    return error;
  }

  public DeliveryResponse error(String error) {
    this.error = error;
    return this;
  }
}
