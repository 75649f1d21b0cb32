// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PredictionJobError */
public final class PredictionJobError extends Value {
  @JsonProperty("code")
  private PredictionFault code;

  @JsonProperty("line")
  private Long line;

  @JsonProperty("detail")
  private String detail;

  @JsonProperty("column")
  private String column;

  /** Stable name of the reason; programs branch on it. */
  public PredictionFault getCode() {
    return code;
  }

  public PredictionJobError code(PredictionFault code) {
    this.code = code;
    return this;
  }

  /** Line of the file at fault, counted from 1 with its header; of a Parquet file the row, of zstd text the record. */
  public Long getLine() {
    return line;
  }

  public PredictionJobError line(Long line) {
    this.line = line;
    return this;
  }

  /** What is wrong, for people. */
  public String getDetail() {
    return detail;
  }

  public PredictionJobError detail(String detail) {
    this.detail = detail;
    return this;
  }

  /** Column at fault. */
  public String getColumn() {
    return column;
  }

  public PredictionJobError column(String column) {
    this.column = column;
    return this;
  }
}
