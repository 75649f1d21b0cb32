import autocannon, { type Request } from 'autocannon';

export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
}

export interface Target {
  url: string;
  token?: string;
  connections: number;
}

/** Answers that are no success make a benchmark worthless, so they end it. */
function toLoad(result: autocannon.Result, what: string): Load {
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${what}: ${failed} of ${result.requests.total} requests failed.`);
  const perSecond = result.requests.total / result.duration;
  return { perSecond, p50: result.latency.p50, p99: result.latency.p99 };
}

/** Sends the same GET for some seconds. */
export async function readFor(seconds: number, path: string, { url, token, connections }: Target): Promise<Load> {
  const result = await autocannon({ url: `${url}${path}`, connections, duration: seconds, headers: headersOf(token) });
  return toLoad(result, path);
}

/** Sends every request once, in order, over all connections together. */
export async function sendAll(requests: readonly Request[], { url, token, connections }: Target): Promise<Load> {
  let next = 0;
  const setupRequest = (request: Request): Request => ({ ...request, ...requests[next++ % requests.length] });
  const started = performance.now();
  // The generator reports at whole seconds, so the last answer is timed here.
  let finished = started;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections: Math.min(connections, requests.length),
        amount: requests.length,
        headers: { ...headersOf(token), 'content-type': 'application/json' },
        requests: [{ setupRequest }],
      },
      (error: Error | null, done: autocannon.Result) => (error ? reject(error) : resolve(done)),
    );
    instance.on('response', () => (finished = performance.now()));
  });
  // It counts a connection that the server closed as a request, and sends that one no more.
  if (result['2xx'] + result.non2xx !== requests.length) throw new Error(`${url} does not keep its connections open.`);
  const seconds = (finished - started) / 1000;
  return { ...toLoad(result, requests[0]?.path ?? ''), perSecond: requests.length / seconds };
}

/** The same for work that is no HTTP: `lanes` loops, each of which takes the next item. */
export async function runAll<Item>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item, lane: number) => Promise<void>,
): Promise<Load> {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const loop = async (lane: number): Promise<void> => {
    while (next < items.length) {
      const item = items[next++]!;
      const begun = performance.now();
      await work(item, lane);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => loop(lane)));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { perSecond: items.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function headersOf(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
