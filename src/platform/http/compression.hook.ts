import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Permission } from '../access/permission.js';
import { type Coding, CODINGS } from './preconditions.js';
import { acceptedCodings, preferredCoding } from './quality.js';
import { addVary } from './vary.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The coding that the bytes of the answer will travel in; absent when they go as they are. */
    coding?: Coding;
  }
}

type Compress = (payload: string) => Promise<Buffer>;

/** Below it an answer fits into a few packets, and packing costs more than it saves; the hot reads are smaller. */
const SMALLEST_BYTES = 4_096;
const PACKED_WELL = /^(?:application\/(?:[a-z.-]+\+)?json|application\/yaml|text\/)/;
/** Half of what the highest quality saves, in a hundredth of its time. */
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } };
/** The documents that everybody may read are few and large. */
const KEPT = 8;
/** Secrets beside text of a caller's choice could be guessed from the length of what is packed. */
const SECRET: Permission = 'token:manage';

/** Node.js has zstd since 22.15. */
const { zstdCompress } = zlib as {
  zstdCompress?: (payload: string, done: (error: Error | null, packed: Buffer) => void) => void;
};
const brotli = promisify<string, zlib.BrotliOptions, Buffer>(zlib.brotliCompress);
const COMPRESS: Partial<Record<Coding, Compress>> = {
  ...(zstdCompress && { zstd: promisify(zstdCompress) }),
  br: (payload) => brotli(payload, BROTLI),
  gzip: promisify<string, Buffer>(zlib.gzip),
};
const OFFERED = CODINGS.filter((coding) => coding in COMPRESS);

/** Chooses how a large text answer travels, before it is tagged. */
export function chooseCodings(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload === 'string' && payload.length >= SMALLEST_BYTES && isPackable(request, reply)) {
      addVary(reply, 'Accept-Encoding');
      request.coding = preferredCoding(acceptedCodings(request), OFFERED) ?? undefined;
    }
    done(null, payload);
  });
}

/** Packs what was chosen, once nothing needs to read it any more; away from the thread that answers. */
export function compressAnswers(fastify: FastifyInstance): void {
  const kept = new Map<string, Promise<Buffer>>();
  const pack = (request: FastifyRequest, reply: FastifyReply, payload: string): Promise<Buffer> => {
    const compress = COMPRESS[request.coding!]!;
    const isPublic = request.routeOptions.config.access?.permission === null;
    const etag = reply.getHeader('etag');
    if (!isPublic || typeof etag !== 'string') return compress(payload);
    const packed = kept.get(etag) ?? compress(payload);
    if (kept.size < KEPT) kept.set(etag, packed);
    return packed;
  };
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.coding === undefined || typeof payload !== 'string') return done(null, payload);
    void reply.header('Content-Encoding', request.coding).removeHeader('content-length');
    pack(request, reply, payload).then((packed) => done(null, packed), done);
  });
}

function isPackable({ routeOptions }: FastifyRequest, reply: FastifyReply): boolean {
  const type = reply.getHeader('content-type');
  if (typeof type !== 'string' || !PACKED_WELL.test(type) || reply.hasHeader('content-encoding')) return false;
  return routeOptions.config.access?.permission !== SECRET;
}
