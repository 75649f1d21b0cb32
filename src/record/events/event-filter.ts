import { type ModelScope } from '../../platform/access/model-scope.js';
import { type ToldEvent } from './cloud-event.js';

/** Which events somebody wants to hear of, and may. */
export interface EventFilter {
  /** Null for every one. */
  actions: readonly string[] | null;
  /** The model of this name; what it was called before or later counts as well. */
  model: string | null;
  /** Id of the model that had the name when this was asked; null when there was none. */
  modelId: string | null;
  modelPrefix: string | null;
  /** Of which models, by what they are called now, its asker may know. */
  scope: ModelScope | null;
}

export const EVERYTHING: EventFilter = { actions: null, model: null, modelId: null, modelPrefix: null, scope: null };

/** Whether an event is one that is asked for; the statement of `readFeed` says the same in SQL. Who may see it, `keepVisible` says. */
export function matches(filter: EventFilter, event: ToldEvent): boolean {
  const { actions, model, modelPrefix } = filter;
  if (actions !== null && !actions.includes(event.action)) return false;
  if (model !== null && !isAbout(filter, event)) return false;
  return modelPrefix === null || namesOf(event).some((name) => name.startsWith(modelPrefix));
}

function isAbout({ model, modelId }: EventFilter, event: ToldEvent): boolean {
  return (modelId !== null && event.modelId === modelId) || namesOf(event).includes(model!);
}

/** A new name is told of as much as the one before it. */
function namesOf({ action, model, details }: ToldEvent): string[] {
  const to = action === 'model.renamed' && typeof details.to === 'string' ? [details.to] : [];
  return model === null ? to : [model, ...to];
}
