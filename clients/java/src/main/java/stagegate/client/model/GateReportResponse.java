// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GateReportResponse */
public final class GateReportResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("challenger")
  private Integer challenger;

  @JsonProperty("incumbent")
  private Integer incumbent;

  @JsonProperty("toStage")
  private GatedStage toStage;

  @JsonProperty("verdict")
  private Verdict verdict;

  @JsonProperty("policyRevision")
  private Integer policyRevision;

  @JsonProperty("policyDigest")
  private String policyDigest;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("model")
  private String model;

  @JsonProperty("challengerArtifactDigest")
  private String challengerArtifactDigest;

  @JsonProperty("incumbentArtifactDigest")
  private String incumbentArtifactDigest;

  @JsonProperty("gated")
  private Boolean gated;

  @JsonProperty("firstPromotion")
  private Boolean firstPromotion;

  @JsonProperty("message")
  private String message;

  @JsonProperty("judgedAt")
  private OffsetDateTime judgedAt;

  @JsonProperty("blockers")
  private List<GateBlockerResponse> blockers;

  @JsonProperty("warnings")
  private List<GateWarningResponse> warnings;

  @JsonProperty("rules")
  private List<GateRuleResponse> rules;

  @JsonProperty("evidenceUsed")
  private List<EvidenceUsedResponse> evidenceUsed;

  @JsonProperty("waived")
  private Boolean waived;

  @JsonProperty("reEvaluations")
  private List<ReEvaluationResponse> reEvaluations;

  /** Identifier of the stored report; null for a check, which stores nothing. */
  public UUID getId() {
    return id;
  }

  public GateReportResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The version that was judged. */
  public Integer getChallenger() {
    return challenger;
  }

  public GateReportResponse challenger(Integer challenger) {
    this.challenger = challenger;
    return this;
  }

  /** The Production version it was compared with; null when there was none. */
  public Integer getIncumbent() {
    return incumbent;
  }

  public GateReportResponse incumbent(Integer incumbent) {
    this.incumbent = incumbent;
    return this;
  }

  /** The stage whose gates judged. */
  public GatedStage getToStage() {
    return toStage;
  }

  public GateReportResponse toStage(GatedStage toStage) {
    this.toStage = toStage;
    return this;
  }

  /** PASS, FAIL, ERROR or INCONCLUSIVE; only PASS lets a version through, or INCONCLUSIVE where `waived` is true. */
  public Verdict getVerdict() {
    return verdict;
  }

  public GateReportResponse verdict(Verdict verdict) {
    this.verdict = verdict;
    return this;
  }

  /** Revision of the policy; null for the built-in one. */
  public Integer getPolicyRevision() {
    return policyRevision;
  }

  public GateReportResponse policyRevision(Integer policyRevision) {
    this.policyRevision = policyRevision;
    return this;
  }

  /** Digest of the policy. */
  public String getPolicyDigest() {
    return policyDigest;
  }

  public GateReportResponse policyDigest(String policyDigest) {
    this.policyDigest = policyDigest;
    return this;
  }

  /** Digest over all that was judged; the same inputs give the same digest. */
  public String getDigest() {
    return digest;
  }

  public GateReportResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public GateReportResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Digest of the challenger's artifact. */
  public String getChallengerArtifactDigest() {
    return challengerArtifactDigest;
  }

  public GateReportResponse challengerArtifactDigest(String challengerArtifactDigest) {
    this.challengerArtifactDigest = challengerArtifactDigest;
    return this;
  }

  /** Digest of the incumbent's artifact. */
  public String getIncumbentArtifactDigest() {
    return incumbentArtifactDigest;
  }

  public GateReportResponse incumbentArtifactDigest(String incumbentArtifactDigest) {
    this.incumbentArtifactDigest = incumbentArtifactDigest;
    return this;
  }

  /** False when nothing was demanded, so that the verdict says nothing of quality. */
  public Boolean getGated() {
    return gated;
  }

  public GateReportResponse gated(Boolean gated) {
    this.gated = gated;
    return this;
  }

  /** Whether there was no incumbent, so that comparing rules were skipped. */
  public Boolean getFirstPromotion() {
    return firstPromotion;
  }

  public GateReportResponse firstPromotion(Boolean firstPromotion) {
    this.firstPromotion = firstPromotion;
    return this;
  }

  /** The verdict in a sentence. */
  public String getMessage() {
    return message;
  }

  public GateReportResponse message(String message) {
    this.message = message;
    return this;
  }

  /** When it was judged. */
  public OffsetDateTime getJudgedAt() {
    return judgedAt;
  }

  public GateReportResponse judgedAt(OffsetDateTime judgedAt) {
    this.judgedAt = judgedAt;
    return this;
  }

  /** What stands in the way besides rules. */
  public List<GateBlockerResponse> getBlockers() {
    return blockers;
  }

  public GateReportResponse blockers(List<GateBlockerResponse> blockers) {
    this.blockers = blockers;
    return this;
  }

  /** What was noticed and does not block. */
  public List<GateWarningResponse> getWarnings() {
    return warnings;
  }

  public GateReportResponse warnings(List<GateWarningResponse> warnings) {
    this.warnings = warnings;
    return this;
  }

  /** Every rule's outcome, worst first. */
  public List<GateRuleResponse> getRules() {
    return rules;
  }

  public GateReportResponse rules(List<GateRuleResponse> rules) {
    this.rules = rules;
    return this;
  }

  /** The evaluations the judgement rests on. */
  public List<EvidenceUsedResponse> getEvidenceUsed() {
    return evidenceUsed;
  }

  public GateReportResponse evidenceUsed(List<EvidenceUsedResponse> evidenceUsed) {
    this.evidenceUsed = evidenceUsed;
    return this;
  }

  /** Whether nothing stands in the way but rules that are waived, so that an inconclusive verdict lets the version through; absent where nobody waives any. */
  public Boolean getWaived() {
    return waived;
  }

  public GateReportResponse waived(Boolean waived) {
    this.waived = waived;
    return this;
  }

  /** Evidence that was lacking and that kept predictions can give, or that is still being measured; absent when there is none. */
  public List<ReEvaluationResponse> getReEvaluations() {
    return reEvaluations;
  }

  public GateReportResponse reEvaluations(List<ReEvaluationResponse> reEvaluations) {
    this.reEvaluations = reEvaluations;
    return this;
  }
}
