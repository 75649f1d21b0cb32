// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ComparisonResponse */
public final class ComparisonResponse extends Value {
  @JsonProperty("challenger")
  private Integer challenger;

  @JsonProperty("incumbent")
  private Integer incumbent;

  @JsonProperty("gateReportId")
  private UUID gateReportId;

  @JsonProperty("model")
  private String model;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("evaluations")
  private ComparedEvaluationsResponse evaluations;

  @JsonProperty("datasets")
  private List<EvaluationDataset> datasets;

  @JsonProperty("rows")
  private List<ComparisonRowResponse> rows;

  @JsonProperty("pooled")
  private List<PooledRowResponse> pooled;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The version compared. */
  public Integer getChallenger() {
    return challenger;
  }

  public ComparisonResponse challenger(Integer challenger) {
    this.challenger = challenger;
    return this;
  }

  /** The version it is compared with. */
  public Integer getIncumbent() {
    return incumbent;
  }

  public ComparisonResponse incumbent(Integer incumbent) {
    this.incumbent = incumbent;
    return this;
  }

  /** The gate report whose verdicts stand beside the rows; null when none is looked at. */
  public UUID getGateReportId() {
    return gateReportId;
  }

  public ComparisonResponse gateReportId(UUID gateReportId) {
    this.gateReportId = gateReportId;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public ComparisonResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The data both were measured on. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public ComparisonResponse dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** Ids of the two evaluations. */
  public ComparedEvaluationsResponse getEvaluations() {
    return evaluations;
  }

  public ComparisonResponse evaluations(ComparedEvaluationsResponse evaluations) {
    this.evaluations = evaluations;
    return this;
  }

  /** All data that both were measured on, this one included, that of the newest evaluation of the challenger first. */
  public List<EvaluationDataset> getDatasets() {
    return datasets;
  }

  public ComparisonResponse datasets(List<EvaluationDataset> datasets) {
    this.datasets = datasets;
    return this;
  }

  /** Metric by slice, worst first. */
  public List<ComparisonRowResponse> getRows() {
    return rows;
  }

  public ComparisonResponse rows(List<ComparisonRowResponse> rows) {
    this.rows = rows;
    return this;
  }

  /** Small slices that the report judged together, of the metric and the feature asked for. */
  public List<PooledRowResponse> getPooled() {
    return pooled;
  }

  public ComparisonResponse pooled(List<PooledRowResponse> pooled) {
    this.pooled = pooled;
    return this;
  }

  /** Cursor of the rows that follow; null on the last page. */
  public String getNextCursor() {
    return nextCursor;
  }

  public ComparisonResponse nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
