import { type AuditVerificationResponse, type VerificationJobResponse } from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { newKey } from '../../data/actions.js';
import { verificationQuery, verify } from '../../data/record.js';
import { formatCount } from '../../format/numbers.js';
import { Button } from '../../parts/button.js';
import { CopyButton, Digest, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { Facts, Panel } from '../../parts/page.js';
import { Loaded, ProblemView } from '../../parts/states.js';
import { RECORD_TEXTS } from '../../texts/record.js';
import styles from './record.module.css';

const texts = RECORD_TEXTS.verification;

/** Whether the record fits: started here, run by the service, with its id in the address so that the answer can be sent on. */
export function Verification() {
  const { verification: id } = useSearch({ from: '/shell/record' });
  const navigate = useNavigate({ from: '/record' });
  const query = useQuery(verificationQuery(id));
  const start = useMutation({
    mutationFn: () => verify(newKey()),
    onSuccess: ({ id: verification }) =>
      void navigate({ search: (before) => ({ ...before, verification }), replace: true }),
  });
  const isRunning = start.isPending || (query.data !== undefined && query.data.finishedAt === null);
  return (
    <Panel>
      <div className={styles.verification} aria-live="polite">
        {id === undefined ? <p className={styles.second}>{texts.none}</p> : <Standing query={query} />}
        <Button disabled={isRunning} onClick={() => start.mutate()}>
          {id === undefined ? texts.start : texts.again}
        </Button>
        {start.error && <ProblemView error={start.error} />}
      </div>
      {query.data?.result && <Findings result={query.data.result} />}
    </Panel>
  );
}

function Standing({ query }: { query: Parameters<typeof Loaded<VerificationJobResponse>>[0]['query'] }) {
  return (
    <Loaded query={query} lines={1}>
      {(job) => <Said job={job} />}
    </Loaded>
  );
}

function Said({ job: { status, through, to, error, result, finishedAt } }: { job: VerificationJobResponse }) {
  if (status === 'queued') return <p>{texts.queued}</p>;
  if (status === 'running')
    return (
      <div className={styles.progress}>
        <progress max={to ?? undefined} value={to === null ? undefined : through} aria-label={texts.progress} />
        {to !== null && <span>{texts.running(formatCount(through), formatCount(to))}</span>}
      </div>
    );
  if (result === null) return <p>{status === 'cancelled' ? texts.cancelled : texts.failed(error ?? status)}</p>;
  return (
    <p className={styles.said}>
      <Mark status={result.valid ? 'PASS' : 'FAIL'} />
      <Stored
        text={
          result.valid
            ? texts.valid(formatCount(result.events), formatCount(result.objects))
            : texts.broken(result.reason ?? '')
        }
      />
      {finishedAt && (
        <span className={styles.second}>
          <Time at={finishedAt} />
        </span>
      )}
    </p>
  );
}

function Findings({ result }: { result: AuditVerificationResponse }) {
  const { broken, differences } = result;
  return (
    <details className={styles.findings} open={!result.valid}>
      <summary>{texts.checkpoint}</summary>
      <p className={styles.second}>{texts.checkpointHint}</p>
      <Facts
        facts={[
          [
            texts.through,
            <span key="through">
              <code>{result.through}</code>
              <CopyButton text={String(result.through)} />
            </span>,
          ],
          [texts.checkpoint, <Digest key="digest" digest={`sha256:${result.digest}`} />],
          [
            texts.chains,
            broken.length > 0 ? (
              <Lines
                key="broken"
                lines={broken.map(({ model, sequence, reason }) =>
                  texts.chain(model ?? RECORD_TEXTS.registry, sequence, reason),
                )}
              />
            ) : null,
          ],
          [
            texts.differences,
            differences.length > 0 ? <Lines key="differences" lines={differences.map(differenceLine)} /> : null,
          ],
          [texts.limits, <Stored key="limits" text={result.limits} />],
        ]}
      />
    </details>
  );
}

type Difference = AuditVerificationResponse['differences'][number];

function differenceLine({ kind, model, id, field, expected, found }: Difference): string {
  const what = [kind, model, id, field].filter((part) => part !== null).join(' · ');
  return texts.difference(what, expected ?? texts.nothing, found ?? texts.nothing);
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>
          <Stored text={line} />
        </li>
      ))}
    </ul>
  );
}
