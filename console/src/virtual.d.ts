/** The schemas of a policy, taken from the API document when the console is built. */
declare module 'virtual:policy-schema' {
  import { type Schemas } from './policy/schema.js';
  export const schemas: Schemas;
}

/** Sets of the API document: what the service may answer one day is asked for without a change here. */
declare module 'virtual:api-sets' {
  import { type ModelConditionCode, type Permission } from '@stagegate/client';
  export const modelConditions: readonly ModelConditionCode[];
  export const permissions: readonly Permission[];
}
