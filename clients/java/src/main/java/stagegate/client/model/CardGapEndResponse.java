// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardGapEndResponse */
public final class CardGapEndResponse extends Value {
  @JsonProperty("count")
  private Long count;

  @JsonProperty("value")
  private String value;

  @JsonProperty("measured")
  private Double measured;

  /** Number of examples; null when nobody stated it. */
  public Long getCount() {
    return count;
  }

  public CardGapEndResponse count(Long count) {
    this.count = count;
    return this;
  }

  /** Value of the feature. */
  public String getValue() {
    return value;
  }

  public CardGapEndResponse value(String value) {
    this.value = value;
    return this;
  }

  /** The metric there, in its units. */
  public Double getMeasured() {
    return measured;
  }

  public CardGapEndResponse measured(Double measured) {
    this.measured = measured;
    return this;
  }
}
