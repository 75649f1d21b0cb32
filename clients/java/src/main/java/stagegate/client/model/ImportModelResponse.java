// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ImportModelResponse */
public final class ImportModelResponse extends Value {
  @JsonProperty("unchanged")
  private Integer unchanged;

  @JsonProperty("model")
  private String model;

  @JsonProperty("dryRun")
  private Boolean dryRun;

  @JsonProperty("changes")
  private List<ImportChange> changes;

  @JsonProperty("findings")
  private List<ImportFinding> findings;

  /** Versions that were as they are there. */
  public Integer getUnchanged() {
    return unchanged;
  }

  public ImportModelResponse unchanged(Integer unchanged) {
    this.unchanged = unchanged;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public ImportModelResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Whether nothing was changed, as was asked. */
  public Boolean getDryRun() {
    return dryRun;
  }

  public ImportModelResponse dryRun(Boolean dryRun) {
    this.dryRun = dryRun;
    return this;
  }

  /** What changed, or would. */
  public List<ImportChange> getChanges() {
    return changes;
  }

  public ImportModelResponse changes(List<ImportChange> changes) {
    this.changes = changes;
    return this;
  }

  /** What differs and stays as it is here. */
  public List<ImportFinding> getFindings() {
    return findings;
  }

  public ImportModelResponse findings(List<ImportFinding> findings) {
    this.findings = findings;
    return this;
  }
}
