import { type ModelConditionCode } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.js';
import { GOVERNANCE_TEXTS } from '../texts/governance.js';
import { LiftHoldButton } from './lift-hold.js';

/** What can be done about a condition of a model; nothing for one that its page deals with elsewhere. */
export function ConditionRemedy({ code, model }: { code: ModelConditionCode; model: string }) {
  if (code === 'on_hold') return <LiftHoldButton model={model} />;
  if (code === 'frozen')
    return (
      <Link to="/admin/freezes" className={buttonClass()}>
        {GOVERNANCE_TEXTS.freeze.see}
      </Link>
    );
  return null;
}
