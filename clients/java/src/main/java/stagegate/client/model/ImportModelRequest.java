// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ImportModelRequest */
public final class ImportModelRequest extends Value {
  @JsonProperty("source")
  private String source;

  @JsonProperty("dryRun")
  private Boolean dryRun;

  @JsonProperty("description")
  private String description;

  @JsonProperty("tags")
  private Map<String, String> tags;

  @JsonProperty("owner")
  private String owner;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("updatedAt")
  private OffsetDateTime updatedAt;

  @JsonProperty("versions")
  private List<ImportedVersionRequest> versions;

  @JsonProperty("aliases")
  private List<ImportedAliasRequest> aliases;

  /** Address of the registry that it is taken over from. */
  public String getSource() {
    return source;
  }

  public ImportModelRequest source(String source) {
    this.source = source;
    return this;
  }

  /** Answers what would change and changes nothing. */
  public Boolean getDryRun() {
    return dryRun;
  }

  public ImportModelRequest dryRun(Boolean dryRun) {
    this.dryRun = dryRun;
    return this;
  }

  /** What the model is for. */
  public String getDescription() {
    return description;
  }

  public ImportModelRequest description(String description) {
    this.description = description;
    return this;
  }

  /** Free labels, key to text. */
  public Map<String, String> getTags() {
    return tags;
  }

  public ImportModelRequest tags(Map<String, String> tags) {
    this.tags = tags;
    return this;
  }

  /** Person or team that answers for the model; null for nobody, absent leaves who is named here. */
  public String getOwner() {
    return owner;
  }

  public ImportModelRequest owner(String owner) {
    this.owner = owner;
    sendNull("owner", owner == null);
    return this;
  }

  /** When the model was created there. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public ImportModelRequest createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who created it there. */
  public String getCreatedBy() {
    return createdBy;
  }

  public ImportModelRequest createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** When it last changed there. */
  public OffsetDateTime getUpdatedAt() {
    return updatedAt;
  }

  public ImportModelRequest updatedAt(OffsetDateTime updatedAt) {
    this.updatedAt = updatedAt;
    return this;
  }

  /** Versions of it by ascending number, at most one of them in Production; more follow by further requests. */
  public List<ImportedVersionRequest> getVersions() {
    return versions;
  }

  public ImportModelRequest versions(List<ImportedVersionRequest> versions) {
    this.versions = versions;
    return this;
  }

  /** Its aliases but champion, which follows Production; absent leaves all aliases as they are. */
  public List<ImportedAliasRequest> getAliases() {
    return aliases;
  }

  public ImportModelRequest aliases(List<ImportedAliasRequest> aliases) {
    this.aliases = aliases;
    return this;
  }
}
