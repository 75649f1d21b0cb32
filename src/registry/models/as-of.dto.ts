import { IsMoment, Optional } from '../../platform/http/fields.js';

export class AsOfQuery {
  /** A moment in the past: answers what was so then, by the record. A day alone, as in `2026-11-20`, is its first moment in UTC. Now unless given. */
  @Optional()
  @IsMoment()
  at?: string;
}
