package stagegate.client;

import java.util.List;
import java.util.Optional;
import stagegate.client.model.ProblemErrorResponse;
import stagegate.client.model.TransitionProblemResponse;
import stagegate.client.model.TransitionResponse;

/**
 * An answer of 400 or above (RFC 9457), or one that is none of the service. Programs branch on {@link #code()}; /docs/problems
 * of the service lists all codes.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient TransitionProblemResponse document;

  ProblemException(int status, TransitionProblemResponse document) {
    super(status + " " + document.getCode() + ": " + document.getDetail() + faults(document));
    this.status = status;
    this.document = document;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** GATES_REFUSED, MODEL_NOT_FOUND and so on; UNREADABLE for an answer that is none of the service. */
  public String code() {
    return document.getCode();
  }

  /** The same sentence for every problem of the code. */
  public String title() {
    return document.getTitle();
  }

  /** What happened this time and what to do about it. */
  public String detail() {
    return document.getDetail();
  }

  /** The faults of the request, each with a JSON Pointer. */
  public List<ProblemErrorResponse> errors() {
    return document.getErrors() == null ? List.of() : document.getErrors();
  }

  /** Names the request in the service's log and in the audit record. */
  public String requestId() {
    return document.getRequestId();
  }

  /** The recorded transition, where there is one. */
  public Optional<TransitionResponse> transition() {
    return Optional.ofNullable(document.getTransition());
  }

  private static String faults(TransitionProblemResponse document) {
    var text = new StringBuilder();
    if (document.getErrors() != null)
      for (var fault : document.getErrors())
        text.append("; ").append(fault.getPointer()).append(": ").append(fault.getDetail());
    return text.toString();
  }
}
