import { useMutation } from '@tanstack/react-query';
import { attestationOf } from '../../data/proofs.js';
import { Button } from '../../parts/button.js';
import { downloadText } from '../../parts/downloads.js';
import { ProblemView } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';

/** Gives what a request is attested by as a file, which is verified without the service. */
export function AttestationButton({ id }: { id: string }) {
  const work = useMutation({
    mutationFn: () => attestationOf(id),
    onSuccess: (envelope) => downloadText(`attestation-${id}.json`, 'application/json', JSON.stringify(envelope)),
  });
  return (
    <>
      <Button disabled={work.isPending} title={TEXTS.transition.attestationHint} onClick={() => work.mutate()}>
        {TEXTS.transition.attestation}
      </Button>
      {work.error && <ProblemView error={work.error} />}
    </>
  );
}
