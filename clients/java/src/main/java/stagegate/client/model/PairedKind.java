// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** Form of paired evidence. */
public enum PairedKind {
  @JsonProperty("clusterDiff")
  CLUSTER_DIFF,
  @JsonProperty("weightedDiff")
  WEIGHTED_DIFF,
  @JsonProperty("binary8")
  BINARY8,
  @JsonProperty("aucPair")
  AUC_PAIR,
  @JsonProperty("meanDiff")
  MEAN_DIFF,
  @JsonProperty("replicates")
  REPLICATES
}
