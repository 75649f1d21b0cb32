import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, linter, lintGutter, lintKeymap } from '@codemirror/lint';
import { Annotation, EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { type PolicyConflictResponse } from '@stagegate/client';
import { useEffect, useRef } from 'react';
import { schemas } from 'virtual:policy-schema';
import { completePolicy } from './completion.js';
import { LOOK } from './look.js';
import { rangeOf } from './places.js';

type Fault = PolicyConflictResponse;

const setFaults = StateEffect.define<readonly Fault[]>();
const faultsField = StateField.define<readonly Fault[]>({
  create: () => [],
  update: (faults, { effects }) => effects.find((effect) => effect.is(setFaults))?.value ?? faults,
});
/** Marks a text that came from outside of the editor. */
const brought = Annotation.define<boolean>();
const readJson = jsonParseLinter();

/** What is wrong with the document: as JSON here, as a policy as the service says it. */
function diagnose(view: EditorView): Diagnostic[] {
  const unreadable = readJson(view);
  if (unreadable.length > 0) return unreadable;
  return view.state.field(faultsField).map(({ pointer, code, detail }) => ({
    ...rangeOf(view.state, pointer),
    severity: 'error',
    source: code,
    message: detail,
  }));
}

/** Chromium writes a style attribute when text is typed over a selection, which the policy of the page forbids: it is replaced here. */
const replaceSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || event.data === null || view.composing) return false;
    if (view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type' });
    return true;
  },
});

function extensions(label: string, isReadOnly: boolean): Extension[] {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    json(),
    autocompletion({ override: [completePolicy(schemas)], icons: false }),
    faultsField,
    linter(diagnose, {
      delay: 300,
      needsRefresh: ({ transactions }) =>
        transactions.some(({ effects }) => effects.some((effect) => effect.is(setFaults))),
    }),
    lintGutter(),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorState.readOnly.of(isReadOnly),
    replaceSelection,
    LOOK,
  ];
}

interface PolicyEditorProps {
  label: string;
  text: string;
  faults: readonly Fault[];
  /** The place to show, as a JSON Pointer; another object asks again. */
  place: { pointer: string } | null;
  isReadOnly: boolean;
  className?: string;
  onChange: (text: string) => void;
}

/** The document of a policy in an editor of its own root, so that its styles are adopted sheets and no elements. */
export function PolicyEditor({ label, text, faults, place, isReadOnly, className, onChange }: PolicyEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ text, onChange });
  // What was written here and has not come back yet: when it does, somebody may have written on.
  const written = useRef(new Set<string>());
  useEffect(() => {
    latest.current = { text, onChange };
  });
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    const changed = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      if (!docChanged || transactions.some((transaction) => transaction.annotation(brought))) return;
      const now = state.doc.toString();
      written.current.add(now);
      latest.current.onChange(now);
    });
    const state = EditorState.create({
      doc: latest.current.text,
      extensions: [extensions(label, isReadOnly), changed],
    });
    view.current = new EditorView({ state, parent: root, root });
    return () => view.current?.destroy();
  }, [label, isReadOnly]);
  useEffect(() => {
    const there = view.current;
    if (!there) return;
    const isSame = there.state.doc.toString() === text;
    if (written.current.has(text) && !isSame) return;
    written.current.clear();
    const changes = { from: 0, to: there.state.doc.length, insert: text };
    if (!isSame) there.dispatch({ changes, annotations: brought.of(true) });
  }, [text]);
  useEffect(() => view.current?.dispatch({ effects: setFaults.of(faults) }), [faults]);
  useEffect(() => {
    if (!place || !view.current) return;
    const { from, to } = rangeOf(view.current.state, place.pointer);
    view.current.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    view.current.focus();
  }, [place]);
  return <div ref={host} className={className} />;
}
