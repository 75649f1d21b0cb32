// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ImportChange */
public final class ImportChange extends Value {
  @JsonProperty("subject")
  private ImportSubject subject;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("name")
  private String name;

  @JsonProperty("from")
  private String from;

  @JsonProperty("to")
  private String to;

  /** What changes. */
  public ImportSubject getSubject() {
    return subject;
  }

  public ImportChange subject(ImportSubject subject) {
    this.subject = subject;
    return this;
  }

  /** The version that it is of; null for the model. */
  public Integer getVersion() {
    return version;
  }

  public ImportChange version(Integer version) {
    this.version = version;
    return this;
  }

  /** The alias, where it is one. */
  public String getName() {
    return name;
  }

  public ImportChange name(String name) {
    this.name = name;
    return this;
  }

  /** What it is here, as text; null where it is not there. */
  public String getFrom() {
    return from;
  }

  public ImportChange from(String from) {
    this.from = from;
    return this;
  }

  /** What it becomes, as text; null where it goes. */
  public String getTo() {
    return to;
  }

  public ImportChange to(String to) {
    this.to = to;
    return this;
  }
}
