// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** LoadedExampleResponse */
public final class LoadedExampleResponse extends Value {
  @JsonProperty("model")
  private String model;

  @JsonProperty("isNew")
  private Boolean isNew;

  /** Name of the example's model. */
  public String getModel() {
    return model;
  }

  public LoadedExampleResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Whether it was loaded just now; false when a model of this name was there already, which is then left as it is. */
  public Boolean getIsNew() {
    return isNew;
  }

  public LoadedExampleResponse isNew(Boolean isNew) {
    this.isNew = isNew;
    return this;
  }
}
