// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ModelCardResponse */
public final class ModelCardResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("stage")
  private Stage stage;

  @JsonProperty("model")
  private String model;

  @JsonProperty("quarantineReason")
  private String quarantineReason;

  @JsonProperty("purpose")
  private CardPurposeResponse purpose;

  @JsonProperty("lineage")
  private CardLineageResponse lineage;

  @JsonProperty("evaluations")
  private List<CardEvaluationResponse> evaluations;

  @JsonProperty("decisions")
  private List<CardDecisionResponse> decisions;

  @JsonProperty("waivers")
  private List<CardWaiverResponse> waivers;

  @JsonProperty("tenures")
  private List<ProductionTenureResponse> tenures;

  @JsonProperty("attestation")
  private CardAttestationResponse attestation;

  /** The version. */
  public Integer getVersion() {
    return version;
  }

  public ModelCardResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Where it stands. */
  public Stage getStage() {
    return stage;
  }

  public ModelCardResponse stage(Stage stage) {
    this.stage = stage;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public ModelCardResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Why it is quarantined; null when it is not. */
  public String getQuarantineReason() {
    return quarantineReason;
  }

  public ModelCardResponse quarantineReason(String quarantineReason) {
    this.quarantineReason = quarantineReason;
    return this;
  }

  /** What it is for, and its limits. */
  public CardPurposeResponse getPurpose() {
    return purpose;
  }

  public ModelCardResponse purpose(CardPurposeResponse purpose) {
    this.purpose = purpose;
    return this;
  }

  /** Where it comes from. */
  public CardLineageResponse getLineage() {
    return lineage;
  }

  public ModelCardResponse lineage(CardLineageResponse lineage) {
    this.lineage = lineage;
    return this;
  }

  /** What it measured: the newest evaluation on each dataset, at most ten, the newest first. */
  public List<CardEvaluationResponse> getEvaluations() {
    return evaluations;
  }

  public ModelCardResponse evaluations(List<CardEvaluationResponse> evaluations) {
    this.evaluations = evaluations;
    return this;
  }

  /** The newest twenty changes of stage that were asked for, newest first. */
  public List<CardDecisionResponse> getDecisions() {
    return decisions;
  }

  public ModelCardResponse decisions(List<CardDecisionResponse> decisions) {
    this.decisions = decisions;
    return this;
  }

  /** Waivers of its inconclusive rules, the newest first, at most 20. */
  public List<CardWaiverResponse> getWaivers() {
    return waivers;
  }

  public ModelCardResponse waivers(List<CardWaiverResponse> waivers) {
    this.waivers = waivers;
    return this;
  }

  /** Its newest twenty tenures of Production, newest first. */
  public List<ProductionTenureResponse> getTenures() {
    return tenures;
  }

  public ModelCardResponse tenures(List<ProductionTenureResponse> tenures) {
    this.tenures = tenures;
    return this;
  }

  /** What the last promotion to Production can be checked by; null when there was none. */
  public CardAttestationResponse getAttestation() {
    return attestation;
  }

  public ModelCardResponse attestation(CardAttestationResponse attestation) {
    this.attestation = attestation;
    return this;
  }
}
