import { type SettingName } from './settings.js';
import { type SettingsReader } from './settings-reader.js';

/** Places elsewhere that the console links to; each holds its word in braces. */
export interface LinkTemplates {
  /** A commit, by `{gitCommit}`. */
  readonly gitCommit: string | null;
  /** A training run, by `{runId}`. */
  readonly runId: string | null;
}

/** The console, and how long people stay signed in to it. */
export interface ConsoleSettings {
  /** The address that people open, without a path; null when they use the one that the service listens on. */
  readonly publicOrigin: string | null;
  /** Tells one registry from another on the screen. */
  readonly instanceName: string;
  readonly sessions: {
    /** Without a request a session ends after this. */
    readonly idleSeconds: number;
    readonly longestSeconds: number;
  };
  readonly linkTemplates: LinkTemplates;
}

const DAY = 86_400;

export function readConsoleSettings(read: SettingsReader): ConsoleSettings {
  return {
    publicOrigin: readOrigin(read),
    instanceName: read.text('STAGEGATE_INSTANCE_NAME') ?? 'Stagegate',
    sessions: Object.freeze({
      idleSeconds: read.count('SESSION_IDLE_SECONDS', 28_800, 60, 30 * DAY),
      longestSeconds: read.count('SESSION_SECONDS', DAY, 60, 90 * DAY),
    }),
    linkTemplates: Object.freeze({
      gitCommit: readTemplate(read, 'STAGEGATE_GIT_COMMIT_LINK', '{gitCommit}'),
      runId: readTemplate(read, 'STAGEGATE_RUN_LINK', '{runId}'),
    }),
  };
}

function readOrigin(read: SettingsReader): string | null {
  const value = read.text('STAGEGATE_PUBLIC_URL');
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}${url.hash}` === '/';
  if (isPlain) return url.origin;
  read.fault(`STAGEGATE_PUBLIC_URL must be a URL without a path, such as https://registry.example, not "${value}".`);
  return null;
}

function readTemplate(read: SettingsReader, name: SettingName, word: string): string | null {
  const value = read.text(name);
  if (value === null || (/^https?:/.test(value) && URL.canParse(value) && value.includes(word))) return value;
  read.fault(`${name} must be an http or https URL that holds ${word}, not "${value}".`);
  return null;
}
