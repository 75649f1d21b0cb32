// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** VersionCurvesResponse */
public final class VersionCurvesResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("kind")
  private CurveKind kind;

  @JsonProperty("slice")
  private Map<String, Object> slice;

  @JsonProperty("evaluationId")
  private UUID evaluationId;

  @JsonProperty("rows")
  private Long rows;

  @JsonProperty("model")
  private String model;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("points")
  private List<CurvePointResponse> points;

  /** The version. */
  public Integer getVersion() {
    return version;
  }

  public VersionCurvesResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Which curve. */
  public CurveKind getKind() {
    return kind;
  }

  public VersionCurvesResponse kind(CurveKind kind) {
    this.kind = kind;
    return this;
  }

  /** The slice; `{}` is the whole. */
  public Map<String, Object> getSlice() {
    return slice;
  }

  public VersionCurvesResponse slice(Map<String, Object> slice) {
    this.slice = slice;
    return this;
  }

  /** Id of the evaluation that the same predictions gave. */
  public UUID getEvaluationId() {
    return evaluationId;
  }

  public VersionCurvesResponse evaluationId(UUID evaluationId) {
    this.evaluationId = evaluationId;
    return this;
  }

  /** Rows that the curve is drawn from. */
  public Long getRows() {
    return rows;
  }

  public VersionCurvesResponse rows(Long rows) {
    this.rows = rows;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public VersionCurvesResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The data that was predicted. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public VersionCurvesResponse dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** At most 200 points from left to right; none where no row is in the slice, or a ROC curve has one class alone. */
  public List<CurvePointResponse> getPoints() {
    return points;
  }

  public VersionCurvesResponse points(List<CurvePointResponse> points) {
    this.points = points;
    return this;
  }
}
