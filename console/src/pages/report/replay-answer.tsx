import { ProblemError, type ReplayedGateReportResponse, type ReplayProblemResponse } from '@stagegate/client';
import { Stored } from '../../parts/facts.js';
import { Panel } from '../../parts/page.js';
import { ProblemView } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';

const texts = TEXTS.report;

interface ReplayAnswerProps {
  replayed: ReplayedGateReportResponse | undefined;
  error: unknown;
}

/** What came of judging the kept evidence again: the same, or the first place at which it is not. */
export function ReplayAnswer({ replayed, error }: ReplayAnswerProps) {
  if (replayed) return <p role="status">{texts.replayed}</p>;
  const difference = differenceOf(error);
  if (!difference) return error ? <ProblemView error={error} /> : null;
  const { cause, pointer, stored, replayed: now } = difference;
  return (
    <Panel>
      <p role="status">
        {texts.replayDiffers} {cause === 'method' ? texts.differsByMethod : texts.differsByChange}
      </p>
      <p>
        {texts.differsAt}{' '}
        <code>
          <Stored text={pointer} />
        </code>
        :{' '}
        <del>
          <Stored text={stored ?? '–'} />
        </del>{' '}
        →{' '}
        <ins>
          <Stored text={now ?? '–'} />
        </ins>
      </p>
    </Panel>
  );
}

function differenceOf(error: unknown): ReplayProblemResponse['difference'] | null {
  if (!(error instanceof ProblemError) || !('difference' in error.problem)) return null;
  return (error.problem as ReplayProblemResponse).difference;
}
