import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../data/permissions.js';
import { tenuresQuery } from '../../data/registry.js';
import { Button } from '../../parts/button.js';
import { useKeys } from '../../shell/keys.js';
import { TEXTS } from '../../texts.js';
import { targetsOf } from '../rollback/targets.js';

const texts = TEXTS.model;

/** What the button is found by when the dialog closes, which may have been opened by its address. */
export const ROLLBACK_BUTTON = 'roll-back';

export function RollbackButton({ model }: { model: string }) {
  const lock = useRollbackLock(model);
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/models/$model/rollback', params: { model } });
  useKeys({ b: () => lock ?? open() });
  return (
    <Button id={ROLLBACK_BUTTON} look="destructive" locked={lock} onClick={open}>
      {texts.rollBack}
    </Button>
  );
}

/** Why nobody, or not this reader, can roll a model back; null when it is possible. */
function useRollbackLock(model: string): string | null {
  const may = useMay('transition:rollback', model);
  const { data: tenures } = useQuery(tenuresQuery(model));
  if (!may) return texts.mayNot(TEXTS.transition.kinds.rollback);
  return tenures && targetsOf(tenures).length === 0 ? texts.nobodyToRollBackTo : null;
}
