// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CreateFreezeRequest */
public final class CreateFreezeRequest extends Value {
  @JsonProperty("name")
  private String name;

  @JsonProperty("start")
  private String start;

  @JsonProperty("end")
  private String end;

  @JsonProperty("recurrence")
  private RecurrenceRequest recurrence;

  @JsonProperty("timeZone")
  private String timeZone;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("models")
  private List<String> models;

  /** What people call it. */
  public String getName() {
    return name;
  }

  public CreateFreezeRequest name(String name) {
    this.name = name;
    return this;
  }

  /** Its first moment: RFC 3339 or, without an offset, by the clock of its time zone. With `end`, instead of `recurrence`. */
  public String getStart() {
    return start;
  }

  public CreateFreezeRequest start(String start) {
    this.start = start;
    return this;
  }

  /** The first moment after it, in the same form. */
  public String getEnd() {
    return end;
  }

  public CreateFreezeRequest end(String end) {
    this.end = end;
    return this;
  }

  /** When it begins again and again, instead of `start` and `end`. */
  public RecurrenceRequest getRecurrence() {
    return recurrence;
  }

  public CreateFreezeRequest recurrence(RecurrenceRequest recurrence) {
    this.recurrence = recurrence;
    return this;
  }

  /** IANA time zone of its times, such as `Europe/Amsterdam`; UTC when absent. */
  public String getTimeZone() {
    return timeZone;
  }

  public CreateFreezeRequest timeZone(String timeZone) {
    this.timeZone = timeZone;
    return this;
  }

  /** Why. */
  public String getReason() {
    return reason;
  }

  public CreateFreezeRequest reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** Names of the models that it holds back; all when absent. A rename changes nothing. */
  public List<String> getModels() {
    return models;
  }

  public CreateFreezeRequest models(List<String> models) {
    this.models = models;
    return this;
  }
}
