/** How a value is compared with the incumbent's: as it stands, or by what its uncertainty allows to say. */
export const REGRESSION_MODES = ['point', 'non_inferiority', 'no_detected_regression', 'superiority'] as const;
/** One of them. */
export type RegressionMode = (typeof REGRESSION_MODES)[number];
