import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { type Target } from './load.js';

/** A request to a server of either kind; the path is without the address. */
export interface Call {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
}

/** How calls were answered, those that failed apart: `processorMs` is the time of all servers and of the database for one. */
export interface Answers {
  perSecond: number;
  p50: number;
  p99: number;
  processorMs: number;
  failed: number;
  /** The first failure, as it was answered. */
  failure: string | undefined;
}

/** Sends every call once, over all callers together. */
export function callAll(calls: readonly Call[], target: Target): Promise<Answers> {
  let sent = 0;
  return callWhile(() => calls[sent++], target);
}

/** Sends the same call again and again for some seconds. */
export function callFor(seconds: number, call: Call, target: Target): Promise<Answers> {
  const end = performance.now() + seconds * 1000;
  return callWhile(() => (performance.now() < end ? call : undefined), target);
}

/**
 * Sends calls while there are any, by as many callers as the target says, each of which waits for its answer. Unlike
 * other generators this one is right for servers that close their connections as well.
 */
async function callWhile(next: () => Call | undefined, { url, token, connections }: Target): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const times: number[] = [];
  const failures: string[] = [];
  const [before, began] = [processorMs(), performance.now()];
  const goOn = async () => {
    for (let call = next(); call !== undefined; call = next()) {
      const sentAt = performance.now();
      const failure = await ask(`${url}${call.path}`, { agent, method: call.method, headers }, call.body);
      times.push(performance.now() - sentAt);
      if (failure !== null) failures.push(failure);
    }
  };
  await Promise.all(Array.from({ length: connections }, goOn));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: (times.length - failures.length) / seconds,
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    processorMs: (processorMs() - before) / times.length,
    failed: failures.length,
    failure: failures[0],
  };
}

/** Null, or what was answered instead of a success. */
function ask(
  url: string,
  options: { agent: Agent; method: string; headers: Record<string, string> },
  body?: string,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve(answer.statusCode === 200 ? null : `${answer.statusCode} ${text}`));
      answer.on('error', reject);
    });
    asked.on('error', (error: NodeJS.ErrnoException) =>
      // A connection that the server closed just as it was used again has carried nothing.
      asked.reusedSocket && error.code === 'ECONNRESET' ? resolve(ask(url, options, body)) : reject(error),
    );
    asked.end(body);
  });
}

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds of processor time of all that this program started; 0 where the system does not tell. */
function processorMs(): number {
  const processes = readdirSync('/proc', { withFileTypes: true }).flatMap(({ name }) => statOf(name));
  const mine = new Set([process.pid]);
  // A process has a number above its parent's but for those that a full round of the numbers came between.
  for (let known = 0; known < mine.size;) {
    known = mine.size;
    for (const { pid, parent } of processes) if (mine.has(parent)) mine.add(pid);
  }
  mine.delete(process.pid);
  return processes.reduce((sum, { pid, ticks }) => sum + (mine.has(pid) ? ticks * TICK_MS : 0), 0);
}

/** A process by its folder in /proc: user and system time, of its ended children as well. None when it has just ended. */
function statOf(name: string): { pid: number; parent: number; ticks: number }[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, time) => sum + time, 0);
    return [{ pid: Number(name), parent: fields[1]!, ticks }];
  } catch {
    return [];
  }
}
