import { mergePatch } from './merge-patch.js';

/** What the record tells of a model; `details` are those of its action. */
export interface ModelEvent {
  at: Date;
  action: string;
  version: number | null;
  details: Record<string, unknown>;
}

/** Actions whose events a model is put together from. */
export const MODEL_ACTIONS = [
  'model.created',
  'model.updated',
  'model.renamed',
  'version.deleted',
  'alias.set',
  'alias.deleted',
  'transition.applied',
] as const;

/** What of a model changes, as it stood at a time; what was in Production is told by tenures. */
export interface PastModel {
  name: string;
  description: string;
  owner: string | null;
  tags: Record<string, string>;
  updatedAt: Date;
  aliases: Record<string, number>;
}

interface Changes {
  name?: string;
  description?: string | null;
  owner?: string | null;
  tags?: Record<string, string | null> | null;
}

/** A model by the events about it until then, oldest first; the first is that of its making. */
export function modelAsItStood(events: readonly ModelEvent[], createdAt: Date): PastModel {
  const blank = {
    name: '',
    description: '',
    owner: null,
    tags: {},
    updatedAt: createdAt,
    aliases: {},
  };
  return events.reduce<PastModel>(applyEvent, blank);
}

function applyEvent(model: PastModel, event: ModelEvent): PastModel {
  const { at, action, version, details } = event;
  const { alias } = details as { alias?: string | null };
  switch (action) {
    case 'model.created':
      return { ...model, ...changesOf(model, details) };
    case 'model.updated':
      return { ...model, ...changesOf(model, details), updatedAt: at };
    case 'model.renamed':
      return { ...model, name: String(details['to']), updatedAt: at };
    case 'alias.set':
      return { ...model, aliases: { ...model.aliases, [alias!]: version! } };
    case 'alias.deleted':
      return { ...model, aliases: without(model.aliases, (name) => name === alias) };
    case 'version.deleted':
      return { ...model, aliases: without(model.aliases, (_name, of) => of === version) };
    default:
      // A move takes a protected alias along.
      return alias ? { ...model, aliases: { ...model.aliases, [alias]: version! } } : model;
  }
}

function changesOf(model: PastModel, details: Changes): Pick<PastModel, 'name' | 'description' | 'owner' | 'tags'> {
  const { name = model.name, description = model.description, owner = model.owner, tags } = details;
  return { name, description: description ?? '', owner, tags: mergePatch(model.tags, tags) };
}

function without(aliases: Record<string, number>, isGone: (name: string, version: number) => boolean) {
  return Object.fromEntries(Object.entries(aliases).filter(([name, version]) => !isGone(name, version)));
}
