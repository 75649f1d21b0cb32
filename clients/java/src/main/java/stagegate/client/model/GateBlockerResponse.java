// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GateBlockerResponse */
public final class GateBlockerResponse extends Value {
  @JsonProperty("status")
  private Verdict status;

  @JsonProperty("reasonCode")
  private String reasonCode;

  @JsonProperty("message")
  private String message;

  @JsonProperty("remediation")
  private String remediation;

  /** FAIL, ERROR or INCONCLUSIVE. */
  public Verdict getStatus() {
    return status;
  }

  public GateBlockerResponse status(Verdict status) {
    this.status = status;
    return this;
  }

  /** Stable reason. */
  public String getReasonCode() {
    return reasonCode;
  }

  public GateBlockerResponse reasonCode(String reasonCode) {
    this.reasonCode = reasonCode;
    return this;
  }

  /** The reason, for people. */
  public String getMessage() {
    return message;
  }

  public GateBlockerResponse message(String message) {
    this.message = message;
    return this;
  }

  /** What would help, when something would. */
  public String getRemediation() {
    return remediation;
  }

  public GateBlockerResponse remediation(String remediation) {
    this.remediation = remediation;
    return this;
  }
}
