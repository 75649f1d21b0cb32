package stagegate.client;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import stagegate.client.model.EventPage;

/** Reads that are made again until they succeed, for whoever has nothing better to do than to wait. */
final class Persistence {
  /** Shorter than what proxies take for silence. */
  private static final Duration LONGEST_READ = Duration.ofSeconds(20);
  /** From one empty page to the next, where a service does not wait for events. */
  private static final Duration EMPTY_PAGE_INTERVAL = Duration.ofSeconds(1);

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
      Sender.pause(wait);
    }
  }

  /** The next page of events, however often it takes; an empty one that came at once is followed by a pause. */
  static EventPage nextEvents(Supplier<EventPage> read) {
    var began = System.nanoTime();
    var page = read(read);
    var rest = EMPTY_PAGE_INTERVAL.minusNanos(System.nanoTime() - began);
    if (page.getItems().isEmpty() && !rest.isNegative()) Sender.pause(rest);
    return page;
  }

  /** How long a read waits for an event; an answer that is awaited longer than the client has patience for would never come. */
  static int eventWaitSeconds(Duration patience) {
    var half = patience.dividedBy(2);
    return (int) (half.compareTo(LONGEST_READ) < 0 ? half : LONGEST_READ).toSeconds();
  }

  private static Duration longer(Duration wait) {
    var twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
  }
}
