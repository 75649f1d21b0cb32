/** The schemas of a policy, taken from the API document when the console is built. */
declare module 'virtual:policy-schema' {
  import { type Schemas } from './policy/schema.js';
  export const schemas: Schemas;
}
