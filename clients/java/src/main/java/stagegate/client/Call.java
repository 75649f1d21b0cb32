package stagegate.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

/** One request, as the generated operations describe it; parameters that are null are left out. */
public final class Call {
  private static final Set<String> NO_SEGMENTS = Set.of("", ".", "..");

  final String method;
  final Map<String, String> headers = new LinkedHashMap<>();
  Object body;
  /** Whether who asks reads the answer as it comes. */
  boolean isStreamed;
  private String path;
  private final StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");

  public Call(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** Puts a parameter into the path; throws IllegalArgumentException for what makes it the path of another resource. */
  public Call path(String name, Object value) {
    Objects.requireNonNull(value, name);
    var segment = encoded(value);
    if (NO_SEGMENTS.contains(segment))
      throw new IllegalArgumentException("'" + segment + "' is no " + name + ": it would change the path of the request");
    path = path.replace("{" + name + "}", segment);
    return this;
  }

  public Call query(String name, Object value) {
    if (value instanceof Collection<?> several) several.forEach(one -> query(name, one));
    else if (value != null) query.add(name + "=" + encoded(value));
    return this;
  }

  public Call header(String name, Object value) {
    if (value != null) headers.put(name, value.toString());
    return this;
  }

  public Call body(Object value) {
    body = value;
    return this;
  }

  String pathAndQuery() {
    return path + query;
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(Json.MAPPER.valueToTree(value).asText(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
