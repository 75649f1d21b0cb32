import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lookAgain } from '../../data/client.js';
import { useMay } from '../../data/permissions.js';
import { loadExample, settingsQuery } from '../../data/session.js';
import { Button } from '../../parts/button.js';
import { Section } from '../../parts/page.js';
import { Command, ProblemView } from '../../parts/states.js';
import { rowStyles } from '../../parts/transition-row.js';
import { TEXTS } from '../../texts.js';
import styles from './home.module.css';

const texts = TEXTS.home;

/** What stands in place of lists that are all empty: the three steps of the first promotion, or an example that took them. */
export function FirstUse() {
  const { data: settings } = useQuery(settingsQuery);
  return (
    <Section title={texts.first} hint={texts.firstHint}>
      <div className={styles.first}>
        <ol className={styles.steps}>
          {texts.firstSteps.map(({ name, command }, index) => (
            <li key={name}>
              <span className={styles.number}>{index + 1}</span>
              {name}
              <Command text={command} />
            </li>
          ))}
        </ol>
        {settings?.hasExample && <Example />}
      </div>
    </Section>
  );
}

function Example() {
  const may = useMay('example:load', null);
  const navigate = useNavigate();
  const load = useMutation({
    mutationFn: loadExample,
    onSuccess: async (model) => {
      await lookAgain();
      await navigate({ to: '/models/$model', params: { model } });
    },
  });
  return (
    <>
      <Button
        look="primary"
        locked={may ? null : texts.mayNotLoad}
        disabled={load.isPending}
        onClick={() => load.mutate()}
      >
        {load.isPending ? texts.loading : texts.example}
      </Button>
      <p className={rowStyles.second}>{texts.exampleHint}</p>
      {load.error && <ProblemView error={load.error} />}
    </>
  );
}
