package stagegate.client;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Reads that are made again until they succeed, for whoever has nothing better to do than to wait. */
final class Persistence {
  /** Shorter than the minute after which a request ends, and than what proxies take for silence. */
  static final int EVENT_WAIT_SECONDS = 20;

  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);

  private Persistence() {}

  /** What the read answers, however often it takes; thrown is only what waiting does not mend. */
  static <T> T read(Supplier<T> read) {
    for (var wait = FIRST_WAIT; ; wait = longer(wait)) {
      try {
        return read.get();
      } catch (ProblemException problem) {
        if (!AWAY.contains(problem.status())) throw problem;
      } catch (UncheckedIOException broken) {
        if (Thread.currentThread().isInterrupted()) throw broken;
      }
      Stagegate.pause(wait);
    }
  }

  private static Duration longer(Duration wait) {
    var twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
  }
}
