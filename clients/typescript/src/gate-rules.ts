import { type GateRule, type ShortGateRule, type SimpleGateRule } from './generated/index.js';

/** A gate rule that states its kind. */
export type KindedGateRule = Exclude<GateRule, ShortGateRule>;

/** A gate rule that states its kind and is no group. */
export type KindedSimpleGateRule = Exclude<SimpleGateRule, ShortGateRule>;
