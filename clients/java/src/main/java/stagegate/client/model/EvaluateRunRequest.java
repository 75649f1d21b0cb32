// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EvaluateRunRequest */
public final class EvaluateRunRequest extends Value {
  @JsonProperty("environment")
  private String environment;

  @JsonProperty("labelDefinition")
  private String labelDefinition;

  @JsonProperty("sliceDefinition")
  private String sliceDefinition;

  @JsonProperty("runId")
  private String runId;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("runDataset")
  private String runDataset;

  @JsonProperty("split")
  private String split;

  @JsonProperty("metrics")
  private List<String> metrics;

  @JsonProperty("prefix")
  private String prefix;

  /** Class of machine that operational metrics such as latency were taken on. */
  public String getEnvironment() {
    return environment;
  }

  public EvaluateRunRequest environment(String environment) {
    this.environment = environment;
    return this;
  }

  /** Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not compared unless the policy says so. */
  public String getLabelDefinition() {
    return labelDefinition;
  }

  public EvaluateRunRequest labelDefinition(String labelDefinition) {
    this.labelDefinition = labelDefinition;
    return this;
  }

  /** Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not compared unless the policy says so. */
  public String getSliceDefinition() {
    return sliceDefinition;
  }

  public EvaluateRunRequest sliceDefinition(String sliceDefinition) {
    this.sliceDefinition = sliceDefinition;
    return this;
  }

  /** The run of the tracking server whose metrics are taken; unless given the version's own, or that of its logged model. */
  public String getRunId() {
    return runId;
  }

  public EvaluateRunRequest runId(String runId) {
    this.runId = runId;
    return this;
  }

  /** The data that the metrics were measured on; unless given the one dataset of the run that is not of its training, with MLflow's digest as its version. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public EvaluateRunRequest dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** Name of the dataset in MLflow whose metrics are taken, where the model was measured on several; the name of `dataset` unless given. */
  public String getRunDataset() {
    return runDataset;
  }

  public EvaluateRunRequest runDataset(String runDataset) {
    this.runDataset = runDataset;
    return this;
  }

  /** Part of the dataset, such as test. */
  public String getSplit() {
    return split;
  }

  public EvaluateRunRequest split(String split) {
    this.split = split;
    return this;
  }

  /** Names of the metrics to take, as MLflow has them; all unless given. */
  public List<String> getMetrics() {
    return metrics;
  }

  public EvaluateRunRequest metrics(List<String> metrics) {
    this.metrics = metrics;
    return this;
  }

  /** Take only metrics whose name begins with this, such as `test_`, and leave it off. */
  public String getPrefix() {
    return prefix;
  }

  public EvaluateRunRequest prefix(String prefix) {
    this.prefix = prefix;
    return this;
  }
}
