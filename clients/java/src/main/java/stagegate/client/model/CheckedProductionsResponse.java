// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CheckedProductionsResponse */
public final class CheckedProductionsResponse extends Value {
  @JsonProperty("total")
  private Integer total;

  @JsonProperty("judged")
  private Integer judged;

  @JsonProperty("items")
  private List<LiveJudgementResponse> items;

  /** How many there are. */
  public Integer getTotal() {
    return total;
  }

  public CheckedProductionsResponse total(Integer total) {
    this.total = total;
    return this;
  }

  /** How many of them were judged. */
  public Integer getJudged() {
    return judged;
  }

  public CheckedProductionsResponse judged(Integer judged) {
    this.judged = judged;
    return this;
  }

  /** Those whose verdict would be another, or is unknown. */
  public List<LiveJudgementResponse> getItems() {
    return items;
  }

  public CheckedProductionsResponse items(List<LiveJudgementResponse> items) {
    this.items = items;
    return this;
  }
}
