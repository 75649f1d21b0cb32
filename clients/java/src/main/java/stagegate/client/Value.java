package stagegate.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What goes over the wire: equal when its JSON is, and printed as JSON. */
public abstract class Value {
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
    return json().toString();
  }
}
