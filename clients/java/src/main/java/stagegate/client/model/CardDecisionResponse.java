// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardDecisionResponse */
public final class CardDecisionResponse extends Value {
  @JsonProperty("transitionId")
  private UUID transitionId;

  @JsonProperty("kind")
  private TransitionKind kind;

  @JsonProperty("toStage")
  private Stage toStage;

  @JsonProperty("status")
  private TransitionStatus status;

  @JsonProperty("verdict")
  private Verdict verdict;

  @JsonProperty("requestedBy")
  private String requestedBy;

  @JsonProperty("requestedAt")
  private OffsetDateTime requestedAt;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("message")
  private String message;

  @JsonProperty("approvals")
  private List<CardApprovalResponse> approvals;

  /** Id of the transition. */
  public UUID getTransitionId() {
    return transitionId;
  }

  public CardDecisionResponse transitionId(UUID transitionId) {
    this.transitionId = transitionId;
    return this;
  }

  /** Kind of the move. */
  public TransitionKind getKind() {
    return kind;
  }

  public CardDecisionResponse kind(TransitionKind kind) {
    this.kind = kind;
    return this;
  }

  /** The stage it led to. */
  public Stage getToStage() {
    return toStage;
  }

  public CardDecisionResponse toStage(Stage toStage) {
    this.toStage = toStage;
    return this;
  }

  /** What became of it. */
  public TransitionStatus getStatus() {
    return status;
  }

  public CardDecisionResponse status(TransitionStatus status) {
    this.status = status;
    return this;
  }

  /** What the gates said; null for a move that no gate judges. */
  public Verdict getVerdict() {
    return verdict;
  }

  public CardDecisionResponse verdict(Verdict verdict) {
    this.verdict = verdict;
    return this;
  }

  /** Who asked for it. */
  public String getRequestedBy() {
    return requestedBy;
  }

  public CardDecisionResponse requestedBy(String requestedBy) {
    this.requestedBy = requestedBy;
    return this;
  }

  /** When it was asked for. */
  public OffsetDateTime getRequestedAt() {
    return requestedAt;
  }

  public CardDecisionResponse requestedAt(OffsetDateTime requestedAt) {
    this.requestedAt = requestedAt;
    return this;
  }

  /** Why, in the words of who asked. */
  public String getReason() {
    return reason;
  }

  public CardDecisionResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** The same in a sentence. */
  public String getMessage() {
    return message;
  }

  public CardDecisionResponse message(String message) {
    this.message = message;
    return this;
  }

  /** The decisions on it that count, or counted when it was settled. */
  public List<CardApprovalResponse> getApprovals() {
    return approvals;
  }

  public CardDecisionResponse approvals(List<CardApprovalResponse> approvals) {
    this.approvals = approvals;
    return this;
  }
}
