// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SignatureResponse */
public final class SignatureResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("model")
  private String model;

  @JsonProperty("payloadType")
  private String payloadType;

  @JsonProperty("payload")
  private String payload;

  @JsonProperty("signatures")
  private List<SignatureLine> signatures;

  @JsonProperty("bundle")
  private Map<String, Object> bundle;

  @JsonProperty("sigstore")
  private BundleFindingResponse sigstore;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  /** Identifier of the signature. */
  public UUID getId() {
    return id;
  }

  public SignatureResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The version whose artifact is signed. */
  public Integer getVersion() {
    return version;
  }

  public SignatureResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Digest of the bundle, or else of the envelope, as canonical JSON. */
  public String getDigest() {
    return digest;
  }

  public SignatureResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public SignatureResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Media type of the payload. */
  public String getPayloadType() {
    return payloadType;
  }

  public SignatureResponse payloadType(String payloadType) {
    this.payloadType = payloadType;
    return this;
  }

  /** The statement, as base64. */
  public String getPayload() {
    return payload;
  }

  public SignatureResponse payload(String payload) {
    this.payload = payload;
    return this;
  }

  /** Who signed it; whether a key is trusted is for policies to say. */
  public List<SignatureLine> getSignatures() {
    return signatures;
  }

  public SignatureResponse signatures(List<SignatureLine> signatures) {
    this.signatures = signatures;
    return this;
  }

  /** The Sigstore bundle as it was sent; null for an envelope that came alone. */
  public Map<String, Object> getBundle() {
    return bundle;
  }

  public SignatureResponse bundle(Map<String, Object> bundle) {
    this.bundle = bundle;
    return this;
  }

  /** What the bundle shows by the root that is trusted now; null for an envelope that came alone. */
  public BundleFindingResponse getSigstore() {
    return sigstore;
  }

  public SignatureResponse sigstore(BundleFindingResponse sigstore) {
    this.sigstore = sigstore;
    return this;
  }

  /** When it was sent. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public SignatureResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who sent it. */
  public String getCreatedBy() {
    return createdBy;
  }

  public SignatureResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }
}
