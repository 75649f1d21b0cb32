export const SIGN_IN_WAYS = ['provider', 'link', 'token'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** Places elsewhere that the console links to. */
export class ConsoleLinksResponse {
  /** A commit's page, with `{gitCommit}` where the commit belongs; null when none is configured. */
  gitCommit: string | null;

  /** A training run's page, with `{runId}` where the run's id belongs; null when none is configured. */
  runId: string | null;
}

export class SignInProviderResponse {
  /** The name of the issuer here, which stands before its subjects. */
  name: string;

  /** What its button says. */
  label: string;

  /** Where a browser goes to sign in; `next` in the query names the page of the console to go on to. */
  startUrl: string;
}

export class ConsoleSettingsResponse {
  /** What this registry is called. */
  instanceName: string;

  /**
   * The ways there are to sign in, the easiest first: `provider` is one of `providers`, `link` is printed by the start of the service,
   * `token` is any that it issued.
   */
  signIn: SignInWay[];

  /** The identity providers by whom people sign in. */
  providers: SignInProviderResponse[];

  /** Whether the example can be loaded. */
  hasExample: boolean;
}
