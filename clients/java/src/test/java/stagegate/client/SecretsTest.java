package stagegate.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the API document marks as a secret is read and sent, and told by no text of a value. */
class SecretsTest {
  @Test
  void noValueTellsASecret() throws IOException, ClassNotFoundException {
    var found = 0;
    for (var schema : Json.MAPPER.readTree(Files.readString(Path.of("../../openapi/openapi.json"))).at("/components/schemas").properties())
      for (var property : schema.getValue().path("properties").properties()) {
        if (!property.getValue().path("x-secret").asBoolean()) continue;
        found += 1;
        var type = Class.forName("stagegate.client.model." + schema.getKey()).asSubclass(Value.class);
        var told = Json.MAPPER.convertValue(Map.of(property.getKey(), "told"), type);
        assertFalse(told.toString().contains("told"), told.toString());
        assertFalse(Map.of("inside", told).toString().contains("told"));
        assertEquals("told", Json.MAPPER.readTree(Json.write(told)).get(property.getKey()).asText());
      }
    assertFalse(found == 0);
  }
}
