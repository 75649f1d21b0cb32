// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EventResponse */
public final class EventResponse extends Value {
  @JsonProperty("specversion")
  private String specversion;

  @JsonProperty("time")
  private OffsetDateTime time;

  @JsonProperty("datacontenttype")
  private String datacontenttype;

  @JsonProperty("sequence")
  private Long sequence;

  @JsonProperty("id")
  private String id;

  @JsonProperty("source")
  private String source;

  @JsonProperty("type")
  private String type;

  @JsonProperty("subject")
  private String subject;

  @JsonProperty("dataschema")
  private String dataschema;

  @JsonProperty("partitionkey")
  private String partitionkey;

  @JsonProperty("data")
  private EventDataResponse data;

  /** The version of CloudEvents. */
  public String getSpecversion() {
    return specversion;
  }

  public EventResponse specversion(String specversion) {
    this.specversion = specversion;
    return this;
  }

  /** When it was recorded. */
  public OffsetDateTime getTime() {
    return time;
  }

  public EventResponse time(OffsetDateTime time) {
    this.time = time;
    return this;
  }

  /** The form of `data`. */
  public String getDatacontenttype() {
    return datacontenttype;
  }

  public EventResponse datacontenttype(String datacontenttype) {
    this.datacontenttype = datacontenttype;
    return this;
  }

  /** Its place among the events of its model: 1, 2, 3 and so on without a gap; what concerns no model is counted apart. */
  public Long getSequence() {
    return sequence;
  }

  public EventResponse sequence(Long sequence) {
    this.sequence = sequence;
    return this;
  }

  /** Names the event together with `source`: its sequence in the audit record. A cursor of the feed, too. */
  public String getId() {
    return id;
  }

  public EventResponse id(String id) {
    this.id = id;
    return this;
  }

  /** Which registry it comes from. */
  public String getSource() {
    return source;
  }

  public EventResponse source(String source) {
    this.source = source;
    return this;
  }

  /** What happened. */
  public String getType() {
    return type;
  }

  public EventResponse type(String type) {
    this.type = type;
    return this;
  }

  /** Path of the resource that it happened to, under its name of that day. */
  public String getSubject() {
    return subject;
  }

  public EventResponse subject(String subject) {
    this.subject = subject;
    return this;
  }

  /** Where the JSON Schema of `data` is read. */
  public String getDataschema() {
    return dataschema;
  }

  public EventResponse dataschema(String dataschema) {
    this.dataschema = dataschema;
    return this;
  }

  /** Events with the same are told in their order: the model's id, or `registry`. */
  public String getPartitionkey() {
    return partitionkey;
  }

  public EventResponse partitionkey(String partitionkey) {
    this.partitionkey = partitionkey;
    return this;
  }

  /** What it tells. */
  public EventDataResponse getData() {
    return data;
  }

  public EventResponse data(EventDataResponse data) {
    this.data = data;
    return this;
  }
}
