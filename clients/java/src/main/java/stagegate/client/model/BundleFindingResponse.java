// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BundleFindingResponse */
public final class BundleFindingResponse extends Value {
  @JsonProperty("signer")
  private SignerResponse signer;

  @JsonProperty("fault")
  private String fault;

  /** Who signed; null when the bundle shows nobody. */
  public SignerResponse getSigner() {
    return signer;
  }

  public BundleFindingResponse signer(SignerResponse signer) {
    this.signer = signer;
    return this;
  }

  /** Why it shows nobody, as the end of a sentence; null when it does. */
  public String getFault() {
    return fault;
  }

  public BundleFindingResponse fault(String fault) {
    this.fault = fault;
    return this;
  }
}
