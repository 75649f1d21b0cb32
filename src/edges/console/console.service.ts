import { Injectable } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { problemKind } from '../../platform/http/problem.js';
import { preferredCoding } from '../../platform/http/quality.js';
import { providerStartPath } from '../../access/sessions/provider-paths.js';
import { Config } from '../../platform/config.js';
import {
  type ConsoleFile,
  ENCODINGS,
  isConsoleBuilt,
  readConsoleAssets,
  readConsolePage,
} from './console-files.reader.js';
import { type ConsoleLinksResponse, type ConsoleSettingsResponse, type SignInWay } from './console.dto.js';

const CONSOLE_NOT_BUILT = problemKind(404, 'CONSOLE_NOT_BUILT', 'The console was not built');
const ASSET_NOT_FOUND = problemKind(404, 'ASSET_NOT_FOUND', 'The console has no such file');

@Injectable()
export class ConsoleService {
  private page: string | undefined;
  private assets: ReadonlyMap<string, ConsoleFile> | undefined;

  constructor(private readonly config: Config) {}

  getSettings(): ConsoleSettingsResponse {
    const { instanceName, databaseUrl, issuers } = this.config;
    const isEmbedded = databaseUrl === null;
    const providers = issuers.flatMap(({ name, client }) =>
      client === null ? [] : [{ name, label: client.label, startUrl: providerStartPath(name) }],
    );
    const signIn: SignInWay[] = isEmbedded ? ['link', 'token'] : ['token'];
    if (providers.length > 0) signIn.unshift('provider');
    return { instanceName, signIn, providers, hasExample: isEmbedded };
  }

  getLinks(): ConsoleLinksResponse {
    return this.config.linkTemplates;
  }

  getPage(): string {
    if (!isConsoleBuilt())
      throw CONSOLE_NOT_BUILT('Build it by "npm run build"; the API is at /api/v1, its pages at /docs.');
    this.page ??= readConsolePage();
    return this.page;
  }

  /** The bytes of an asset, in the smallest form that the caller takes. */
  getAsset(name: string, encodings: string | undefined, reply: FastifyReply): Buffer {
    this.assets ??= readConsoleAssets();
    const file = this.assets.get(name);
    if (file === undefined)
      throw ASSET_NOT_FOUND('There is no such file; a newer console was put in its place. Load it again.');
    const offered = ENCODINGS.filter((encoding) => file.packed.has(encoding));
    const encoding = preferredCoding(encodings, offered);
    void reply.type(file.mediaType).header('Cache-Control', 'public, max-age=31536000, immutable');
    void reply.header('Vary', 'Accept-Encoding');
    if (encoding === null) return file.plain;
    void reply.header('Content-Encoding', encoding);
    return file.packed.get(encoding)!;
  }
}
