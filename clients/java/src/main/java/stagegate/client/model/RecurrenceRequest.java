// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RecurrenceRequest */
public final class RecurrenceRequest extends Value {
  @JsonProperty("cron")
  private String cron;

  @JsonProperty("duration")
  private String duration;

  /** Minute, hour, day of month, month and day of week in the time zone of the freeze, such as `0 18 * * 5`. */
  public String getCron() {
    return cron;
  }

  public RecurrenceRequest cron(String cron) {
    this.cron = cron;
    return this;
  }

  /** How long it holds each time, in real time, as an ISO 8601 duration of weeks to seconds, such as `PT62H`. */
  public String getDuration() {
    return duration;
  }

  public RecurrenceRequest duration(String duration) {
    this.duration = duration;
    return this;
  }
}
