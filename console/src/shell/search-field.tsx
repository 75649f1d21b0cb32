import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { type Hit, hitKey, keepChosen, latelyChosen, searchQuery, SHORTEST_SEARCH } from '../data/search.js';
import { Stored } from '../parts/facts.js';
import { useRested } from '../parts/rested.js';
import { TEXTS } from '../texts.js';
import styles from './shell.module.css';

const texts = TEXTS.search;
const PAUSE_MS = 150;

/** What is found by what is typed, until then what was found before; what was chosen lately while nothing is typed. */
function useHits(text: string, isOpen: boolean): { hits: readonly Hit[]; isKnown: boolean } {
  const rested = useRested(text, PAUSE_MS);
  const enabled = isOpen && rested.length >= SHORTEST_SEARCH;
  const query = useQuery({ ...searchQuery(rested), enabled, placeholderData: enabled ? keepPreviousData : undefined });
  if (text === '') return { hits: isOpen ? latelyChosen() : [], isKnown: false };
  return { hits: query.data ?? [], isKnown: rested === text && query.isSuccess && !query.isPlaceholderData };
}

function useGoToHit() {
  const navigate = useNavigate();
  return (hit: Hit) => {
    const { kind, model, version, id } = hit;
    keepChosen(hit);
    if (kind === 'transition' && id !== null)
      return void navigate({ to: '/transitions/$transition', params: { transition: id } });
    if (kind === 'report' && id !== null) return void navigate({ to: '/reports/$report', params: { report: id } });
    if (kind === 'version' && version !== null)
      return void navigate({ to: '/models/$model/versions/$version', params: { model, version } });
    void navigate({ to: '/models/$model', params: { model } });
  };
}

/** What is typed, what is found by it, and which of that the arrow keys have come to. */
function useSearching() {
  const navigate = useNavigate();
  const go = useGoToHit();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState<string | null>(null);
  const { hits, isKnown } = useHits(text.trim(), isOpen);
  const isShown = isOpen && (hits.length > 0 || isKnown);
  // By its key, since others may have come to its place.
  const current = hits.findIndex((hit) => hitKey(hit) === marked);
  const close = () => {
    setOpen(false);
    setMarked(null);
  };
  const choose = (hit: Hit) => {
    close();
    setText('');
    go(hit);
  };
  const write = (next: string) => {
    setText(next);
    setOpen(true);
    setMarked(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') return isShown ? close() : event.currentTarget.blur();
    if (!['ArrowDown', 'ArrowUp'].includes(event.key) || hits.length === 0) return;
    event.preventDefault();
    setOpen(true);
    const next = hits[stepped(current, event.key === 'ArrowDown' ? 1 : -1, hits.length)];
    setMarked(next ? hitKey(next) : null);
  };
  const submit = () => {
    const chosen = hits[current];
    if (isShown && chosen) return choose(chosen);
    close();
    void navigate({ to: '/models', search: { text: text.trim() || undefined } });
  };
  return { text, hits, current, isShown, open: () => setOpen(true), close, choose, write, onKeyDown, submit };
}

/** Finds models, versions, requests and reports from anywhere; Enter without a choice searches the names of all models. */
export function SearchField() {
  const id = useId();
  const { text, hits, current, isShown, open, close, choose, write, onKeyDown, submit } = useSearching();
  const said = text.trim() === '' ? texts.lately : hits.length === 0 ? texts.none : texts.hits(hits.length);
  return (
    <search
      className={styles.search}
      onBlur={({ currentTarget, relatedTarget }) => void (currentTarget.contains(relatedTarget) || close())}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Search size={14} strokeWidth={1.5} aria-hidden />
        <input
          id="search"
          type="search"
          role="combobox"
          autoComplete="off"
          aria-expanded={isShown}
          aria-controls={isShown && hits.length > 0 ? id : undefined}
          aria-activedescendant={isShown && hits[current] ? `${id}-${current}` : undefined}
          value={text}
          placeholder={texts.placeholder}
          aria-label={texts.label}
          onFocus={open}
          onKeyDown={onKeyDown}
          onChange={(event) => write(event.target.value)}
        />
        <kbd aria-hidden="true">{texts.key}</kbd>
      </form>
      {isShown && (
        <div className={styles.hits}>
          <p className={styles.group} role="status">
            {said}
          </p>
          {hits.length > 0 && <HitList id={id} hits={hits} current={current} onChoose={choose} />}
        </div>
      )}
    </search>
  );
}

/** The next place in a list, round its ends; before the first is none. */
function stepped(at: number, step: number, count: number): number {
  if (at === -1) return step === 1 ? 0 : count - 1;
  return (at + step + count) % count;
}

interface HitListProps {
  id: string;
  hits: readonly Hit[];
  current: number;
  onChoose: (hit: Hit) => void;
}

function HitList({ id, hits, current, onChoose }: HitListProps) {
  return (
    <div id={id} role="listbox" aria-label={texts.found}>
      {hits.map((hit, index) => (
        <div
          key={hitKey(hit)}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === current}
          className={styles.hit}
          // The field keeps the focus, and with it the list stays until the choice is made.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(hit)}
        >
          <HitText hit={hit} />
        </div>
      ))}
    </div>
  );
}

function HitText({ hit: { kind, model, version, matched, text } }: { hit: Hit }) {
  const found = texts.matched[matched];
  return (
    <>
      <span className={styles.hitName}>
        <Stored text={model} /> {version}
      </span>
      <span className={styles.hitKind}>
        {texts.kinds[kind]}
        {found && (
          <>
            , {found} <Stored text={text.slice(0, 20)} />
          </>
        )}
      </span>
    </>
  );
}
