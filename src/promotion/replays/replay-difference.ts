import { JUDGING_VERSION } from '../../judging/judging-version.js';
import { type RuleOutcome } from '../../judging/outcome/gate-outcome.js';
import { METHOD_IDS, methodOf } from '../../judging/statistics/methods.js';

/** How a replay differs from what is stored, and why. */
export interface ReplayDifference {
  storedDigest: string;
  storedJudgingVersion: number;
  judgingVersion: number;
  message: string;
}

/** What there is to say of a replay that is not the stored report; `stored` is how that was judged. */
export function describeDifference(stored: {
  digest: string;
  judgingVersion: number | undefined;
  rules: readonly RuleOutcome[];
}): ReplayDifference {
  const { digest: storedDigest, judgingVersion: storedJudgingVersion = 1, rules } = stored;
  const versions = { storedDigest, storedJudgingVersion, judgingVersion: JUDGING_VERSION };
  if (storedJudgingVersion === JUDGING_VERSION) {
    const message = `Both were judged by version ${JUDGING_VERSION} of the judging, which gives one report for one evidence: the stored report, its evidence or its policy was changed.`;
    return { ...versions, message };
  }
  const changed = changedMethods(rules);
  const named = changed.length === 0 ? '' : ` (${changed.join(', ')})`;
  const message = `The stored report was judged by version ${storedJudgingVersion} of the judging, this one by version ${JUDGING_VERSION}${named}, so that numbers, reasons and verdicts may differ.`;
  return { ...versions, message };
}

/** Methods of the stored measures that compute otherwise now, such as `paired_t 1 → 2`. */
function changedMethods(rules: readonly RuleOutcome[]): string[] {
  const used = new Set(rules.flatMap(methodsOf));
  return METHOD_IDS.flatMap((id) => {
    const { version } = methodOf(id);
    return [...used]
      .filter((one) => one.startsWith(`${id} `) && one !== `${id} ${version}`)
      .map((one) => `${one} → ${version}`);
  });
}

function methodsOf({ measures, rules = [] }: RuleOutcome): string[] {
  const own = measures.flatMap(({ method }) => (method === undefined ? [] : [`${method.id} ${method.version}`]));
  return [...own, ...rules.flatMap(methodsOf)];
}
