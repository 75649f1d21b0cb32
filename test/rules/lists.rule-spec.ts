import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SESSION_LIST } from '../../src/access/sessions/sessions.queries.js';
import { TOKEN_LIST } from '../../src/access/tokens/auth.queries.js';
import { ROLE_BINDING_LIST } from '../../src/access/role-bindings/role-bindings.queries.js';
import { ROLE_LIST } from '../../src/access/roles/roles.queries.js';
import { TRUST_RULE_LIST } from '../../src/access/trust-rules/trust-rules.queries.js';
import { EVALUATION_LIST } from '../../src/measuring/evaluations/evaluations.queries.js';
import { JOB_LIST } from '../../src/measuring/predictions/jobs/prediction-jobs.queries.js';
import { type ListSource } from '../../src/platform/lists/lists.queries.js';
import { FREEZE_LIST } from '../../src/promotion/freezes/freezes.queries.js';
import { REVIEW_LIST } from '../../src/promotion/overrides/reviews.queries.js';
import { REVISION_LIST } from '../../src/promotion/policies/gate-policies.queries.js';
import { POLICY_CHANGE_LIST } from '../../src/promotion/policies/policy-changes.queries.js';
import { WAIVER_LIST } from '../../src/promotion/waivers/waivers.queries.js';
import { HISTORY_LIST, PRODUCTION_LIST, TENURE_LIST } from '../../src/promotion/transitions/history/history.queries.js';
import {
  MODEL_TRANSITION_LIST,
  TRANSITION_LIST,
} from '../../src/promotion/transitions/history/transition-list.queries.js';
import { SEGMENT_LIST } from '../../src/record/audit/archive.queries.js';
import { AUDIT_LIST } from '../../src/record/audit/audit.queries.js';
import { DATASET_LIST } from '../../src/registry/datasets/datasets.queries.js';
import { DELIVERY_LIST } from '../../src/record/webhooks/deliveries.queries.js';
import { WEBHOOK_LIST } from '../../src/record/webhooks/webhooks.queries.js';
import { MODEL_LIST } from '../../src/registry/models/models.queries.js';
import { VERSION_LIST } from '../../src/registry/versions/version-list.queries.js';

/** Each list by its path in the guide, in the guide's order. */
const LISTS: Record<string, ListSource> = {
  '/models': MODEL_LIST,
  '/models/{model}/versions': VERSION_LIST,
  '/models/{model}/versions/{version}/evaluations': EVALUATION_LIST,
  '/models/{model}/transitions': MODEL_TRANSITION_LIST,
  '/models/{model}/history': HISTORY_LIST,
  '/models/{model}/tenures': TENURE_LIST,
  '/production': PRODUCTION_LIST,
  '/transitions': TRANSITION_LIST,
  '/freezes': FREEZE_LIST,
  '/reviews': REVIEW_LIST,
  '/models/{model}/gate-policy/revisions': REVISION_LIST,
  '/models/{model}/versions/{version}/waivers': WAIVER_LIST,
  '/policy-changes': POLICY_CHANGE_LIST,
  '/datasets': DATASET_LIST,
  '/prediction-jobs': JOB_LIST,
  '/audit-events': AUDIT_LIST,
  '/audit-events/segments': SEGMENT_LIST,
  '/tokens': TOKEN_LIST,
  '/sessions': SESSION_LIST,
  '/role-bindings': ROLE_BINDING_LIST,
  '/roles': ROLE_LIST,
  '/trust-rules': TRUST_RULE_LIST,
  '/webhooks': WEBHOOK_LIST,
  '/webhooks/{id}/deliveries': DELIVERY_LIST,
};

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'searching.md'), 'utf8');
const ROWS = [...PAGE.matchAll(/^\| `(\/[^`]+)` +\| (.+?) +\| (.+?) +\|$/gm)];

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

it('the guide names each list with the fields that filter it and the orders it has', () => {
  const told = ROWS.map(([, path, fields, orders]) => [path, fields, orders]);
  const expected = Object.entries(LISTS).map(([path, { fields, defaultSort }]) => {
    const sortable = Object.keys(fields).filter((name) => fields[name]!.sortable);
    const isDefault = (name: string): boolean => name === defaultSort.replace('-', '');
    const orders = [defaultSort, ...sortable.filter((name) => !isDefault(name))];
    return [path, quoted(Object.keys(fields)), quoted(orders)];
  });
  expect(told).toEqual(expected);
});

it('every list has a name of its own, an order to begin with, and a unique last key that is never null', () => {
  const sources = Object.values(LISTS);
  expect(new Set(sources.map(({ name }) => name)).size).toBe(sources.length);
  for (const { fields, defaultSort, tieBreaker } of sources) {
    expect(fields[defaultSort.replace('-', '')]?.sortable).toBe(true);
    expect(fields[tieBreaker]?.sortable).toBe(true);
  }
});
