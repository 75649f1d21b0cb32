// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SubmitSignatureRequest */
public final class SubmitSignatureRequest extends Value {
  @JsonProperty("payloadType")
  private String payloadType;

  @JsonProperty("payload")
  private String payload;

  @JsonProperty("signatures")
  private List<SignatureLine> signatures;

  @JsonProperty("bundle")
  private Map<String, Object> bundle;

  /** Media type of the payload: `application/vnd.in-toto+json`. An envelope has this, payload and signatures; a bundle is sent without them. */
  public String getPayloadType() {
    return payloadType;
  }

  public SubmitSignatureRequest payloadType(String payloadType) {
    this.payloadType = payloadType;
    return this;
  }

  /** An in-toto statement, of which one subject has the digest of the artifact as its `sha256`; as base64. */
  public String getPayload() {
    return payload;
  }

  public SubmitSignatureRequest payload(String payload) {
    this.payload = payload;
    return this;
  }

  /** Who signed it. */
  public List<SignatureLine> getSignatures() {
    return signatures;
  }

  public SubmitSignatureRequest signatures(List<SignatureLine> signatures) {
    this.signatures = signatures;
    return this;
  }

  /** A Sigstore bundle of the type `application/vnd.dev.sigstore.bundle.v0.3+json`, with a DSSE envelope and a certificate in it, instead of an envelope alone. */
  public Map<String, Object> getBundle() {
    return bundle;
  }

  public SubmitSignatureRequest bundle(Map<String, Object> bundle) {
    this.bundle = bundle;
    return this;
  }
}
