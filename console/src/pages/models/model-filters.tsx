import { modelConditions } from 'virtual:api-sets';
import { type ModelsAsked } from '../../data/registry.js';
import { type ModelSort } from '../../router.js';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters.js';
import { TEXTS } from '../../texts.js';

const texts = TEXTS.models;

interface ModelFiltersProps {
  asked: ModelsAsked;
  onChange: (asked: ModelsAsked) => void;
}

/** What the list is asked for; it stands in the address, so that a view can be sent to somebody. */
export function ModelFilters({ asked, onChange }: ModelFiltersProps) {
  const change = (changes: ModelsAsked) => onChange({ ...asked, ...changes });
  return (
    <Filters>
      <TextFilter label={texts.filter} value={asked.text} onChange={(text) => change({ text })} />
      <ChoiceFilter
        label={texts.stage}
        value={asked.stage ?? ''}
        onChange={(stage) => change({ stage: (stage || undefined) as ModelsAsked['stage'] })}
      >
        <option value="">{texts.anyStage}</option>
        <option value="Production">Production</option>
        <option value="Staging">Staging</option>
      </ChoiceFilter>
      <ChoiceFilter
        label={texts.columns.conditions}
        value={asked.condition ?? ''}
        onChange={(condition) => change({ condition: modelConditions.find((each) => each === condition) })}
      >
        <option value="">{texts.anyCondition}</option>
        {modelConditions.map((condition) => (
          <option key={condition} value={condition}>
            {condition.replaceAll('_', ' ')}
          </option>
        ))}
      </ChoiceFilter>
      <TextFilter label={texts.owner} value={asked.owner} onChange={(owner) => change({ owner })} />
      <TextFilter label={texts.tag} value={asked.tag} onChange={(tag) => change({ tag })} />
      <ChoiceFilter
        label={texts.sort}
        value={asked.sort ?? 'name'}
        onChange={(sort) => change({ sort: sort as ModelSort })}
      >
        {Object.entries(texts.sorts).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </ChoiceFilter>
    </Filters>
  );
}
