import { lazy, Suspense } from 'react';
import { Stored } from './facts.js';

const Rendered = lazy(async () => ({ default: (await import('./markdown-tokens.js')).MarkdownTokens }));

/** Markdown that somebody stored. Its reader comes when it is needed; until then the text stands there as it was written. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<Stored text={text.replaceAll('\n', ' ')} />}>
      <Rendered text={text} />
    </Suspense>
  );
}
