import { type Client, type Json } from './client.js';

/** Somebody who listens to the stream of events. */
export class Listening {
  readonly events: Json[] = [];
  hasEnded = false;
  failure: unknown;

  private constructor(
    readonly headers: Headers,
    private readonly leaving: AbortController,
  ) {}

  static async to(
    { url }: { url: string },
    { token }: Client,
    query: string,
    headers: Record<string, string> = {},
  ): Promise<Listening> {
    const leaving = new AbortController();
    const response = await fetch(`${url}/api/v1/events/stream?${query}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
      signal: leaving.signal,
    });
    if (response.status !== 200) throw new Error(`The stream answered ${response.status}: ${await response.text()}`);
    const listening = new Listening(response.headers, leaving);
    void listening.hear(response.body!);
    return listening;
  }

  close(): void {
    this.leaving.abort();
  }

  private async hear(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of body) {
        const frames = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = frames.pop()!;
        for (const frame of frames) this.take(frame);
      }
    } catch (error) {
      if (!this.leaving.signal.aborted) this.failure = error;
    }
    this.hasEnded = true;
  }

  private take(frame: string): void {
    const data = /^data: (.*)$/m.exec(frame)?.[1];
    if (data !== undefined) this.events.push(JSON.parse(data));
  }
}
