import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type EventsAsked } from '../../data/record.js';
import { beginOf, LAST_SPANS, type LastSpan } from '../../format/moments.js';
import { ChoiceFilter, Filters, MomentFilter, TextFilter } from '../../parts/filters.js';
import { RECORD_TEXTS } from '../../texts/record.js';

const texts = RECORD_TEXTS;
const ACTIONS = Object.entries(texts.actions);
const CUSTOM = 'custom';

type KindName = keyof typeof texts.kinds;

/** The nouns that are of a kind by another name. */
const KINDS: Readonly<Record<string, KindName>> = {
  token: 'access',
  session: 'access',
  role: 'access',
  role_binding: 'access',
  trust_rule: 'access',
  waiver: 'governance',
  hold: 'governance',
  freeze: 'governance',
  review: 'governance',
  policy_change: 'governance',
};

/** Of what kind an action is, by the noun that its name begins with. */
function kindOf(action: string): KindName {
  const noun = action.split('.', 1)[0]!;
  if (noun in texts.kinds) return noun as KindName;
  return KINDS[noun] ?? 'other';
}

export function RecordFilters() {
  const asked = useSearch({ from: '/shell/record' });
  const navigate = useNavigate({ from: '/record' });
  const change = (changes: EventsAsked) =>
    void navigate({ search: (before) => ({ ...before, ...changes, open: undefined }), replace: true });
  return (
    <Filters note={texts.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}>
      <TextFilter label={texts.filters.actor} value={asked.actor} onChange={(actor) => change({ actor })} />
      <ActionFilter value={asked.action} onChange={(action) => change({ action })} />
      <TextFilter label={texts.filters.model} value={asked.model} onChange={(model) => change({ model })} />
      <TextFilter
        label={texts.filters.version}
        type="number"
        value={asked.version === undefined ? undefined : String(asked.version)}
        onChange={(version) => change({ version: version === undefined ? undefined : Number(version) })}
      />
      <TimeFilter asked={asked} onChange={change} />
    </Filters>
  );
}

function ActionFilter({ value, onChange }: { value?: string; onChange: (action: string | undefined) => void }) {
  return (
    <ChoiceFilter label={texts.filters.action} value={value ?? ''} onChange={(action) => onChange(action || undefined)}>
      <option value="">{texts.filters.anyAction}</option>
      {Object.entries(texts.kinds).map(([kind, name]) => (
        <optgroup key={kind} label={name}>
          {ACTIONS.filter(([action]) => kindOf(action) === kind).map(([action, words]) => (
            <option key={action} value={action}>
              {words}
            </option>
          ))}
        </optgroup>
      ))}
      {value !== undefined && !(value in texts.actions) && <option value={value}>{value}</option>}
    </ChoiceFilter>
  );
}

/** Quick spans first; two moments for whoever knows them. */
function TimeFilter({ asked, onChange }: { asked: EventsAsked; onChange: (changes: EventsAsked) => void }) {
  // Both moments may be empty while somebody fills them in.
  const [isKept, setKept] = useState(false);
  const isCustom = asked.last === undefined && (isKept || asked.from !== undefined || asked.to !== undefined);
  const edit = (changes: EventsAsked) => {
    setKept(true);
    onChange(changes);
  };
  const choose = (choice: string) => {
    if (choice === CUSTOM) return edit({ last: undefined, from: beginOf(asked.last ?? '24h', Date.now()) });
    setKept(false);
    onChange({ last: (choice || undefined) as LastSpan | undefined, from: undefined, to: undefined });
  };
  return (
    <>
      <ChoiceFilter label={texts.filters.time} value={isCustom ? CUSTOM : (asked.last ?? '')} onChange={choose}>
        <option value="">{texts.anyTime}</option>
        {LAST_SPANS.map((span) => (
          <option key={span} value={span}>
            {texts.ranges[span]}
          </option>
        ))}
        <option value={CUSTOM}>{texts.customTime}</option>
      </ChoiceFilter>
      {isCustom && (
        <>
          <MomentFilter label={texts.filters.from} value={asked.from} onChange={(from) => edit({ from })} />
          <MomentFilter label={texts.filters.to} value={asked.to} onChange={(to) => edit({ to })} />
        </>
      )}
    </>
  );
}
