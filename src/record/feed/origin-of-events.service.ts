import { type AddressInfo } from 'node:net';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config } from '../../platform/config.js';
import { type EventOrigin } from '../events/cloud-event.js';

/** Tells where the service is: under the address that people open, or else under the one it listens on. */
@Injectable()
export class OriginOfEvents {
  constructor(
    private readonly config: Config,
    private readonly host: HttpAdapterHost,
  ) {}

  get origin(): EventOrigin {
    const { publicOrigin } = this.config;
    return { source: `${publicOrigin ?? ''}/api/v1`, address: publicOrigin ?? this.listeningAt() };
  }

  private listeningAt(): string {
    const server = this.host.httpAdapter?.getHttpServer() as { address(): AddressInfo | string | null } | undefined;
    const bound = server?.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : this.config.port;
    const { host } = this.config;
    return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  }
}
