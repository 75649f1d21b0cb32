import { type ComparisonResponse, type EvaluationDataset } from '@stagegate/client';
import { useSearch } from '@tanstack/react-router';
import { visibleText } from '../../format/identifiers.js';
import { Choice, choiceStyles, NumberChoice } from '../../parts/choice.js';
import { TEXTS } from '../../texts.js';
import { useChange } from './use-change.js';
import { type Compared } from './use-compared.js';

const texts = TEXTS.compare;

interface CompareChoicesProps {
  compared: Compared;
  numbers: readonly number[];
  /** Whether there are older versions, which are chosen by their number. */
  hasOlder: boolean;
  metric: string;
  metrics: readonly string[];
  /** Says which data both were measured on, once it is there. */
  comparison: ComparisonResponse | undefined;
}

/** What is compared with what; another version has other reports and other rows. */
export function CompareChoices({ compared, numbers, hasOlder, metric, metrics, comparison }: CompareChoicesProps) {
  const { challenger, incumbent } = compared;
  const change = useChange();
  const { dataset: chosen } = useSearch({ from: '/shell/models/$model/compare' });
  const others = (own: number, other: number) =>
    [...new Set([own, ...numbers])]
      .filter((version) => version !== other)
      .sort((one, next) => next - one)
      .map((version) => [String(version), String(version)] as const);
  const afresh = { report: undefined, row: undefined, feature: undefined };
  const datasets = comparison ? [comparison.dataset, ...comparison.datasets] : [];
  const names = [...new Set(datasets.map(({ name }) => name))];
  const challenge = (version: number) => change({ a: version, b: incumbent, ...afresh });
  const oppose = (version: number) => change({ a: challenger, b: version, ...afresh });
  return (
    <div className={choiceStyles.choices}>
      <Choice
        label={texts.challenger}
        value={String(challenger)}
        options={others(challenger, incumbent)}
        onChoose={(value) => challenge(Number(value))}
      />
      {hasOlder && (
        <NumberChoice label={texts.challengerNumber} value={challenger} most={numbers[0]} onChoose={challenge} />
      )}
      <Choice
        label={texts.incumbent}
        value={String(incumbent)}
        options={others(incumbent, challenger)}
        onChoose={(value) => oppose(Number(value))}
      />
      {hasOlder && <NumberChoice label={texts.incumbentNumber} value={incumbent} most={numbers[0]} onChoose={oppose} />}
      <Choice
        label={texts.dataset}
        value={chosen ?? comparison?.dataset.name ?? ''}
        options={names.map((name) => [name, visibleText(labelOf(name, datasets))])}
        onChoose={(value) => change({ dataset: value, row: undefined })}
      />
      <Choice
        label={texts.metric}
        value={metric}
        options={[...new Set([...metrics, ...(metric === '' ? [] : [metric])])].map((name) => [
          name,
          visibleText(name),
        ])}
        onChoose={(value) => change({ metric: value, row: undefined })}
      />
    </div>
  );
}

function labelOf(name: string, datasets: readonly EvaluationDataset[]): string {
  const versions = datasets.filter((each) => each.name === name).map(({ version }) => version);
  return [name, ...versions.slice(0, 1)].join(' ');
}
