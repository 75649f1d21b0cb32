// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CheckedWaitingResponse */
public final class CheckedWaitingResponse extends Value {
  @JsonProperty("total")
  private Integer total;

  @JsonProperty("judged")
  private Integer judged;

  @JsonProperty("items")
  private List<BackTestItemResponse> items;

  /** How many there are. */
  public Integer getTotal() {
    return total;
  }

  public CheckedWaitingResponse total(Integer total) {
    this.total = total;
    return this;
  }

  /** How many of them were judged, the oldest first. */
  public Integer getJudged() {
    return judged;
  }

  public CheckedWaitingResponse judged(Integer judged) {
    this.judged = judged;
    return this;
  }

  /** Those whose verdict would be another. To set any other policy ends all of them as stale. */
  public List<BackTestItemResponse> getItems() {
    return items;
  }

  public CheckedWaitingResponse items(List<BackTestItemResponse> items) {
    this.items = items;
    return this;
  }
}
