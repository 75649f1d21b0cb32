import { type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { type EditorView } from '@codemirror/view';
import { offeredFields, offeredValues, type Offered, type Schemas } from '../../../policy/schema.js';
import { placeAt } from './places.js';

const WORD = /"?[\w.-]*$/;
const REST = /^[\w.-]*"?/;

/** Offers the names and values that the schema knows for where the cursor is. */
export function completePolicy(schemas: Schemas) {
  return (context: CompletionContext): CompletionResult | null => {
    const { state, pos, explicit } = context;
    const from = context.matchBefore(WORD)?.from ?? pos;
    if (!explicit && from === pos) return null;
    const place = placeAt(state, from);
    if (place === null) return null;
    const rest = REST.exec(state.sliceDoc(pos, pos + 100))![0];
    const to = pos + rest.length;
    const isName = place.kind === 'name';
    const offered = isName ? offeredFields(schemas, place.path, place.present) : offeredValues(schemas, place.path);
    const follows = state
      .sliceDoc(to, to + 20)
      .trimStart()
      .startsWith(':');
    const suffix = isName && !follows ? ': ' : '';
    return { from, to, filter: true, options: offered.map((each) => toCompletion(each, suffix)) };
  };
}

function toCompletion({ text, isText, description }: Offered, suffix: string): Completion {
  const written = isText ? JSON.stringify(text) : text;
  return {
    label: written,
    displayLabel: text,
    info: description,
    type: suffix === '' ? 'constant' : 'property',
    apply: (view: EditorView, _completion: Completion, from: number, to: number) => {
      const insert = written + suffix;
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } });
    },
  };
}
