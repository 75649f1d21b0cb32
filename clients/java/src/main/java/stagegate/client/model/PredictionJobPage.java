// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PredictionJobPage */
public final class PredictionJobPage extends Value {
  @JsonProperty("items")
  private List<PredictionJobResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The jobs of this page, newest first. */
  public List<PredictionJobResponse> getItems() {
    return items;
  }

  public PredictionJobPage items(List<PredictionJobResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public PredictionJobPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
