import { useMutation, useQuery } from '@tanstack/react-query';
import { lookForRights } from '../data/permissions.js';
import { meQuery } from '../data/session.js';
import { Button } from '../parts/button.js';
import { Stored } from '../parts/facts.js';
import { Page } from '../parts/page.js';
import { Command } from '../parts/states.js';
import { TEXTS } from '../texts.js';

const texts = TEXTS.noRights;

/** For somebody who is known and may do nothing: who they are here, in the words that an administrator needs to let them in. */
export function NoRights() {
  const { data: me } = useQuery(meQuery);
  const look = useMutation({ mutationFn: lookForRights });
  return (
    <Page title={texts.title}>
      <p>{texts.what}</p>
      {me && <Command text={me.subject} />}
      {me && (
        <p>
          {me.groups.length === 0 ? texts.noGroups : texts.groups} <Stored text={me.groups.join(', ')} />
        </p>
      )}
      <p>{texts.then}</p>
      <Button look="primary" disabled={look.isPending} onClick={() => look.mutate()}>
        {TEXTS.states.lookAgain}
      </Button>
    </Page>
  );
}
