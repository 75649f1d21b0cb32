import { Lexer, type Token, type Tokens } from 'marked';
import { type ReactNode, useMemo } from 'react';
import { safeUrl, visibleText } from '../format/identifiers.js';
import { Stored } from './facts.js';
import { Outward } from './outward.js';
import styles from './markdown.module.css';

/** Deeper than anybody writes; what is nested further is shown as it was written. */
const DEEPEST = 12;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Markdown as elements: never as HTML, of which what somebody wrote stays text; links lead to http, https and mailto alone, and
 * images are links.
 */
export function MarkdownTokens({ text }: { text: string }) {
  const tokens = useMemo(() => tokensOf(text), [text]);
  if (tokens === null) return <Stored text={text.replaceAll('\n', ' ')} />;
  return <div className={styles.markdown}>{elementsOf(tokens, 0)}</div>;
}

/** Null for a text that the reader of Markdown gives up on, such as one of ten thousand quotes in each other. */
function tokensOf(text: string): Token[] | null {
  try {
    return Lexer.lex(text);
  } catch {
    return null;
  }
}

function elementsOf(tokens: readonly Token[] | undefined, depth: number): ReactNode {
  if (depth > DEEPEST) return spoken(tokens?.map(({ raw }) => raw).join('') ?? '');
  return tokens?.map((token, index) => <TokenElement key={index} token={token} depth={depth + 1} />);
}

/** Text of one line, with what could deceive shown. */
function spoken(text: string): string {
  const decoded = text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
  return visibleText(decoded.replace(/\s*\n\s*/g, ' '));
}

/** Elements that hold what is inside of them and nothing else. */
const PLAIN = {
  paragraph: 'p',
  heading: 'h3',
  strong: 'strong',
  em: 'em',
  del: 'del',
  blockquote: 'blockquote',
} as const;

const LEAVES: Readonly<Record<string, ReactNode>> = { space: null, def: null, br: <br />, hr: <hr /> };

function TokenElement({ token, depth }: { token: Tokens.Generic; depth: number }) {
  const inner = () => elementsOf(token.tokens, depth);
  if (Object.hasOwn(PLAIN, token.type)) {
    const Element = PLAIN[token.type as keyof typeof PLAIN];
    return <Element>{inner()}</Element>;
  }
  if (Object.hasOwn(LEAVES, token.type)) return LEAVES[token.type];
  switch (token.type) {
    case 'checkbox':
      return token.checked === true ? '☑ ' : '☐ ';
    case 'codespan':
      return <code>{visibleText(String(token.text))}</code>;
    case 'code':
      return <Code text={String(token.text)} />;
    case 'link':
    case 'image':
      return <Place href={String(token.href)}>{inner()}</Place>;
    case 'list':
      return <List list={token as Tokens.List} depth={depth} />;
    case 'table':
      return <Table table={token as Tokens.Table} depth={depth} />;
    default:
      return token.tokens ? inner() : spoken(String(token.text ?? token.raw));
  }
}

/** Where a link would lead that may not, its target is said. */
function Place({ href, children }: { href: string; children: ReactNode }) {
  const url = safeUrl(href);
  if (url !== null) return <Outward url={url}>{children}</Outward>;
  return (
    <>
      {children} (<code>{visibleText(href)}</code>)
    </>
  );
}

function Code({ text }: { text: string }) {
  return (
    <pre tabIndex={0}>
      <code>{text.split('\n').map(visibleText).join('\n')}</code>
    </pre>
  );
}

function List({ list, depth }: { list: Tokens.List; depth: number }) {
  const items = list.items.map((item, index) => <li key={index}>{elementsOf(item.tokens, depth)}</li>);
  return list.ordered ? <ol start={Number(list.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table: { header, rows }, depth }: { table: Tokens.Table; depth: number }) {
  return (
    <div className={styles.wide} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map(({ tokens }, index) => (
              <th key={index} scope="col">
                {elementsOf(tokens, depth)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map(({ tokens }, cell) => (
                <td key={cell}>{elementsOf(tokens, depth)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
