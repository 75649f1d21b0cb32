// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** AttestationResponse */
public final class AttestationResponse extends Value {
  @JsonProperty("payload")
  private String payload;

  @JsonProperty("payloadType")
  private String payloadType;

  @JsonProperty("signatures")
  private List<DsseSignatureResponse> signatures;

  /** An in-toto Statement v1 as JSON, in base64: its subject is the artifact, its predicate the decision. */
  public String getPayload() {
    return payload;
  }

  public AttestationResponse payload(String payload) {
    this.payload = payload;
    return this;
  }

  /** Media type of the payload: `application/vnd.in-toto+json`. */
  public String getPayloadType() {
    return payloadType;
  }

  public AttestationResponse payloadType(String payloadType) {
    this.payloadType = payloadType;
    return this;
  }

  /** One signature. */
  public List<DsseSignatureResponse> getSignatures() {
    return signatures;
  }

  public AttestationResponse signatures(List<DsseSignatureResponse> signatures) {
    this.signatures = signatures;
    return this;
  }
}
