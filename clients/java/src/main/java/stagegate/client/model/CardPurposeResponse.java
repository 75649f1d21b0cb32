// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardPurposeResponse */
public final class CardPurposeResponse extends Value {
  @JsonProperty("tags")
  private Map<String, String> tags;

  @JsonProperty("description")
  private String description;

  @JsonProperty("versionDescription")
  private String versionDescription;

  @JsonProperty("intendedUse")
  private String intendedUse;

  @JsonProperty("limits")
  private String limits;

  @JsonProperty("owner")
  private String owner;

  /** Labels of the model, and of the version over them. */
  public Map<String, String> getTags() {
    return tags;
  }

  public CardPurposeResponse tags(Map<String, String> tags) {
    this.tags = tags;
    return this;
  }

  /** What the model is for, as its description says; empty when nothing was said. */
  public String getDescription() {
    return description;
  }

  public CardPurposeResponse description(String description) {
    this.description = description;
    return this;
  }

  /** What is special about the version, as its description says. */
  public String getVersionDescription() {
    return versionDescription;
  }

  public CardPurposeResponse versionDescription(String versionDescription) {
    this.versionDescription = versionDescription;
    return this;
  }

  /** What it may be used for: the tag `intendedUse` of the version, or of the model; null when there is none. */
  public String getIntendedUse() {
    return intendedUse;
  }

  public CardPurposeResponse intendedUse(String intendedUse) {
    this.intendedUse = intendedUse;
    return this;
  }

  /** What it may not be used for, and where it is known to fail: the tag `limits`, likewise. */
  public String getLimits() {
    return limits;
  }

  public CardPurposeResponse limits(String limits) {
    this.limits = limits;
    return this;
  }

  /** Person or team that answers for the model. */
  public String getOwner() {
    return owner;
  }

  public CardPurposeResponse owner(String owner) {
    this.owner = owner;
    return this;
  }
}
