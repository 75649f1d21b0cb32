package stagegate.client;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stagegate.client.api.OperationsApi;
import stagegate.client.model.CheckGatesRequest;
import stagegate.client.model.SubmitPredictionsRequest;

/** No parameter of a path makes a request one for another resource. */
class PathSegmentsTest {
  private static final List<String> NO_SEGMENTS = List.of("", ".", "..");
  private final Stagegate registry = new Stagegate("http://127.0.0.1:9", "secret");

  @Test
  void noParameterOfAnOperationLeadsElsewhere() throws IOException {
    for (var operation : pathParameters().entrySet()) {
      var methods = Stream.of(OperationsApi.class.getMethods()).filter(method -> method.getName().equals(operation.getKey())).toList();
      assertTrue(!methods.isEmpty(), operation.getKey());
      for (var method : methods)
        for (int at = 0; at < operation.getValue(); at += 1)
          if (method.getParameterTypes()[at] == String.class)
            for (var value : NO_SEGMENTS) assertRefused(method, operation.getValue(), at, value);
    }
  }

  @Test
  void helpersAreHeldToItToo() {
    for (var model : NO_SEGMENTS) {
      var file = Path.of("rows.csv");
      assertThrows(
          IllegalArgumentException.class,
          () -> registry.uploadPredictions(model, 1, new SubmitPredictionsRequest(), file));
      assertThrows(IllegalArgumentException.class, () -> registry.checkGatesMarkdown(model, 1, new CheckGatesRequest()));
    }
  }

  /** How many of the first parameters of an operation are of its path. */
  private static Map<String, Integer> pathParameters() throws IOException {
    var document = Json.MAPPER.readTree(Files.readString(Path.of("../../openapi/openapi.json")));
    var counts = new HashMap<String, Integer>();
    for (var path : document.get("paths").properties())
      if (path.getKey().startsWith("/api/v1/"))
        for (var operation : path.getValue()) counts.put(operation.get("operationId").asText(), countOf(operation));
    return counts;
  }

  private static int countOf(JsonNode operation) {
    int count = 0;
    for (var parameter : operation.path("parameters")) if (parameter.get("in").asText().equals("path")) count += 1;
    return count;
  }

  private void assertRefused(Method method, int places, int at, String value) {
    var arguments = new Object[method.getParameterCount()];
    for (int place = 0; place < places; place += 1) arguments[place] = plain(method.getParameterTypes()[place]);
    arguments[at] = value;
    var thrown = assertThrows(InvocationTargetException.class, () -> method.invoke(registry, arguments));
    assertInstanceOf(IllegalArgumentException.class, thrown.getCause(), method.getName());
  }

  private static Object plain(Class<?> type) {
    if (type == String.class) return "a";
    if (type == Integer.class) return 1;
    return type == UUID.class ? new UUID(0, 0) : type.getEnumConstants()[0];
  }
}
