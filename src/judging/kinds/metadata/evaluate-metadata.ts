import { canonicalJson } from '../../../values/canonical-json.js';
import { isSignedBy, readPublicKey, subjectDigests } from '../../../values/dsse.js';
import { matchesGlob } from '../../../values/glob.js';
import { METADATA_CODES } from './metadata-reasons.js';
import { type ArtifactSignature, type Signer, type VersionFacts } from '../../evidence/gate-evidence.js';
import { type MeasureOutcome } from '../../outcome/gate-outcome.js';
import { type FactDemand, type MetadataRule, type SignerIdentity } from './metadata-rule.js';
import { concludeMeasure, emptyMeasure, type RuleJudgement } from '../../outcome/measure-outcome.js';
import { type RuleContext } from '../../context/rule-context.js';
import { matchesPattern } from './safe-pattern.js';
import { signatureFault } from './signature-compatibility.js';

/** Signatures that a failure tells of, the newest ones. */
const MOST_TOLD = 3;

/** Judges facts on the record of the version, one measure per demand; a missing fact is a FAIL, never a shrug. */
export function evaluateMetadata(rule: MetadataRule, context: RuleContext): RuleJudgement {
  return { measures: rule.require.map((demand) => judgeFact(demand, context)) };
}

function judgeFact(demand: FactDemand, { evidence }: RuleContext): MeasureOutcome {
  const { path, op } = demand;
  const base = { ...emptyMeasure(path, {}), basis: 'record of the version' };
  const fact = factAt(evidence.challenger, path);
  if (op === 'compatible_with_incumbent') {
    if (evidence.incumbent === null)
      return concludeMeasure(base, 'SKIPPED', 'NO_INCUMBENT', `${path}: no incumbent to be compatible with.`);
    const fault = compatibilityFault(path, fact, factAt(evidence.incumbent, path));
    if (fault === undefined)
      return concludeMeasure(base, 'PASS', METADATA_CODES.FACT_HOLDS, `${path}: compatible with the incumbent.`);
    return concludeMeasure(
      base,
      'FAIL',
      isPresent(fact) ? METADATA_CODES.FACT_NOT_COMPATIBLE : METADATA_CODES.FACT_MISSING,
      `${path}: ${fault}.`,
    );
  }
  if (op === 'verified') return judgeSignatures(demand, fact, evidence.challenger, base);
  if (holds(demand, fact))
    return concludeMeasure(base, 'PASS', METADATA_CODES.FACT_HOLDS, `${path}: ${said(demand)} holds.`);
  const missing = !isPresent(fact) && op !== 'absent';
  const sentence = missing ? `${path} is not stated.` : `${path} is ${shown(fact)}; demanded is ${said(demand)}.`;
  return concludeMeasure(
    base,
    'FAIL',
    missing ? METADATA_CODES.FACT_MISSING : METADATA_CODES.FACT_DOES_NOT_HOLD,
    sentence,
    `Register a version that states ${path} as demanded.`,
  );
}

