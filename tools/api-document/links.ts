/** Where a field of an answer leads: operations that take it as the path parameters named. */
interface Lead {
  parameters: Record<string, string>;
  operations: readonly string[];
}

const TO_MODEL = [
  'getModel',
  'updateModel',
  'setGatePolicy',
  'registerVersion',
  'listVersions',
  'listModelTransitions',
];
const TO_VERSION = [
  'getVersion',
  'updateVersion',
  'submitEvaluation',
  'listEvaluations',
  'submitPredictions',
  'checkGates',
  'requestTransition',
  'quarantineVersion',
];

const ID = { id: '$response.body#/id' };
const TRANSITION: Lead[] = [
  { parameters: ID, operations: ['getTransition', 'getTransitionStanding', 'decideTransition', 'cancelTransition'] },
  { parameters: { id: '$response.body#/gateReportId' }, operations: ['getGateReport', 'replayGateReport'] },
];

/** By the schema of an answer. */
const LEADS: Record<string, readonly Lead[]> = {
  ModelResponse: [{ parameters: { model: '$response.body#/name' }, operations: TO_MODEL }],
  VersionResponse: [
    {
      parameters: { model: '$response.body#/model', version: '$response.body#/version' },
      operations: TO_VERSION,
    },
  ],
  EvaluationResponse: [{ parameters: ID, operations: ['getEvaluation'] }],
  DatasetVersionResponse: [{ parameters: ID, operations: ['getDataset'] }],
  GateReportResponse: [{ parameters: ID, operations: ['getGateReport', 'replayGateReport'] }],
  IssuedTokenResponse: [{ parameters: ID, operations: ['revokeToken'] }],
  PredictionJobResponse: [{ parameters: ID, operations: ['getPredictionJob', 'cancelPredictionJob'] }],
  RequestedTransitionResponse: TRANSITION,
  TransitionResponse: TRANSITION,
};

interface Link {
  operationId: string;
  parameters: Record<string, string>;
}

const LINKS = Object.entries(LEADS).flatMap(([schema, leads]) =>
  leads.flatMap(({ parameters, operations }) =>
    operations.map((operationId): [string, string, Link] => [schema, operationId, { operationId, parameters }]),
  ),
);

/** The links as components of the document. */
export const LINK_COMPONENTS: Record<string, Link> = Object.fromEntries(
  LINKS.map(([schema, operation, link]) => [`${schema}.${operation}`, link]),
);

/** Links of an answer whose body has this schema, by operation; absent when it leads nowhere, and for a GET, which changes nothing. */
export function linksOf(method: string, schema: string): Record<string, { $ref: string }> | undefined {
  const name = schema.split('/').at(-1);
  const found = method === 'get' ? [] : LINKS.filter(([from]) => from === name);
  if (found.length === 0) return undefined;
  return Object.fromEntries(
    found.map(([from, operation]) => [operation, { $ref: `#/components/links/${from}.${operation}` }]),
  );
}
