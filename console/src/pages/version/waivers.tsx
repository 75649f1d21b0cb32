import { type WaiverResponse } from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { takeWaiverBack, waiversQuery } from '../../data/governance.js';
import { useMay } from '../../data/permissions.js';
import { Button } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { ColumnHeads, pageStyles, Section } from '../../parts/page.js';
import { ProblemView } from '../../parts/states.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';

const texts = GOVERNANCE_TEXTS.waiver;

interface WaiversProps {
  model: string;
  version: number;
}

/** The waivers of a version, with what became of them; nothing where there was none. */
export function Waivers({ model, version }: WaiversProps) {
  const { data: waivers } = useQuery(waiversQuery(model, version));
  const revoke = useMutation({ mutationFn: (id: string) => takeWaiverBack(model, version, id) });
  if (!waivers || waivers.length === 0) return null;
  return (
    <Section title={texts.title} count={waivers.length}>
      {revoke.error && <ProblemView error={revoke.error} />}
      <table className={pageStyles.table}>
        <ColumnHeads names={Object.values(texts.columns)} />
        <tbody>
          {waivers.map((waiver) => (
            <WaiverRow
              key={waiver.id}
              waiver={waiver}
              isPending={revoke.isPending}
              onRevoke={() => revoke.mutate(waiver.id)}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface WaiverRowProps {
  waiver: WaiverResponse;
  isPending: boolean;
  onRevoke: () => void;
}

function WaiverRow({ waiver, isPending, onRevoke }: WaiverRowProps) {
  const { model, ruleId, toStage, grantedBy, reason, expiresAt, state } = waiver;
  const { columns } = texts;
  const may = useMay('waiver:write', model);
  return (
    <tr>
      <td className={pageStyles.strong}>
        <Stored text={ruleId} />
      </td>
      <td data-label={columns.stage}>{toStage}</td>
      <td data-label={columns.by}>
        <Person subject={grantedBy} />
      </td>
      <td data-label={columns.reason}>
        <Stored text={reason} />
      </td>
      <td data-label={columns.until}>
        <Time at={expiresAt} />
      </td>
      <td data-label={columns.state}>{texts.states[state]}</td>
      <td>
        {state === 'holds' && (
          <Button
            small
            locked={may ? null : texts.mayNot}
            disabled={isPending}
            aria-label={texts.revokeOf(ruleId, grantedBy)}
            onClick={onRevoke}
          >
            {texts.revoke}
          </Button>
        )}
      </td>
    </tr>
  );
}
