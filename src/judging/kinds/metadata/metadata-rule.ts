import { z } from 'zod';
import { canonicalJson } from '../../../values/canonical-json.js';
import { compareText } from '../../../values/compare-text.js';
import { readPublicKey } from '../../../values/dsse.js';
import { baseOf } from '../rule-base.js';
import { type RuleDefaults } from '../rule-defaults.js';
import { name, ruleFields } from '../rule-fields.js';
import { type IsTighter, type RuleBase, type RuleFault, ruleFault } from '../rule-kind.js';
import { isSafePattern } from './safe-pattern.js';

/** The names of the fact that signatures are over. */
const ARTIFACT_PATHS: readonly string[] = ['artifactDigest', 'artifact.digest'];

/** What may be asked of a fact. */
export const FACT_OPERATORS = [
  'present',
  'absent',
  'equals',
  'matches',
  'compatible_with_incumbent',
  'verified',
] as const;
/** One of them. */
export type FactOperator = (typeof FACT_OPERATORS)[number];

const identitySchema = z
  .strictObject({
    subject: z
      .string()
      .min(1)
      .max(500)
      .describe(
        'Subject alternative name of the certificate, such as an e-mail address or the URL of a workflow; * stands for any characters.',
      ),
    issuer: z.string().min(1).max(500).describe('Issuer of the identity, to the letter, as the certificate names it.'),
  })
  .meta({ id: 'SignerIdentity', description: 'Somebody who may sign by Sigstore.' });

const factSchema = z
  .strictObject({
    path: name(200).describe(
      'Fact of the version, such as runId, gitCommit, artifactDigest, signature, tags.team or params.depth.',
    ),
    op: z.enum(FACT_OPERATORS).describe('What must hold of it.'),
    value: z
      .union([z.string().max(500), z.number(), z.boolean()])
      .optional()
      .describe('Value for equals; pattern for matches.'),
    keys: z
      .array(z.string().max(4_000))
      .min(1)
      .max(20)
      .optional()
      .describe('Public keys for verified, as PEM: Ed25519, ECDSA or RSA; the signature of one of them is enough.'),
    identities: z
      .array(identitySchema)
      .min(1)
      .max(20)
      .optional()
      .describe(
        'Who may sign for verified by a Sigstore bundle; one of them is enough, and so is one of keys where both are given.',
      ),
  })
  .meta({ id: 'FactDemand', description: 'One demand on the record of the version.' });

/** A metadata rule as a document states it. */
export const metadataRuleSchema = z
  .strictObject({
    kind: z.literal('metadata').describe('Demands facts on the record of the version.'),
    require: z.array(factSchema).min(1).max(100).describe('The demands; all must hold.'),
    ...ruleFields,
  })
  .meta({ id: 'MetadataRule', description: 'Facts the version must state.' });

/** Somebody who may sign; the subject is a pattern. */
export type SignerIdentity = z.infer<typeof identitySchema>;

/** One demand on the record of the version. */
export interface FactDemand {
  path: string;
  op: FactOperator;
  value?: string | number | boolean;
  /** Of verified, as are identities. */
  keys?: string[];
  identities?: SignerIdentity[];
}

/** Facts that the record of the version must state. */
export interface MetadataRule extends RuleBase {
  kind: 'metadata';
  require: FactDemand[];
}

/** Completes a metadata rule, its demands in order. */
export function expandMetadata(document: z.infer<typeof metadataRuleSchema>, defaults: RuleDefaults): MetadataRule {
  const demands = document.require.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.op, b.op));
  return { ...baseOf(document, defaults), kind: 'metadata', require: demands };
}

/** Demands without the value they need, or with a pattern that could run for long. */
export function metadataFaults({ require: demands }: MetadataRule): RuleFault[] {
  return demands.flatMap((demand) => {
    const detail = demandFault(demand);
    return detail === undefined ? [] : [ruleFault('require', ...detail)];
  });
}

function demandFault(demand: FactDemand): [code: string, detail: string] | undefined {
  const { path, op, value, keys, identities } = demand;
  if (op === 'verified') return verifiedFault(demand);
  if (identities !== undefined)
    return ['IDENTITIES_NOT_APPLICABLE', `${path} ${op} takes no identities; verified does.`];
  if (keys !== undefined) return ['KEYS_NOT_APPLICABLE', `${path} ${op} takes no keys; verified does.`];
  if (op === 'equals' && value === undefined) return ['VALUE_MISSING', `${path} equals needs a value.`];
  if (op !== 'matches') return undefined;
  if (typeof value !== 'string') return ['VALUE_MISSING', `${path} matches needs a pattern as value.`];
  if (isSafePattern(value)) return undefined;
  const detail = `The pattern for ${path} is not one of RE2, which knows no references back and no looks around, or is too long or repeats too much.`;
  return ['INVALID_PATTERN', detail];
}

function verifiedFault({ path, keys = [], identities = [] }: FactDemand): [code: string, detail: string] | undefined {
  if (!ARTIFACT_PATHS.includes(path)) return ['NOT_SIGNED', `${path} carries no signatures; artifactDigest does.`];
  if (keys.length + identities.length === 0)
    return ['KEYS_MISSING', `${path} verified needs the keys or the identities that may sign.`];
  if (identities.some(({ subject }) => /^\**$/.test(subject)))
    return ['ANYBODY_MAY_SIGN', `A subject for ${path} names nobody; write more of it than *.`];
  const unreadable = keys.findIndex((pem) => readPublicKey(pem) === null);
  return unreadable < 0 ? undefined : ['INVALID_KEY', `Key ${unreadable + 1} for ${path} is no public key in PEM.`];
}

/** Demands may be added and none dropped. */
export const isMoreDemands: IsTighter = (narrower, base) =>
  (base as object[]).every((demand) =>
    (narrower as object[]).some((other) => canonicalJson(other) === canonicalJson(demand)),
  );
