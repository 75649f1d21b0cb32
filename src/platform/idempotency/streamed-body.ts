/** A body that its route reads as a stream; what was sent is known once it was read. */
export abstract class StreamedBody {
  /** What was sent as a JSON value, the same however it was framed; reads the body to its end. */
  abstract content(): Promise<unknown>;
}
