import { type SettingsReader } from './settings-reader.js';

/** What checkpoints and attestations are signed with; neither takes the key of the data folder. */
export interface CheckpointSettings {
  /** PEM, or the base64 of PKCS #8. */
  readonly checkpointKey: string | null;
  readonly checkpointKeyFile: string | null;
}

export function readCheckpointSettings(read: SettingsReader): CheckpointSettings {
  const settings = {
    checkpointKey: read.text('STAGEGATE_CHECKPOINT_KEY'),
    checkpointKeyFile: read.text('STAGEGATE_CHECKPOINT_KEY_FILE'),
  };
  if (settings.checkpointKey !== null && settings.checkpointKeyFile !== null) {
    read.fault('STAGEGATE_CHECKPOINT_KEY and STAGEGATE_CHECKPOINT_KEY_FILE exclude each other; give one.');
  }
  return settings;
}
