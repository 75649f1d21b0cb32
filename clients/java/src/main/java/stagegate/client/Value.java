package stagegate.client;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What goes over the wire: equal when its JSON is, and printed as JSON without its secrets. */
public abstract class Value {
  @JsonIgnore private Set<String> sentNulls = Set.of();

  /** Where null says something else than absence, a field that was set to null is sent. */
  protected void sendNull(String field, boolean isSent) {
    sentNulls = new TreeSet<>(sentNulls);
    if (isSent) sentNulls.add(field);
    else sentNulls.remove(field);
  }

  @JsonAnyGetter
  private Map<String, Object> nulls() {
    var nulls = new TreeMap<String, Object>();
    for (var field : sentNulls) nulls.put(field, null);
    return nulls;
  }

  private JsonNode json() {
    return Json.MAPPER.valueToTree(this);
  }

  @Override
  public boolean equals(Object other) {
    return other != null && other.getClass() == getClass() && json().equals(((Value) other).json());
  }

  @Override
  public int hashCode() {
    return json().hashCode();
  }

  @Override
  public String toString() {
    return Json.SHOWN.valueToTree(this).toString();
  }
}