/** Whether one of the keys or identities that the policy names signed a statement about this very artifact. */
function judgeSignatures(
  { path, keys = [], identities = [] }: FactDemand,
  digest: unknown,
  { signatures = [] }: VersionFacts,
  base: Parameters<typeof concludeMeasure>[0],
): MeasureOutcome {
  if (!isPresent(digest))
    return concludeMeasure(
      base,
      'FAIL',
      METADATA_CODES.FACT_MISSING,
      `${path} is not stated, so nothing can be signed.`,
    );
  if (signatures.length === 0)
    return concludeMeasure(
      base,
      'FAIL',
      METADATA_CODES.SIGNATURE_MISSING,
      `${path}: the artifact carries no signature.`,
    );
  const trusted = keys.map(readPublicKey).filter((key) => key !== null);
  const signed = signatures.filter((envelope) => subjectDigests(envelope).some((each) => `sha256:${each}` === digest));
  if (signed.some((envelope) => isSignedBy(envelope, trusted)))
    return concludeMeasure(base, 'PASS', METADATA_CODES.FACT_HOLDS, `${path}: signed by a key that the policy names.`);
  const signer = signed.map(signerOf).find((each) => identities.some((identity) => isIdentity(identity, each)));
  if (signer) return concludeMeasure(base, 'PASS', METADATA_CODES.FACT_HOLDS, `${path}: signed by ${signer.subject}.`);
  const count = signatures.length;
  const verdict = count === 1 ? 'its one signature is not' : `none of its ${count} signatures is`;
  const named = [keys.length > 0 && 'a key', identities.length > 0 && 'an identity'].filter(Boolean).join(' or ');
  const sentence = `${path}: ${verdict} by ${named} that the policy names.`;
  const found = identities.length === 0 ? [] : signatures.slice(-MOST_TOLD).map(sentenceOn);
  return concludeMeasure(base, 'FAIL', METADATA_CODES.SIGNATURE_NOT_TRUSTED, [sentence, ...found].join(' '));
}

function signerOf({ sigstore }: ArtifactSignature): Signer | null {
  return sigstore?.signer ?? null;
}

function isIdentity({ subject, issuer }: SignerIdentity, signer: Signer | null): boolean {
  return signer !== null && signer.issuer === issuer && matchesGlob(subject, signer.subject);
}

/** What a signature shows that no identity of the policy made. */
function sentenceOn({ sigstore }: ArtifactSignature): string {
  if (sigstore === undefined) return 'One came without a Sigstore bundle.';
  const { signer, fault } = sigstore;
  return signer === null ? `Of one, ${fault}.` : `One is by ${signer.subject}, whom ${signer.issuer} knows.`;
}

function holds({ op, value }: FactDemand, fact: unknown): boolean {
  switch (op) {
    case 'present':
      return isPresent(fact);
    case 'absent':
      return !isPresent(fact);
    case 'equals':
      return isPresent(fact) && (fact === value || String(fact) === String(value)) && typeof fact !== 'object';
    case 'matches':
      return typeof fact === 'string' && typeof value === 'string' && matchesPattern(fact, value);
    case 'compatible_with_incumbent':
    case 'verified':
      return false;
  }
}

function compatibilityFault(path: string, own: unknown, theirs: unknown): string | undefined {
  if (!isPresent(own)) return 'not stated';
  if (!isPresent(theirs)) return undefined;
  if (path === 'signature') return signatureFault(own, theirs);
  return canonicalJson(own) === canonicalJson(theirs) ? undefined : 'differs from that of the incumbent';
}

/** A fact by its path: a field of the version, `lineage.…` and `artifact.digest` as other names of such, or a key of tags or params. */
function factAt(facts: VersionFacts, path: string): unknown {
  const aliases: Readonly<Record<string, unknown>> = {
    'lineage.runId': facts.runId,
    'lineage.gitCommit': facts.gitCommit,
    'lineage.dataset': facts.dataset,
    'artifact.digest': facts.artifactDigest,
    'modelCard.uri': facts.tags?.['modelCard.uri'],
  };
  if (Object.hasOwn(aliases, path)) return aliases[path];
  const [head = '', ...rest] = path.split('.');
  const keyed = head === 'tags' ? facts.tags : head === 'params' ? facts.params : undefined;
  if (keyed !== undefined && rest.length > 0 && Object.hasOwn(keyed, rest.join('.'))) return keyed[rest.join('.')];
  let value: unknown = facts;
  for (const step of [head, ...rest]) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

function isPresent(fact: unknown): boolean {
  return fact !== undefined && fact !== null && fact !== '';
}

function said({ op, value }: FactDemand): string {
  return value === undefined ? op : `${op} ${JSON.stringify(value)}`;
}

function shown(fact: unknown): string {
  return (typeof fact === 'string' ? JSON.stringify(fact) : canonicalJson(fact ?? null)).slice(0, 200);
}
