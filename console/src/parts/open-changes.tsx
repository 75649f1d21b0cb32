import { type PolicyChangeResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { openChangesQuery, PAGE } from '../data/governance.js';
import { visibleText } from '../format/identifiers.js';
import { POLICY_TEXTS } from '../texts/policy.js';
import { TEXTS } from '../texts.js';
import { buttonClass } from './button.js';
import { Person, Stored, Time } from './facts.js';
import { Mark } from './marks.js';
import { RareSection } from './rare-section.js';
import { rowStyles } from './transition-row.js';

const texts = POLICY_TEXTS.change;

/** Changes of policies that await approval, of a model's or of any; nothing while there is none. */
export function OpenChanges({ model }: { model?: string }) {
  const query = useQuery(openChangesQuery(model));
  return (
    <RareSection
      query={query}
      title={texts.open}
      most={PAGE}
      row={(change) => <ChangeRow key={change.id} change={change} />}
    />
  );
}

function ChangeRow({ change: { id, model, requestedBy, requestedAt, mayDecide } }: { change: PolicyChangeResponse }) {
  const name = model === null ? POLICY_TEXTS.defaultTitle : POLICY_TEXTS.of(model);
  return (
    <li className={rowStyles.row} data-row="">
      <Mark status="SKIPPED" />
      <span className={rowStyles.grow}>
        <span className={rowStyles.strong}>
          <Stored text={name} />
        </span>
        <span className={rowStyles.second}>{mayDecide.allowed && ` · ${TEXTS.transition.youMay}`}</span>
      </span>
      <span className={rowStyles.second}>
        {TEXTS.home.by} <Person subject={requestedBy} />
      </span>
      <span className={rowStyles.second}>
        <Time at={requestedAt} />
      </span>
      <Link
        to="/policy-changes/$change"
        params={{ change: id }}
        className={buttonClass('plain', true)}
        aria-label={visibleText(`${TEXTS.home.review}: ${name}`)}
      >
        {TEXTS.home.review}
      </Link>
    </li>
  );
}
