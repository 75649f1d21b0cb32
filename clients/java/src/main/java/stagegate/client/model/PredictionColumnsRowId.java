// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** Column with the id of each row, alike in every version's file, or a list of columns that are it together; without one nothing can be paired. `#1` is the first column, whatever its name. */
public final class PredictionColumnsRowId extends Value {
}
