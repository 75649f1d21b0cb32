package stagegate.client;

/**
 * An answer of one of two types; the other one is null. {@code value} is what was asked for, {@code otherwise} what it came
 * to instead: writing an alias that goes with Production asks for a promotion.
 */
public record Either<A, B>(A value, B otherwise) {}
