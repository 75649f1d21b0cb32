import { ConnectionError } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { ChevronsLeft, ChevronsRight, House, Layers, Menu, Scale, ScrollText, Settings } from 'lucide-react';
import { useEffect, useState } from 'react';
import { queries } from '../data/client.js';
import { followEvents } from '../data/event-stream.js';
import { followOtherTabs, meQuery, settingsQuery } from '../data/session.js';
import { useHasNoRights } from '../data/permissions.js';
import { useSessionLost } from '../data/session-state.js';
import { formatClock } from '../format/times.js';
import { Loaded } from '../parts/states.js';
import { pageStyles } from '../parts/page.js';
import { useRowKeys } from '../parts/row-keys.js';
import { NoRights } from '../pages/no-rights.js';
import { SignInDialog } from '../pages/sign-in/sign-in-dialog.js';
import iconUrl from '../icon.svg';
import { TEXTS } from '../texts.js';
import { KeysDialog } from './keys-dialog.js';
import { useKeys } from './keys.js';
import { MAIN, useMainFocus } from './main-focus.js';
import { SkipLink } from './skip-link.js';
import { TopBar } from './top-bar.js';
import styles from './shell.module.css';

const FOLDED = 'stagegate-rail';

/** What every page stands in: the rail, the bar at the top, and the dialogs that may come over any page. */
export function Shell() {
  const query = useQuery(meQuery);
  const { data: me } = query;
  const isLost = useSessionLost();
  const navigate = useNavigate();
  useEffect(followOtherTabs, []);
  useEffect(() => {
    const { pathname, search } = window.location;
    if (isLost && me === undefined)
      void navigate({ to: '/sign-in', search: { next: pathname + search }, replace: true });
  }, [isLost, me, navigate]);
  if (me === undefined)
    return (
      <div className={pageStyles.page}>
        <Loaded query={query}>{() => null}</Loaded>
      </div>
    );
  return (
    <>
      <Frame />
      <SignInDialog isOpen={isLost} />
    </>
  );
}

function Frame() {
  const isLost = useSessionLost();
  const isShutOut = useHasNoRights();
  useEffect(() => (isLost || isShutOut ? undefined : followEvents()), [isLost, isShutOut]);
  const [isFolded, setFolded] = useState(() => localStorage.getItem(FOLDED) === 'folded');
  const [showsKeys, setShowsKeys] = useState(false);
  const navigate = useNavigate();
  useRowKeys();
  useMainFocus();
  useKeys({
    'g h': () => void navigate({ to: '/' }),
    'g m': () => void navigate({ to: '/models' }),
    'g r': () => void navigate({ to: '/record' }),
    'g p': () => void navigate({ to: '/policy' }),
    '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
    '?': () => setShowsKeys(true),
  });
  const fold = () => {
    localStorage.setItem(FOLDED, isFolded ? 'open' : 'folded');
    setFolded(!isFolded);
  };
  return (
    <div className={`${styles.shell} ${isFolded ? styles.folded : ''}`}>
      <SkipLink />
      <Rail isFolded={isFolded} onFold={fold} />
      <TopBar onKeys={() => setShowsKeys(true)} />
      <main className={styles.main} id={MAIN} tabIndex={-1}>
        <Offline />
        {isShutOut ? <NoRights /> : <Outlet />}
      </main>
      <KeysDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}

function Rail({ isFolded, onFold }: { isFolded: boolean; onFold: () => void }) {
  const Fold = isFolded ? ChevronsRight : ChevronsLeft;
  const { rail } = TEXTS;
  // On a phone, beside the actions of a page, the links are behind a button.
  const [isOpen, setOpen] = useState(false);
  return (
    <nav className={styles.rail} aria-label={rail.label}>
      <button type="button" className={styles.unfold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Menu size={16} strokeWidth={1.5} aria-hidden />
        {rail.menu}
      </button>
      <Link to="/" className={styles.brand} aria-label={TEXTS.product}>
        <img src={iconUrl} alt="" />
        <span className={styles.word}>{TEXTS.product}</span>
      </Link>
      <div className={styles.links} data-open={isOpen || undefined} onClick={() => setOpen(false)}>
        <Link to="/" className={styles.link} activeOptions={{ exact: true }} aria-label={rail.home}>
          <House size={16} strokeWidth={1.5} aria-hidden />
          <span className={styles.word}>{rail.home}</span>
        </Link>
        <Link to="/models" className={styles.link} aria-label={rail.models}>
          <Layers size={16} strokeWidth={1.5} aria-hidden />
          <span className={styles.word}>{rail.models}</span>
        </Link>
        <Link to="/record" className={styles.link} aria-label={rail.record}>
          <ScrollText size={16} strokeWidth={1.5} aria-hidden />
          <span className={styles.word}>{rail.record}</span>
        </Link>
        <Link to="/policy" className={styles.link} aria-label={rail.policy}>
          <Scale size={16} strokeWidth={1.5} aria-hidden />
          <span className={styles.word}>{rail.policy}</span>
        </Link>
        <Link to="/admin" className={styles.link} activeOptions={{ includeSearch: false }} aria-label={rail.admin}>
          <Settings size={16} strokeWidth={1.5} aria-hidden />
          <span className={styles.word}>{rail.admin}</span>
        </Link>
      </div>
      <button type="button" className={styles.fold} onClick={onFold} aria-label={isFolded ? rail.unfold : rail.fold}>
        <Fold size={16} strokeWidth={1.5} aria-hidden />
        <span className={styles.word}>{rail.fold}</span>
      </button>
    </nav>
  );
}

/**
 * Says when the service cannot be reached, and how old what is shown is at most. What the browser holds of the network is
 * an occasion to ask and no answer: a service on this machine is reached without any.
 */
function Offline() {
  const { error, dataUpdatedAt } = useQuery(meQuery);
  useQuery(settingsQuery);
  useEffect(() => {
    const ask = () => void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    window.addEventListener('online', ask);
    window.addEventListener('offline', ask);
    return () => {
      window.removeEventListener('online', ask);
      window.removeEventListener('offline', ask);
    };
  }, []);
  if (!(error instanceof ConnectionError)) return null;
  return (
    <p className={styles.offline} role="status">
      {TEXTS.states.offline} {formatClock(dataUpdatedAt)}
    </p>
  );
}
