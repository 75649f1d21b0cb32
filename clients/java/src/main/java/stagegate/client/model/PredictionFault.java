// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** Why a prediction job failed. */
public enum PredictionFault {
  @JsonProperty("DIGEST_MISMATCH")
  DIGEST_MISMATCH,
  @JsonProperty("SOURCE_UNREADABLE")
  SOURCE_UNREADABLE,
  @JsonProperty("EMPTY_FILE")
  EMPTY_FILE,
  @JsonProperty("MALFORMED_FILE")
  MALFORMED_FILE,
  @JsonProperty("UNPACKED_TOO_LARGE")
  UNPACKED_TOO_LARGE,
  @JsonProperty("TOO_MANY_ROWS")
  TOO_MANY_ROWS,
  @JsonProperty("TOO_MANY_COLUMNS")
  TOO_MANY_COLUMNS,
  @JsonProperty("TOO_MANY_SLICES")
  TOO_MANY_SLICES,
  @JsonProperty("UNKNOWN_COLUMN")
  UNKNOWN_COLUMN,
  @JsonProperty("WRONG_COLUMN_TYPE")
  WRONG_COLUMN_TYPE,
  @JsonProperty("DUPLICATE_COLUMN")
  DUPLICATE_COLUMN,
  @JsonProperty("MISSING_ROW_ID")
  MISSING_ROW_ID,
  @JsonProperty("INVALID_ROW_ID")
  INVALID_ROW_ID,
  @JsonProperty("DUPLICATE_ROW_ID")
  DUPLICATE_ROW_ID,
  @JsonProperty("INVALID_LABEL")
  INVALID_LABEL,
  @JsonProperty("INVALID_PREDICTION")
  INVALID_PREDICTION,
  @JsonProperty("VALUE_OUT_OF_RANGE")
  VALUE_OUT_OF_RANGE,
  @JsonProperty("INVALID_SCORE")
  INVALID_SCORE,
  @JsonProperty("SCORE_OUT_OF_RANGE")
  SCORE_OUT_OF_RANGE,
  @JsonProperty("INVALID_WEIGHT")
  INVALID_WEIGHT,
  @JsonProperty("MISSING_UNIT")
  MISSING_UNIT,
  @JsonProperty("INVALID_UNIT")
  INVALID_UNIT,
  @JsonProperty("INVALID_LATENCY")
  INVALID_LATENCY,
  @JsonProperty("INVALID_PROBABILITY")
  INVALID_PROBABILITY,
  @JsonProperty("INVALID_SLICE_VALUE")
  INVALID_SLICE_VALUE,
  @JsonProperty("SLICE_VARIES_WITHIN_UNIT")
  SLICE_VARIES_WITHIN_UNIT,
  @JsonProperty("ROW_SET_MISMATCH")
  ROW_SET_MISMATCH,
  @JsonProperty("EXAMPLES_DIFFER")
  EXAMPLES_DIFFER,
  @JsonProperty("COMPARISON_IMPOSSIBLE")
  COMPARISON_IMPOSSIBLE,
  @JsonProperty("LABEL_MISMATCH")
  LABEL_MISMATCH,
  @JsonProperty("OUT_OF_MEMORY")
  OUT_OF_MEMORY,
  @JsonProperty("TIME_LIMIT")
  TIME_LIMIT,
  @JsonProperty("ENGINE_CRASHED")
  ENGINE_CRASHED,
  @JsonProperty("SERVICE_ENDED")
  SERVICE_ENDED,
  @JsonProperty("ENGINE_UNAVAILABLE")
  ENGINE_UNAVAILABLE,
  @JsonProperty("SPOOL_UNREACHABLE")
  SPOOL_UNREACHABLE,
  @JsonProperty("TARGET_GONE")
  TARGET_GONE,
  @JsonProperty("INTERNAL_ERROR")
  INTERNAL_ERROR
}
