// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** FreezeCalendarResponse */
public final class FreezeCalendarResponse extends Value {
  @JsonProperty("leftOut")
  private Integer leftOut;

  @JsonProperty("from")
  private OffsetDateTime from;

  @JsonProperty("to")
  private OffsetDateTime to;

  @JsonProperty("windows")
  private List<FreezeWindowResponse> windows;

  /** How many windows were left out, because there are too many; 1000 for as many or more. */
  public Integer getLeftOut() {
    return leftOut;
  }

  public FreezeCalendarResponse leftOut(Integer leftOut) {
    this.leftOut = leftOut;
    return this;
  }

  /** First moment of the calendar. */
  public OffsetDateTime getFrom() {
    return from;
  }

  public FreezeCalendarResponse from(OffsetDateTime from) {
    this.from = from;
    return this;
  }

  /** First moment after it. */
  public OffsetDateTime getTo() {
    return to;
  }

  public FreezeCalendarResponse to(OffsetDateTime to) {
    this.to = to;
    return this;
  }

  /** The first 1000 whiles in which a freeze holds, by their start. */
  public List<FreezeWindowResponse> getWindows() {
    return windows;
  }

  public FreezeCalendarResponse windows(List<FreezeWindowResponse> windows) {
    this.windows = windows;
    return this;
  }
}
