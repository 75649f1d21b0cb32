import { Link, useNavigate } from '@tanstack/react-router';
import { useKeys } from '../shell/keys.js';
import { TEXTS } from '../texts.js';
import { buttonClass } from './button.js';

interface CompareLinkProps {
  model: string;
  challenger: number;
  incumbent?: number | null;
  /** The gate report whose verdicts stand beside the rows. */
  report?: string | null;
}

/** Leads to the comparison, by a click or by `c`. */
export function CompareLink({ model, challenger, incumbent, report }: CompareLinkProps) {
  const navigate = useNavigate();
  const target = {
    to: '/models/$model/compare',
    params: { model },
    search: { a: challenger, b: incumbent ?? undefined, report: report ?? undefined },
  } as const;
  useKeys({ c: () => void navigate(target) });
  return (
    <Link {...target} className={buttonClass()}>
      {TEXTS.compare.link}
    </Link>
  );
}
