package stagegate.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;

/** Newline-delimited JSON that is read as it comes. */
final class Lines {
  private Lines() {}

  /** The values of the lines; closing the stream ends the connection. */
  static <T> Stream<T> of(InputStream body, Function<String, T> read) {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)).lines().map(read).onClose(() -> close(body));
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
