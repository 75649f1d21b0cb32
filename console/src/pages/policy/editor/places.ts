import { syntaxTree } from '@codemirror/language';
import { type EditorState } from '@codemirror/state';
import { type SyntaxNode } from '@lezer/common';
import { type Path } from '../../../policy/schema.js';

const CONTAINERS = new Set(['Object', 'Array']);
const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** What is being written where the cursor is. */
export interface Place {
  kind: 'name' | 'value';
  /** Of a name the object it joins, of a value the place itself. */
  path: Path;
  /** The names that the object has already. */
  present: ReadonlySet<string>;
}

/** What may be written at the beginning of a word; null where nothing can be said of it. */
export function placeAt(state: EditorState, from: number): Place | null {
  const before = state.sliceDoc(0, from).trimEnd();
  const container = containerAt(state, from);
  if (container === null) return null;
  const path = pathOf(state, container);
  if (before.endsWith(':')) {
    const name = /"((?:[^"\\]|\\.)*)"\s*:$/.exec(before)?.[1];
    return name === undefined ? null : { kind: 'value', path: [...path, name], present: new Set() };
  }
  if (!/[{[,]$/.test(before)) return null;
  if (container.name === 'Array') return { kind: 'value', path: [...path, 0], present: new Set() };
  return { kind: 'name', path, present: namesIn(state, container, from) };
}

function containerAt(state: EditorState, at: number): SyntaxNode | null {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(at, -1);
  while (node && !(CONTAINERS.has(node.name) && node.from < at)) node = node.parent;
  return node;
}

function pathOf(state: EditorState, container: SyntaxNode): Path {
  const steps: (string | number)[] = [];
  for (let node: SyntaxNode | null = container; node?.parent; node = node.parent) {
    if (node.parent.name === 'Array') steps.unshift(itemsOf(node.parent).findIndex(({ from }) => from === node!.from));
    if (node.name === 'Property') steps.unshift(nameOf(state, node) ?? '');
  }
  return steps;
}

function nameOf(state: EditorState, property: SyntaxNode): string | null {
  const name = property.getChild('PropertyName');
  if (!name) return null;
  try {
    return String(JSON.parse(state.sliceDoc(name.from, name.to)));
  } catch {
    return null;
  }
}

function itemsOf(list: SyntaxNode): SyntaxNode[] {
  const items: SyntaxNode[] = [];
  for (let child = list.firstChild; child; child = child.nextSibling) if (VALUES.has(child.name)) items.push(child);
  return items;
}

/** The names of an object, but for the one that is being written. */
function namesIn(state: EditorState, object: SyntaxNode, at: number): Set<string> {
  const properties = object.getChildren('Property').filter(({ from }) => from !== at);
  return new Set(properties.map((property) => nameOf(state, property)).filter((name) => name !== null));
}

/** Where the value of a JSON Pointer stands, or as much of the way to it as is there. */
export function rangeOf(state: EditorState, pointer: string): { from: number; to: number } {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let node: SyntaxNode | null = firstValue(syntaxTree(state).topNode);
  let range = { from: 0, to: Math.min(1, state.doc.length) };
  for (const step of steps) {
    const found: SyntaxNode | null = node && childAt(state, node, step);
    if (!found) break;
    range = { from: found.from, to: found.to };
    node = found.name === 'Property' ? firstValue(found) : found;
  }
  return range;
}

function firstValue(node: SyntaxNode): SyntaxNode | null {
  for (let child = node.firstChild; child; child = child.nextSibling) if (VALUES.has(child.name)) return child;
  return null;
}

function childAt(state: EditorState, node: SyntaxNode, step: string): SyntaxNode | null {
  if (node.name === 'Array') return itemsOf(node)[Number(step)] ?? null;
  return node.getChildren('Property').find((property) => nameOf(state, property) === step) ?? null;
}
