// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SearchHitResponse */
public final class SearchHitResponse extends Value {
  @JsonProperty("kind")
  private FoundKind kind;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("id")
  private UUID id;

  @JsonProperty("matched")
  private SearchMatch matched;

  @JsonProperty("model")
  private String model;

  @JsonProperty("text")
  private String text;

  /** What it is. */
  public FoundKind getKind() {
    return kind;
  }

  public SearchHitResponse kind(FoundKind kind) {
    this.kind = kind;
    return this;
  }

  /** The version it is or is about; null for a model. */
  public Integer getVersion() {
    return version;
  }

  public SearchHitResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Id of the transition or the gate report; null for a model and a version. */
  public UUID getId() {
    return id;
  }

  public SearchHitResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** What it was found by. */
  public SearchMatch getMatched() {
    return matched;
  }

  public SearchHitResponse matched(SearchMatch matched) {
    this.matched = matched;
    return this;
  }

  /** Name of the model it is or belongs to. */
  public String getModel() {
    return model;
  }

  public SearchHitResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The text it was found by, whole. */
  public String getText() {
    return text;
  }

  public SearchHitResponse text(String text) {
    this.text = text;
    return this;
  }
}
