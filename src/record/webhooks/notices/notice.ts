import { type Action } from '../../events/catalogue.js';
import { type ToldEvent } from '../../events/cloud-event.js';

/** What people are told of an event, whatever the form. */
export interface Notice {
  title: string;
  /** Names and what they are, in the order they are shown. */
  facts: readonly (readonly [name: string, value: string])[];
  /** Where the console shows it. */
  link: string;
}

/** What happens to people's work, by the action. */
const TOLD: Partial<Record<Action, (event: ToldEvent) => string>> = {
  'transition.requested': (event) => `${subjectOf(event)} awaits approval for ${toStageOf(event)}`,
  'transition.refused': (event) => `${subjectOf(event)} was refused for ${toStageOf(event)}`,
  'transition.applied': (event) =>
    event.details.kind === 'rollback'
      ? `${event.model} was rolled back to version ${event.version}`
      : `${subjectOf(event)} is in ${toStageOf(event)}`,
  'hold.set': (event) => `${subjectOf(event)} is on hold`,
  'review.overdue': (event) => `The review of ${subjectOf(event)} is overdue`,
};

/** Whether people are told of an event; other events are for machines alone. */
export function isNoticed({ action }: Pick<ToldEvent, 'action'>): boolean {
  return Object.hasOwn(TOLD, action);
}

/** What people are told; `address` is the one that they open. */
export function noticeOf(event: ToldEvent, address: string): Notice {
  const title = TOLD[event.action as Action]?.(event) ?? `${event.action} happened`;
  return { title, facts: factsOf(event), link: `${address}/console${pathOf(event)}` };
}

function factsOf({ actor, at, details }: ToldEvent): [string, string][] {
  const report = details.gateReport as { message?: unknown } | undefined;
  const facts: [string, unknown][] = [
    ['By', actor],
    ['At', at.toISOString()],
    ['Asked for by', details.requestedBy === actor ? undefined : details.requestedBy],
    ['Reason', details.reason],
    ['Outcome', details.detail],
    ['Due', details.dueAt],
    ['Gates', report?.message === details.detail ? undefined : report?.message],
  ];
  return facts.flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : []));
}

function subjectOf({ model, version }: ToldEvent): string {
  if (model === null) return 'The registry';
  return version === null ? model : `${model} version ${version}`;
}

function toStageOf({ details }: ToldEvent): string {
  return typeof details.toStage === 'string' ? details.toStage : 'another stage';
}

function pathOf({ model, version, details }: ToldEvent): string {
  if (typeof details.transitionId === 'string') return `/transitions/${details.transitionId}`;
  if (model === null) return '/';
  return `/models/${model}${version === null ? '' : `/versions/${version}`}`;
}
