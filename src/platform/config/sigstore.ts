import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toTrustMaterial, type TrustMaterial } from '@sigstore/verify';
import { type SettingsReader } from './settings-reader.js';

/** Whose certificates and whose logs count for Sigstore bundles. */
export interface SigstoreSettings {
  /** Null where no root is trusted, so that no bundle shows who signed. */
  readonly sigstoreRoot: TrustMaterial | null;
}

const NAME = 'STAGEGATE_SIGSTORE_ROOT_FILE';

/** Reads the `trusted_root.json` that the setting names. */
export function readSigstoreSettings(read: SettingsReader): SigstoreSettings {
  const path = read.text(NAME);
  const json = path === null ? null : read.file(NAME, path);
  if (json === null) return { sigstoreRoot: null };
  const sigstoreRoot = trustOf(json);
  if (sigstoreRoot === null)
    read.fault(`${NAME}: ${path} is no trusted_root.json of Sigstore with a certificate authority and a log.`);
  return { sigstoreRoot };
}

function trustOf(json: string): TrustMaterial | null {
  try {
    const material = toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(json)));
    return material.certificateAuthorities.length > 0 && material.tlogs.length > 0 ? material : null;
  } catch {
    return null;
  }
}
