import { type AuditEventResponse } from '@stagegate/client';
import { RECORD_TEXTS } from '../texts/record.js';
import { visibleText } from './identifiers.js';

type Event = AuditEventResponse;

/** What happened, in words; an action that is newer than these words stands for itself. */
export function actionText(action: string): string {
  return RECORD_TEXTS.actions[action] ?? visibleText(action);
}

/** The events of each day where the reader is, in the order in which they come. */
export function byDay<Item extends { at: string }>(
  events: readonly Item[],
  now: Date,
): [day: string, events: Item[]][] {
  const days = new Map<string, Item[]>();
  for (const event of events) {
    const day = dayText(new Date(event.at), now);
    const there = days.get(day);
    if (there) there.push(event);
    else days.set(day, [event]);
  }
  return [...days];
}

function dayText(at: Date, now: Date): string {
  if (at.toDateString() === now.toDateString()) return RECORD_TEXTS.today;
  const before = new Date(now);
  before.setDate(now.getDate() - 1);
  if (at.toDateString() === before.toDateString()) return RECORD_TEXTS.yesterday;
  return at.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

/** What an event is about besides model and version, from its details; null when they say no more. */
export function eventNote({ action, actor, details }: Pick<Event, 'action' | 'actor' | 'details'>): string | null {
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : null);
  const parts = [
    text('fromStage') && text('toStage') ? `${text('fromStage')} → ${text('toStage')}` : null,
    action === 'gate_policy.set' ? `r${String(details['revision'])}` : null,
    text('alias'),
    text('subject') === actor ? null : text('subject'),
    text('method') && text('path') ? `${text('method')} ${text('path')}` : null,
    action === 'model.renamed' || action === 'dataset.registered' ? text('name') : null,
    datasetName(details['dataset']),
    text('reason') ? `“${text('reason')}”` : null,
    text('comment') ? `“${text('comment')}”` : null,
    action === 'transition.refused' ? text('detail') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

function datasetName(dataset: unknown): string | null {
  if (typeof dataset === 'string') return dataset;
  if (typeof dataset !== 'object' || dataset === null) return null;
  const { name, version } = dataset as { name?: unknown; version?: unknown };
  return typeof name === 'string' ? [name, version].filter((part) => typeof part === 'string').join(' ') : null;
}

/** Where the events of a filter are streamed from. */
export function exportPath(filter: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return `/api/v1/audit-events/export?${query}`;
}
