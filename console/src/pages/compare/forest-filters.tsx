import { useSearch } from '@tanstack/react-router';
import { visibleText } from '../../format/identifiers.js';
import { SHOWN, SORTS, type ForestShown, type ForestSort } from '../../forest/forest-order.js';
import { type Forest } from '../../forest/forest-rows.js';
import { Choice, choiceStyles, Switch } from '../../parts/choice.js';
import { useIsPhone } from '../../parts/use-width.js';
import { TEXTS } from '../../texts.js';
import { useChange } from './use-change.js';
import styles from './compare.module.css';

const texts = TEXTS.compare;

/** Which rows are shown, and in which order; folded on a phone, where the rows matter more. */
export function ForestFilters({ forest }: { forest: Forest }) {
  const isPhone = useIsPhone();
  if (!isPhone) return <Filters forest={forest} />;
  return (
    <details className={styles.filters}>
      <summary>{texts.filters}</summary>
      <Filters forest={forest} />
    </details>
  );
}

function Filters({ forest }: { forest: Forest }) {
  const { feature, sort = 'worst', show = 'all', fit = false } = useSearch({ from: '/shell/models/$model/compare' });
  const change = useChange();
  const features = [...new Set(forest.rows.flatMap(({ group }) => (group === '' ? [] : group.split(' × '))))].sort();
  return (
    <div className={choiceStyles.choices} role="group" aria-label={texts.filters}>
      <Choice
        label={texts.feature}
        value={feature ?? ''}
        options={[['', texts.allFeatures], ...features.map((name) => [name, visibleText(name)] as const)]}
        onChoose={(value) => change({ feature: value || undefined })}
      />
      <Choice
        label={texts.sort}
        value={sort}
        options={SORTS.map((each) => [each, texts.sorts[each]])}
        onChoose={(value) => change({ sort: value as ForestSort })}
      />
      <Choice
        label={texts.show}
        value={show}
        options={SHOWN.map((each) => [each, texts.shown[each]])}
        onChoose={(value) => change({ show: value as ForestShown })}
      />
      <Switch label={texts.fit} isOn={fit} onSwitch={(isOn) => change({ fit: isOn || undefined })} />
    </div>
  );
}
