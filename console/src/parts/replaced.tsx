import { type Stage } from '@stagegate/client';
import { type Reading } from '../data/read-now.js';
import { TEXTS } from '../texts.js';
import { Loaded } from './states.js';

const texts = TEXTS.transition;

interface ReplacedProps {
  /** The version in Production, null for none. */
  incumbent: Reading<number | null>;
  toStage: Stage;
}

/** Which version a promotion to Production would replace, once that is known. */
export function Replaced({ incumbent, toStage }: ReplacedProps) {
  return (
    <Loaded query={incumbent} lines={1}>
      {(version) => toStage === 'Production' && <p>{version === null ? texts.first : texts.replaces(version)}</p>}
    </Loaded>
  );
}
