import { type Stage } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { buttonClass } from '../parts/button.js';
import { TEXTS } from '../texts.js';
import { GOVERNANCE_TEXTS } from '../texts/governance.js';
import { AskButton } from './ask-button.js';
import { CheckButton } from './check-button.js';
import { LiftHoldButton } from './lift-hold.js';

/** What something stands in the way of. */
export interface Hindered {
  model: string;
  version: number;
  toStage: Stage;
}

type Remedy = (hindered: Hindered) => ReactNode;

const askAgain: Remedy = ({ model, version, toStage }) =>
  toStage === 'Staging' || toStage === 'Production' ? (
    <AskButton model={model} version={version} toStage={toStage} label={TEXTS.transition.askAgain} />
  ) : null;

const openVersion: Remedy = ({ model, version }) => (
  <Link to="/models/$model/versions/$version" params={{ model, version }} className={buttonClass()}>
    {TEXTS.remedies.openVersion(version)}
  </Link>
);

const openPolicy: Remedy = ({ model }) => (
  <Link to="/models/$model/policy" params={{ model }} className={buttonClass()}>
    {TEXTS.remedies.openPolicy}
  </Link>
);

const check: Remedy = ({ model, version, toStage }) =>
  toStage === 'Staging' || toStage === 'Production' ? (
    <CheckButton model={model} version={version} toStage={toStage}>
      {TEXTS.remedies.check}
    </CheckButton>
  ) : null;

const liftHold: Remedy = ({ model }) => <LiftHoldButton model={model} />;

const openReviews: Remedy = () => (
  <Link to="/admin/reviews" search={{ status: 'open' }} className={buttonClass()}>
    {GOVERNANCE_TEXTS.review.see}
  </Link>
);

const openFreezes: Remedy = () => (
  <Link to="/admin/freezes" className={buttonClass()}>
    {GOVERNANCE_TEXTS.freeze.see}
  </Link>
);

/**
 * What can be done here about what stands in the way, by the code that the service names it with: blockers of requests and
 * reasons of gate reports. A code without a line is told in the service's words alone.
 */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  STALE_INCUMBENT: askAgain,
  STALE_STAGE: askAgain,
  STALE_POLICY: askAgain,
  STALE_EVIDENCE: askAgain,
  ARTIFACT_DIGEST_MISMATCH: askAgain,
  ILLEGAL_TRANSITION: openVersion,
  VERSION_QUARANTINED: openVersion,
  NEW_EVALUATION_REQUIRED: openVersion,
  GATES_REFUSED: check,
  SOAK_TOO_SHORT: openPolicy,
  ON_HOLD: liftHold,
  REVIEW_OVERDUE: openReviews,
  FROZEN: openFreezes,
  POLICY_INVALID: openPolicy,
  NO_EFFECTIVE_RULES: openPolicy,
  FIRST_PROMOTION_NOT_ALLOWED: openPolicy,
  OPEN_POLICY: openPolicy,
  MISSING_CHALLENGER_METRIC: openVersion,
  FACT_MISSING: openVersion,
};

export function RemedyAction({ code, hindered }: { code: string; hindered: Hindered }) {
  return Object.hasOwn(REMEDIES, code) ? REMEDIES[code]!(hindered) : null;
}
