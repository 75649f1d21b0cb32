export const SIGN_IN_WAYS = ['link', 'token'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** Places elsewhere that the console links to. */
export class ConsoleLinksResponse {
  /** A commit's page, with `{gitCommit}` where the commit belongs; null when none is configured. */
  gitCommit: string | null;

  /** A training run's page, with `{runId}` where the run's id belongs; null when none is configured. */
  runId: string | null;
}

export class ConsoleSettingsResponse {
  /** What this registry is called. */
  instanceName: string;

  /** The ways there are to sign in, the easiest first: `link` is printed by the start of the service, `token` is any that it issued. */
  signIn: SignInWay[];

  /** Whether the example can be loaded. */
  hasExample: boolean;
}
