package stagegate.client;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The items of a list as a stream that asks for the next page when it gets there:
 *
 * <pre>Pages.stream(cursor -> registry.listTokens(200, cursor, null, null, null), TokenPage::getItems, TokenPage::getNextCursor)</pre>
 */
public final class Pages {
  private Pages() {}

  /** {@code fetch} answers the page of a cursor, null for the first; {@code next} its cursor of the next page, null on the last. */
  public static <P, T> Stream<T> stream(Function<String, P> fetch, Function<P, List<T>> items, Function<P, String> next) {
    return Stream.<Page<P>>iterate(
            new Page<>(() -> fetch.apply(null)), page -> page != null, page -> page.after(fetch, next))
        .flatMap(page -> items.apply(page.get()).stream());
  }

  /** A page that is fetched when it is looked at, so that a stream that ends early asks for no more. */
  private static final class Page<P> {
    private final Supplier<P> source;
    private P page;

    Page(Supplier<P> source) {
      this.source = source;
    }

    P get() {
      if (page == null) page = source.get();
      return page;
    }

    Page<P> after(Function<String, P> fetch, Function<P, String> next) {
      var cursor = next.apply(get());
      return cursor == null ? null : new Page<>(() -> fetch.apply(cursor));
    }
  }
}
