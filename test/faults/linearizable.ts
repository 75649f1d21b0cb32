import { type Operation } from './history.js';

interface State {
  /** How many of the answered operations, in the order they were invoked, are all in place. */
  first: number;
  /** Places beyond `first` that are taken already, ascending. */
  beyond: number[];
  /** Writes without an answer that have been given a moment, ascending. */
  used: number[];
  version: number | null;
}

/**
 * Looks for an order of the operations in which each takes effect between its invocation and its answer, every read sees
 * what the last write left, and every write displaced what it says it did. It is the search of Wing and Gong (Testing and
 * verifying concurrent objects, 1993) with the memo of Lowe (2017): a state that led nowhere is not looked at twice.
 * Answers null when there is an order, and otherwise the operation that no order got past.
 */
export function findViolation(operations: readonly Operation[], initial: number | null = null): Operation | null {
  const byInvocation = [...operations].sort((one, other) => one.invoked - other.invoked);
  const answered = byInvocation.filter((operation) => Number.isFinite(operation.answered));
  const unanswered = byInvocation.filter((operation) => !Number.isFinite(operation.answered));
  const seen = new Set<string>();
  const open: State[] = [{ first: 0, beyond: [], used: [], version: initial }];
  let furthest = 0;
  for (let state = open.pop(); state; state = open.pop()) {
    if (state.first === answered.length) return null;
    const key = `${state.first}|${state.beyond.join()}|${state.used.join()}|${state.version}`;
    if (seen.has(key)) continue;
    seen.add(key);
    furthest = Math.max(furthest, state.first);
    // The last one pushed is tried first, and a write whose fate is unknown is the last resort.
    open.push(...unknownSteps(state, answered, unanswered), ...knownSteps(state, answered).reverse());
  }
  return answered[furthest]!;
}

/** States after each answered operation that may come next: none may be answered before another was invoked. */
function knownSteps(state: State, answered: readonly Operation[]): State[] {
  const steps: State[] = [];
  const before = earliestAnswer(state, answered);
  for (let index = state.first; index < answered.length && answered[index]!.invoked <= before; index += 1) {
    const operation = answered[index]!;
    if (state.beyond.includes(index) || !fits(operation, state.version)) continue;
    const version = operation.kind === 'read' ? state.version : operation.version;
    steps.push({ ...placed(state, index), used: state.used, version });
  }
  return steps;
}

function unknownSteps(state: State, answered: readonly Operation[], unanswered: readonly Operation[]): State[] {
  const before = earliestAnswer(state, answered);
  return unanswered.flatMap((operation, index) =>
    operation.kind === 'write' && operation.invoked <= before && !state.used.includes(index)
      ? [{ ...state, used: [...state.used, index].sort((a, b) => a - b), version: operation.version }]
      : [],
  );
}

function fits(operation: Operation, version: number | null): boolean {
  if (operation.kind === 'read') return operation.version === version;
  return operation.displaced === undefined || operation.displaced === version;
}

function earliestAnswer(state: State, answered: readonly Operation[]): number {
  let earliest = Infinity;
  for (let index = state.first; index < answered.length; index += 1) {
    // Whatever was invoked after the earliest answer so far is answered later still.
    if (answered[index]!.invoked > earliest) break;
    if (!state.beyond.includes(index)) earliest = Math.min(earliest, answered[index]!.answered);
  }
  return earliest;
}

function placed(state: State, index: number): { first: number; beyond: number[] } {
  const beyond = [...state.beyond, index].sort((a, b) => a - b);
  let first = state.first;
  while (beyond[0] === first) {
    beyond.shift();
    first += 1;
  }
  return { first, beyond };
}
