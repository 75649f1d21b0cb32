import { Menu } from '@base-ui/react/menu';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { Check, ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import { useRightsAnywhere } from '../data/permissions.js';
import { endSession, meQuery, settingsQuery } from '../data/session.js';
import { formatDate } from '../format/times.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Stored } from '../parts/facts.js';
import { ProblemView } from '../parts/states.js';
import { TEXTS } from '../texts.js';
import { SearchField } from './search-field.js';
import { THEMES, useTheme } from './theme.js';
import styles from './shell.module.css';
import { visibleText } from '../format/identifiers.js';

export function TopBar({ onKeys }: { onKeys: () => void }) {
  const { data: settings } = useQuery(settingsQuery);
  return (
    <header className={styles.top}>
      <Crumbs />
      <div className={styles.right}>
        <SearchField />
        {settings && settings.instanceName !== TEXTS.product && (
          <span className={styles.instance}>
            <Stored text={settings.instanceName} />
          </span>
        )}
        <MeMenu onKeys={onKeys} />
      </div>
    </header>
  );
}

interface Crumb {
  name: string;
  to: string;
}

/** The steps of a path, each with where it leads. */
function crumbsOf(path: string): Crumb[] {
  const steps = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (steps[0] === 'record' && steps[1]) return [{ name: TEXTS.rail.record, to: '/record' }];
  if (steps[0] !== 'models') return [];
  const model = steps[1];
  const crumbs: Crumb[] = [{ name: TEXTS.rail.models, to: '/models' }];
  if (model === undefined) return crumbs;
  crumbs.push({ name: model, to: `/models/${encodeURIComponent(model)}` });
  if (steps[2] === 'versions' && steps[3])
    crumbs.push({
      name: TEXTS.version.title(Number(steps[3])),
      to: `/models/${encodeURIComponent(model)}/versions/${steps[3]}`,
    });
  return crumbs;
}

function Crumbs() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <nav aria-label="Path">
      <ol className={styles.crumbs}>
        {crumbsOf(path).map(({ name, to }, index) => (
          <li key={to}>
            {index > 0 && <span aria-hidden="true">/</span>}
            <Link to={to}>
              <Stored text={name} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function MeMenu({ onKeys }: { onKeys: () => void }) {
  const { data: me } = useQuery(meQuery);
  const container = useRef<HTMLDivElement>(null);
  const out = useMutation({ mutationFn: endSession });
  if (!me) return null;
  return (
    <div ref={container}>
      <Menu.Root>
        <Menu.Trigger className={styles.me} aria-label={visibleText(TEXTS.me.label(me.subject))}>
          <Stored text={me.subject} />
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal container={container}>
          <Menu.Positioner align="end" sideOffset={4}>
            <Menu.Popup className={styles.menu}>
              <Who />
              <ThemeItems />
              <div className={styles.separator} />
              <Menu.Item className={styles.item} onClick={onKeys}>
                {TEXTS.me.keys}
              </Menu.Item>
              <Menu.Item className={styles.item} onClick={() => out.mutate()}>
                {TEXTS.me.signOut}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {out.error && (
        <Dialog
          title={TEXTS.me.notSignedOut}
          isOpen
          onClose={out.reset}
          actions={
            <>
              <Button onClick={out.reset}>{TEXTS.states.close}</Button>
              <Button look="primary" onClick={() => out.mutate()}>
                {TEXTS.states.again}
              </Button>
            </>
          }
        >
          <ProblemView error={out.error} />
        </Dialog>
      )}
    </div>
  );
}

function Who() {
  const { data: me } = useQuery(meQuery);
  const rights: ReadonlySet<string> = useRightsAnywhere();
  if (!me) return null;
  const roles = [...me.roles, ...me.approvalRoles].join(', ');
  const powers = Object.entries(TEXTS.me.powers).filter(([permission]) => rights.has(permission));
  return (
    <div className={styles.menuHead}>
      <strong>
        <Stored text={me.subject} />
      </strong>
      <p>
        <Stored text={roles} />
      </p>
      <p>{TEXTS.me.may(powers.map(([, words]) => words))}</p>
      {me.session && (
        <p>
          {TEXTS.me.ends} {formatDate(me.session.endsAt)}
        </p>
      )}
    </div>
  );
}

function ThemeItems() {
  const [theme, choose] = useTheme();
  return (
    <Menu.RadioGroup value={theme} onValueChange={choose} aria-label={TEXTS.me.theme}>
      <div className={styles.group} aria-hidden="true">
        {TEXTS.me.theme}
      </div>
      {THEMES.map((each) => (
        <Menu.RadioItem key={each} value={each} className={styles.item} closeOnClick={false}>
          <span className={styles.tick}>{theme === each && <Check size={16} strokeWidth={1.5} aria-hidden />}</span>
          {TEXTS.me.themes[each]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
