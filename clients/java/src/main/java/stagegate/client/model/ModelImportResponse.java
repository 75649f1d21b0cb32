// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ModelImportResponse */
public final class ModelImportResponse extends Value {
  @JsonProperty("source")
  private String source;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("updatedAt")
  private OffsetDateTime updatedAt;

  @JsonProperty("importedAt")
  private OffsetDateTime importedAt;

  /** Address of the other registry. */
  public String getSource() {
    return source;
  }

  public ModelImportResponse source(String source) {
    this.source = source;
    return this;
  }

  /** When it was created there. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public ModelImportResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who made it there; null where that is not known. */
  public String getCreatedBy() {
    return createdBy;
  }

  public ModelImportResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** When it last changed there. */
  public OffsetDateTime getUpdatedAt() {
    return updatedAt;
  }

  public ModelImportResponse updatedAt(OffsetDateTime updatedAt) {
    this.updatedAt = updatedAt;
    return this;
  }

  /** When it was last taken over. */
  public OffsetDateTime getImportedAt() {
    return importedAt;
  }

  public ModelImportResponse importedAt(OffsetDateTime importedAt) {
    this.importedAt = importedAt;
    return this;
  }
}
