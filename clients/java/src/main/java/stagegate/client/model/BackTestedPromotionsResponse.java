// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BackTestedPromotionsResponse */
public final class BackTestedPromotionsResponse extends Value {
  @JsonProperty("total")
  private Integer total;

  @JsonProperty("judged")
  private Integer judged;

  @JsonProperty("newlyRefused")
  private Integer newlyRefused;

  @JsonProperty("newlyLetThrough")
  private Integer newlyLetThrough;

  @JsonProperty("notRepeatable")
  private Integer notRepeatable;

  /** How many promotions to Production the record held when the back-test began. */
  public Integer getTotal() {
    return total;
  }

  public BackTestedPromotionsResponse total(Integer total) {
    this.total = total;
    return this;
  }

  /** How many of them were judged again so far. */
  public Integer getJudged() {
    return judged;
  }

  public BackTestedPromotionsResponse judged(Integer judged) {
    this.judged = judged;
    return this;
  }

  /** How many of those that passed the draft would have refused. */
  public Integer getNewlyRefused() {
    return newlyRefused;
  }

  public BackTestedPromotionsResponse newlyRefused(Integer newlyRefused) {
    this.newlyRefused = newlyRefused;
    return this;
  }

  /** How many of those that were refused the draft would have let through. */
  public Integer getNewlyLetThrough() {
    return newlyLetThrough;
  }

  public BackTestedPromotionsResponse newlyLetThrough(Integer newlyLetThrough) {
    this.newlyLetThrough = newlyLetThrough;
    return this;
  }

  /** How many cannot be judged again, since the record holds no report of theirs or not all of its evidence. */
  public Integer getNotRepeatable() {
    return notRepeatable;
  }

  public BackTestedPromotionsResponse notRepeatable(Integer notRepeatable) {
    this.notRepeatable = notRepeatable;
    return this;
  }
}
