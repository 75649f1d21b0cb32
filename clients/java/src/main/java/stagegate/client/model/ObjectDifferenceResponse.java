// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ObjectDifferenceResponse */
public final class ObjectDifferenceResponse extends Value {
  @JsonProperty("kind")
  private RecordedObjectKind kind;

  @JsonProperty("sequence")
  private Long sequence;

  @JsonProperty("id")
  private String id;

  @JsonProperty("model")
  private String model;

  @JsonProperty("field")
  private String field;

  @JsonProperty("expected")
  private String expected;

  @JsonProperty("found")
  private String found;

  /** What kind of object differs. */
  public RecordedObjectKind getKind() {
    return kind;
  }

  public ObjectDifferenceResponse kind(RecordedObjectKind kind) {
    this.kind = kind;
    return this;
  }

  /** The event that tells of it; null when none does. */
  public Long getSequence() {
    return sequence;
  }

  public ObjectDifferenceResponse sequence(Long sequence) {
    this.sequence = sequence;
    return this;
  }

  /** Its id; of a version `model id/number`, of a policy `scope/revision`, of an approval `transition id/who decided`, of a tenure the transition's id, or that of the version where no transition tells of it; of a review and an attestation the transition's, of an import the model's; of a role its name. */
  public String getId() {
    return id;
  }

  public ObjectDifferenceResponse id(String id) {
    this.id = id;
    return this;
  }

  /** The model's name on the day of the event, or now where no event tells of the object; null when no model is concerned. */
  public String getModel() {
    return model;
  }

  public ObjectDifferenceResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The field that differs, where that can be told, `stored` for what only the digest over the whole shows; null when the object or its event is missing. */
  public String getField() {
    return field;
  }

  public ObjectDifferenceResponse field(String field) {
    this.field = field;
    return this;
  }

  /** What the record says: a digest or a value as text; null where it says nothing. */
  public String getExpected() {
    return expected;
  }

  public ObjectDifferenceResponse expected(String expected) {
    this.expected = expected;
    return this;
  }

  /** What is stored, as text; null where nothing is. */
  public String getFound() {
    return found;
  }

  public ObjectDifferenceResponse found(String found) {
    this.found = found;
    return this;
  }
}
