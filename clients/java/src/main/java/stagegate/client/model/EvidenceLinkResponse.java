// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EvidenceLinkResponse */
public final class EvidenceLinkResponse extends Value {
  @JsonProperty("kind")
  private EvidenceKind kind;

  @JsonProperty("id")
  private String id;

  @JsonProperty("href")
  private String href;

  @JsonProperty("parts")
  private Map<String, Object> parts;

  /** What it is. */
  public EvidenceKind getKind() {
    return kind;
  }

  public EvidenceLinkResponse kind(EvidenceKind kind) {
    this.kind = kind;
    return this;
  }

  /** Its id; of a version its number, of a policy its revision. */
  public String getId() {
    return id;
  }

  public EvidenceLinkResponse id(String id) {
    this.id = id;
    return this;
  }

  /** Path of the service; what is deleted or was renamed since is no longer there. */
  public String getHref() {
    return href;
  }

  public EvidenceLinkResponse href(String href) {
    this.href = href;
    return this;
  }

  /** What is stored of it, part by part; each is digested as canonical JSON in the details of the event. In an export that asks for it, of what the event tells the digests of. */
  public Map<String, Object> getParts() {
    return parts;
  }

  public EvidenceLinkResponse parts(Map<String, Object> parts) {
    this.parts = parts;
    return this;
  }
}
