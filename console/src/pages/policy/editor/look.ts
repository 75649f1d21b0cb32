import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const FLOATING = {
  border: '1px solid var(--line)',
  borderRadius: 'var(--radius-control)',
  background: 'var(--ground)',
  color: 'var(--ink)',
  boxShadow: 'var(--shadow)',
};

/** The editor in the console's own colours, which follow the theme by themselves. */
export const LOOK = [
  EditorView.theme({
    '&': { height: '100%', fontSize: '13px', color: 'var(--ink)', background: 'var(--ground)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '20px', overflow: 'auto' },
    '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
    '.cm-cursor': { borderLeftColor: 'var(--ink)' },
    '.cm-gutters': { background: 'var(--raised)', color: 'var(--ink-second)', borderRight: '1px solid var(--line)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      background: 'color-mix(in oklab, var(--accent) 24%, var(--ground))',
    },
    '&.cm-focused .cm-matchingBracket': { background: 'var(--hover)' },
    '.cm-tooltip': FLOATING,
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '240px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--hover)', color: 'var(--ink)' },
    '.cm-completionInfo': { ...FLOATING, maxWidth: '320px', padding: '6px 10px', fontFamily: 'Inter, sans-serif' },
    '.cm-completionIcon': { display: 'none' },
    '.cm-diagnostic': { padding: '4px 10px', fontFamily: 'Inter, sans-serif' },
    '.cm-diagnostic-error': { borderLeft: '3px solid var(--refused)' },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--refused) 1px',
      textUnderlineOffset: '3px',
    },
    '.cm-panels': { background: 'var(--raised)', color: 'var(--ink)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.propertyName, color: 'var(--ink)', fontWeight: '600' },
      { tag: tags.string, color: 'var(--stage-staging)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--stage-production)' },
      { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-second)' },
    ]),
  ),
];
