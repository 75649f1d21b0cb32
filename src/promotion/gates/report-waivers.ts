interface ShownWaiver {
  id: string;
  grantedBy: string;
  expiresAt: Date | string;
}

interface ShownRule {
  id: string;
  waivedBy?: readonly ShownWaiver[];
}

/** The waivers that a report shows, each with its rule. */
export function waiversOf({ rules }: { rules: readonly ShownRule[] }): (ShownWaiver & { ruleId: string })[] {
  return rules.flatMap(({ id: ruleId, waivedBy = [] }) =>
    waivedBy.map(({ id, grantedBy, expiresAt }) => ({ id, ruleId, grantedBy, expiresAt })),
  );
}
