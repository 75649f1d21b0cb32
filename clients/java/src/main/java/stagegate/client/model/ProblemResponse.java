// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ProblemResponse */
public final class ProblemResponse extends Value {
  @JsonProperty("type")
  private String type;

  @JsonProperty("title")
  private String title;

  @JsonProperty("status")
  private Double status;

  @JsonProperty("detail")
  private String detail;

  @JsonProperty("instance")
  private String instance;

  @JsonProperty("code")
  private String code;

  @JsonProperty("errors")
  private List<ProblemErrorResponse> errors;

  @JsonProperty("requestId")
  private String requestId;

  /** Where this kind of problem is explained. */
  public String getType() {
    return type;
  }

  public ProblemResponse type(String type) {
    this.type = type;
    return this;
  }

  /** The same short sentence for every problem of this code. */
  public String getTitle() {
    return title;
  }

  public ProblemResponse title(String title) {
    this.title = title;
    return this;
  }

  /** The HTTP status, repeated. */
  public Double getStatus() {
    return status;
  }

  public ProblemResponse status(Double status) {
    this.status = status;
    return this;
  }

  /** What happened this time and what to do about it. */
  public String getDetail() {
    return detail;
  }

  public ProblemResponse detail(String detail) {
    this.detail = detail;
    return this;
  }

  /** The path that was asked for. */
  public String getInstance() {
    return instance;
  }

  public ProblemResponse instance(String instance) {
    this.instance = instance;
    return this;
  }

  /** Stable name of the problem; programs branch on it. */
  public String getCode() {
    return code;
  }

  public ProblemResponse code(String code) {
    this.code = code;
    return this;
  }

  /** Every fault of the request that was found. */
  public List<ProblemErrorResponse> getErrors() {
    return errors;
  }

  public ProblemResponse errors(List<ProblemErrorResponse> errors) {
    this.errors = errors;
    return this;
  }

  /** Names the request in the service's log and in the audit record. */
  public String getRequestId() {
    return requestId;
  }

  public ProblemResponse requestId(String requestId) {
    this.requestId = requestId;
    return this;
  }
}
