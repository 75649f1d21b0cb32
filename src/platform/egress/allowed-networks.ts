import { BlockList } from 'node:net';
import { type SettingsReader } from '../config/settings-reader.js';
import { addNetwork } from '../http/client-address.js';

/** Networks that may be called although they are not part of the public internet. */
export type AllowedNetworks = Pick<BlockList, 'check'>;

/** `STAGEGATE_WEBHOOK_ALLOWED_NETWORKS`: addresses and CIDR ranges, separated by commas; none unless set. */
export function readAllowedNetworks(read: SettingsReader): AllowedNetworks {
  const networks = new BlockList();
  for (const range of (read.text('STAGEGATE_WEBHOOK_ALLOWED_NETWORKS') ?? '').split(',').map((part) => part.trim())) {
    if (range !== '' && !addNetwork(networks, range)) {
      read.fault(
        `STAGEGATE_WEBHOOK_ALLOWED_NETWORKS must be addresses and ranges such as 10.0.0.0/8, fd00::/8; "${range}" is neither.`,
      );
    }
  }
  return networks;
}
