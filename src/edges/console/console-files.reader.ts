import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../platform/package-files.js';

/** A built file, whole and in the encodings that the build left beside it. */
export interface ConsoleFile {
  mediaType: string;
  plain: Buffer;
  packed: ReadonlyMap<Encoding, Buffer>;
}

/** The smallest first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const SUFFIXES: Record<Encoding, string> = { br: '.br', gzip: '.gz' };
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

function folder(): string {
  return join(packageRoot(), 'console', 'dist');
}

/** Whether the console was built; a service without it has its API all the same. */
export function isConsoleBuilt(): boolean {
  return existsSync(join(folder(), 'index.html'));
}

export function readConsolePage(): string {
  return readFileSync(join(folder(), 'index.html'), 'utf8');
}

/** Every asset by its name, read once; a name that is not here leads nowhere, least of all to another folder. */
export function readConsoleAssets(): ReadonlyMap<string, ConsoleFile> {
  const assets = join(folder(), 'assets');
  const names = existsSync(assets) ? readdirSync(assets) : [];
  const files = names.flatMap((name): [string, ConsoleFile][] => {
    const mediaType = MEDIA_TYPES[name.split('.').at(-1)!];
    return mediaType === undefined ? [] : [[name, readAsset(join(assets, name), mediaType)]];
  });
  return new Map(files);
}

function readAsset(path: string, mediaType: string): ConsoleFile {
  const packed = ENCODINGS.flatMap((encoding): [Encoding, Buffer][] => {
    const beside = path + SUFFIXES[encoding];
    return existsSync(beside) ? [[encoding, readFileSync(beside)]] : [];
  });
  return { mediaType, plain: readFileSync(path), packed: new Map(packed) };
}
