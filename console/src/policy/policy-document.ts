/** A policy as it is written: plain JSON, of which the form knows a part and keeps the rest. */
export type PolicyDocument = Readonly<Record<string, unknown>>;
export type Rule = Readonly<Record<string, unknown>>;

export const GATED = ['Production', 'Staging'] as const;
export type Gated = (typeof GATED)[number];

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The document of a text; null while the text is no JSON object. */
export function parsePolicy(text: string): PolicyDocument | null {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) ? document : null;
  } catch {
    return null;
  }
}

export function writePolicy(document: PolicyDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A policy that asks for nothing yet, where none was set. */
export const EMPTY_POLICY: PolicyDocument = { stages: { Production: { rules: [] } } };

function blockOf(document: PolicyDocument, stage: Gated): Readonly<Record<string, unknown>> | undefined {
  const stages = document['stages'];
  const block = isObject(stages) ? stages[stage] : undefined;
  return isObject(block) ? block : undefined;
}

/** A field of a stage's gates; at the top level fields mean Production. */
export function stageField(document: PolicyDocument, stage: Gated, name: string): unknown {
  const top = stage === 'Production' ? document[name] : undefined;
  return top ?? blockOf(document, stage)?.[name];
}

/** The document with another value of a stage's field, in the place where the document has it; undefined takes it away. */
export function withStageField(document: PolicyDocument, stage: Gated, name: string, value: unknown): PolicyDocument {
  if (stage === 'Production' && document[name] !== undefined) return withField(document, name, value);
  const stages = isObject(document['stages']) ? document['stages'] : {};
  const block = withField(blockOf(document, stage) ?? {}, name, value);
  return { ...document, stages: { ...stages, [stage]: block } };
}

export function withField<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
  name: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (value !== undefined) return { ...fields, [name]: value };
  return Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name));
}

export function rulesOf(document: PolicyDocument, stage: Gated): Rule[] {
  const rules = stageField(document, stage, 'rules');
  return Array.isArray(rules) ? rules.filter(isObject) : [];
}

export interface Slot {
  role: string;
  count: number;
}

/** The approvals that a stage states; null when it states none and the service's own demand holds. */
export function slotsOf(document: PolicyDocument, stage: Gated): Slot[] | null {
  const approvals = stageField(document, stage, 'approvals');
  if (!isObject(approvals) || !Array.isArray(approvals['slots'])) return null;
  return approvals['slots'].filter(isObject).map(({ role, count }) => ({
    role: typeof role === 'string' ? role : '',
    count: typeof count === 'number' ? count : 1,
  }));
}

export function withSlots(document: PolicyDocument, stage: Gated, slots: readonly Slot[]): PolicyDocument {
  const approvals = stageField(document, stage, 'approvals');
  return withStageField(document, stage, 'approvals', { ...(isObject(approvals) ? approvals : {}), slots });
}
