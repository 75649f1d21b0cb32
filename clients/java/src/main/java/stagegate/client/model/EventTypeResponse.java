// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EventTypeResponse */
public final class EventTypeResponse extends Value {
  @JsonProperty("concerns")
  private EventConcern concerns;

  @JsonProperty("type")
  private String type;

  @JsonProperty("action")
  private String action;

  @JsonProperty("description")
  private String description;

  @JsonProperty("href")
  private String href;

  /** What such an event concerns. */
  public EventConcern getConcerns() {
    return concerns;
  }

  public EventTypeResponse concerns(EventConcern concerns) {
    this.concerns = concerns;
    return this;
  }

  /** The type, as events carry it. */
  public String getType() {
    return type;
  }

  public EventTypeResponse type(String type) {
    this.type = type;
    return this;
  }

  /** The action that the audit record has for it. */
  public String getAction() {
    return action;
  }

  public EventTypeResponse action(String action) {
    this.action = action;
    return this;
  }

  /** What happened, in a sentence. */
  public String getDescription() {
    return description;
  }

  public EventTypeResponse description(String description) {
    this.description = description;
    return this;
  }

  /** Path of the JSON Schema of its `data`. */
  public String getHref() {
    return href;
  }

  public EventTypeResponse href(String href) {
    this.href = href;
    return this;
  }
}
