// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BackTestJobResponse */
public final class BackTestJobResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("status")
  private PredictionJobStatus status;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("finishedAt")
  private OffsetDateTime finishedAt;

  @JsonProperty("error")
  private String error;

  @JsonProperty("promotions")
  private BackTestedPromotionsResponse promotions;

  @JsonProperty("live")
  private BackTestedLiveResponse live;

  @JsonProperty("items")
  private List<LiveJudgementResponse> items;

  /** Identifier of the back-test. */
  public UUID getId() {
    return id;
  }

  public BackTestJobResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** Where it stands; its counts are final once it succeeded. */
  public PredictionJobStatus getStatus() {
    return status;
  }

  public BackTestJobResponse status(PredictionJobStatus status) {
    this.status = status;
    return this;
  }

  /** When it was asked for. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public BackTestJobResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** When it ended. */
  public OffsetDateTime getFinishedAt() {
    return finishedAt;
  }

  public BackTestJobResponse finishedAt(OffsetDateTime finishedAt) {
    this.finishedAt = finishedAt;
    return this;
  }

  /** Why it failed; null unless it did. */
  public String getError() {
    return error;
  }

  public BackTestJobResponse error(String error) {
    this.error = error;
    return this;
  }

  /** The promotions of the past. */
  public BackTestedPromotionsResponse getPromotions() {
    return promotions;
  }

  public BackTestJobResponse promotions(BackTestedPromotionsResponse promotions) {
    this.promotions = promotions;
    return this;
  }

  /** What is in Production now. */
  public BackTestedLiveResponse getLive() {
    return live;
  }

  public BackTestJobResponse live(BackTestedLiveResponse live) {
    this.live = live;
    return this;
  }

  /** The first 1000 live versions whose verdict changes or is unknown. */
  public List<LiveJudgementResponse> getItems() {
    return items;
  }

  public BackTestJobResponse items(List<LiveJudgementResponse> items) {
    this.items = items;
    return this;
  }
}
