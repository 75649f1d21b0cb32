import { type SettingsReader } from './settings-reader.js';

/** The MLflow tracking server that runs are read from, and how this service signs in there. */
export interface TrackingSettings {
  /** Its address without a slash at the end; null reads no runs. */
  readonly uri: string | null;
  readonly token: string | null;
  readonly tokenFile: string | null;
  readonly username: string | null;
  readonly password: string | null;
  readonly passwordFile: string | null;
}

export function readTrackingSettings(read: SettingsReader): TrackingSettings {
  const settings = {
    uri: readUri(read),
    token: read.text('MLFLOW_TRACKING_TOKEN'),
    tokenFile: read.text('MLFLOW_TRACKING_TOKEN_FILE'),
    username: read.text('MLFLOW_TRACKING_USERNAME'),
    password: read.text('MLFLOW_TRACKING_PASSWORD'),
    passwordFile: read.text('MLFLOW_TRACKING_PASSWORD_FILE'),
  };
  checkCredentials(read, settings);
  return Object.freeze(settings);
}

/** A fault does not repeat the address, which may hold a password. */
function readUri(read: SettingsReader): string | null {
  const value = read.text('MLFLOW_TRACKING_URI');
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const isPlain =
    url !== null && /^https?:$/.test(url.protocol) && `${url.username}${url.password}${url.search}${url.hash}` === '';
  if (isPlain) return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  read.fault(
    'MLFLOW_TRACKING_URI must be an http or https address such as https://mlflow.example, with credentials in settings of their own.',
  );
  return null;
}

function checkCredentials(read: SettingsReader, settings: TrackingSettings): void {
  const { token, tokenFile, username, password, passwordFile } = settings;
  if (token !== null && tokenFile !== null)
    read.fault('MLFLOW_TRACKING_TOKEN and MLFLOW_TRACKING_TOKEN_FILE exclude each other; give one.');
  if (password !== null && passwordFile !== null)
    read.fault('MLFLOW_TRACKING_PASSWORD and MLFLOW_TRACKING_PASSWORD_FILE exclude each other; give one.');
  const hasPassword = password !== null || passwordFile !== null;
  if ((username !== null) !== hasPassword)
    read.fault('MLFLOW_TRACKING_USERNAME goes with MLFLOW_TRACKING_PASSWORD or MLFLOW_TRACKING_PASSWORD_FILE.');
}
