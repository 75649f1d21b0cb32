// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BrokenChainResponse */
public final class BrokenChainResponse extends Value {
  @JsonProperty("sequence")
  private Long sequence;

  @JsonProperty("chain")
  private String chain;

  @JsonProperty("model")
  private String model;

  @JsonProperty("reason")
  private String reason;

  /** Sequence of the first event of the chain that does not fit; of its last known event when one is missing, and 1 when all are. */
  public Long getSequence() {
    return sequence;
  }

  public BrokenChainResponse sequence(Long sequence) {
    this.sequence = sequence;
    return this;
  }

  /** The id of the model whose chain it is, or `registry`. */
  public String getChain() {
    return chain;
  }

  public BrokenChainResponse chain(String chain) {
    this.chain = chain;
    return this;
  }

  /** The model's name on the day of the event; null when the chain is the registry's or no event of it is left. */
  public String getModel() {
    return model;
  }

  public BrokenChainResponse model(String model) {
    this.model = model;
    return this;
  }

  /** What is wrong with it. */
  public String getReason() {
    return reason;
  }

  public BrokenChainResponse reason(String reason) {
    this.reason = reason;
    return this;
  }
}
