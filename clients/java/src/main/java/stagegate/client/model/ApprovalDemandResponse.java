// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ApprovalDemandResponse */
public final class ApprovalDemandResponse extends Value {
  @JsonProperty("slots")
  private List<ApprovalSlotResponse> slots;

  @JsonProperty("lacking")
  private List<LackingApprovalsResponse> lacking;

  @JsonProperty("excluded")
  private List<ExcludedActorResponse> excluded;

  /** Every approval asked for, with who gave it. */
  public List<ApprovalSlotResponse> getSlots() {
    return slots;
  }

  public ApprovalDemandResponse slots(List<ApprovalSlotResponse> slots) {
    this.slots = slots;
    return this;
  }

  /** What is not given yet, by role. */
  public List<LackingApprovalsResponse> getLacking() {
    return lacking;
  }

  public ApprovalDemandResponse lacking(List<LackingApprovalsResponse> lacking) {
    this.lacking = lacking;
    return this;
  }

  /** Whose approval does not count, and why. */
  public List<ExcludedActorResponse> getExcluded() {
    return excluded;
  }

  public ApprovalDemandResponse excluded(List<ExcludedActorResponse> excluded) {
    this.excluded = excluded;
    return this;
  }
}
