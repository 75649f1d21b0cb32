import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller } from '../../platform/access/caller.js';
import { Config } from '../../platform/config.js';
import { changeGround } from '../../platform/database/common-ground.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { problemAt } from '../../values/pointer.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { digestOf } from '../tokens/token.js';
import { SessionAuthenticator } from './session-authenticator.service.js';
import {
  type ListSessionsQuery,
  type SessionResponse,
  type StartSessionRequest,
  toSessionResponse,
} from './sessions.dto.js';
import { sessionNotFound } from './sessions.problems.js';
import { endSessionRow, findSessionOf, insertSession, listSessionRows } from './sessions.queries.js';
import { type ProvenHolder, SignInProofs } from './sign-in-proofs.service.js';

const LONGEST_USER_AGENT = 300;

/** A session with the header that hands it to the browser. */
export interface StartedSession {
  session: SessionResponse;
  cookie: string;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly proofs: SignInProofs,
    private readonly browsers: SessionAuthenticator,
    private readonly config: Config,
  ) {}

  async startSession({ code, token }: StartSessionRequest, request: FastifyRequest): Promise<StartedSession> {
    if ((code === undefined) === (token === undefined))
      throw validationFailed([problemAt([], 'IS_ONE_WAY', 'give either a code or a token')]);
    const holder = token === undefined ? null : await this.proofs.holderOfToken(token, request);
    const started = await this.dataSource.transaction(async (manager) => {
      const proven = holder ?? (await this.proofs.spendCode(manager, code!, request));
      return proven && this.begin(manager, proven, request);
    });
    return started ?? this.proofs.refuseCode();
  }

  /** Whoever manages tokens sees the sessions of all. */
  async listSessions(query: ListSessionsQuery, caller: Caller): Promise<Page<SessionResponse>> {
    const subject = managesOthers(caller) ? query.subject : caller.subject;
    const isOthers = query.subject !== undefined && query.subject !== subject;
    if (isOthers) return { items: [], nextCursor: null };
    const page = await listSessionRows(this.dataSource.manager, { ...query, subject });
    return mapPage(page, (row) => toSessionResponse(row, caller.session?.id));
  }

  async endSession(id: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await changeGround(manager);
      const subject = managesOthers(caller) ? null : caller.subject;
      const ended = await endSessionRow(manager, { id, subject });
      if (ended === null) throw sessionNotFound();
      const details = { id, subject: ended.subject };
      await this.audit.record(manager, caller, { action: 'session.ended', details });
    });
  }

  /** Answers the header that takes the cookie back. */
  async endCurrentSession(caller: Caller, request: FastifyRequest): Promise<string> {
    if (caller.session === undefined) throw sessionNotFound();
    await this.endSession(caller.session.id, caller);
    return this.browsers.cookie(request);
  }

  /** A browser gets another cookie at each sign-in; the session it had ends, so that nobody else keeps it. */
  async begin(
    manager: EntityManager,
    holder: Pick<ProvenHolder, 'subject' | 'tokenId' | 'expiresAt'>,
    request: FastifyRequest,
  ): Promise<StartedSession> {
    const { subject, tokenId, expiresAt } = holder;
    const by = { subject, requestId: request.id };
    await this.endFormer(manager, request, by);
    const secret = this.browsers.newSecret();
    const userAgent = request.headers['user-agent']?.slice(0, LONGEST_USER_AGENT) ?? null;
    const { clientAddress: address } = request;
    const row = { id: uuidv7(), digest: digestOf(secret), tokenId, subject, userAgent, address };
    const session = await insertSession(manager, row, { ...this.config.sessions, tokenEndsAt: expiresAt });
    const details = { id: row.id, subject, tokenId, address: row.address, endsAt: session.endsAt };
    await this.audit.record(manager, by, { action: 'session.started', details });
    return { session: toSessionResponse(session, row.id), cookie: this.browsers.cookie(request, secret) };
  }

  private async endFormer(
    manager: EntityManager,
    request: FastifyRequest,
    by: Pick<Caller, 'subject' | 'requestId'>,
  ): Promise<void> {
    const secret = this.browsers.secretOf(request);
    const former = secret === undefined ? null : await findSessionOf(manager, digestOf(secret));
    if (former === null) return;
    await endSessionRow(manager, { id: former.id, subject: null });
    await this.audit.record(manager, by, { action: 'session.ended', details: former });
  }
}

function managesOthers(caller: Caller): boolean {
  return caller.permissions.has('token:manage');
}
