package stagegate.client;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Which requests are sent again, and when; {@code most} bounds the repetitions, {@code longestWait} each wait before one. */
public record Retries(int most, Duration longestWait) {
  public static final Retries NONE = new Retries(0, Duration.ZERO);
  public static final Retries DEFAULT = new Retries(3, Duration.ofSeconds(30));

  /** Reading has no effect, and a POST carries its idempotency key; the others could undo what was done in between. */
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "POST");

  /** How long to wait after a broken connection; empty to give up. */
  Optional<Duration> afterFault(String method, int attempt) {
    if (attempt >= most || !REPEATABLE.contains(method)) return Optional.empty();
    var wait = backOff(attempt);
    return Optional.of(wait.compareTo(longestWait) < 0 ? wait : longestWait);
  }

  /** How long to wait after an answer; empty to take it. */
  Optional<Duration> afterAnswer(String method, HttpResponse<?> answer, int attempt) {
    var asked = answer.headers().firstValue("Retry-After").flatMap(Retries::parsed);
    var worthIt =
        switch (answer.statusCode()) {
          case 429 -> true; // nothing was done
          case 409 -> asked.isPresent(); // the first request with this key is still under way
          case 502, 503, 504 -> REPEATABLE.contains(method);
          default -> false;
        };
    var wait = asked.orElseGet(() -> backOff(attempt));
    return worthIt && attempt < most && wait.compareTo(longestWait) <= 0 ? Optional.of(wait) : Optional.empty();
  }

  private static Duration backOff(int attempt) {
    return Duration.ofMillis((long) ((200L << attempt) * ThreadLocalRandom.current().nextDouble(0.5, 1)));
  }

  /** The header in both of its forms, seconds and a date. */
  private static Optional<Duration> parsed(String header) {
    if (header.matches("\\d{1,9}")) return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
    try {
      var wait = Duration.between(ZonedDateTime.now(), ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
