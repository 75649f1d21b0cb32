/**
 * Changes that compare the resource with what the caller knows, under the lock of the change. Every GET is conditional, too, but
 * for answers that leave before they are whole. Other routes refuse both headers by name, since to ignore one is to do what the
 * caller ruled out. Nothing here has a date of modification, so If-Modified-Since and If-Unmodified-Since say nothing (§13.1.3).
 */
const COMPARING: ReadonlySet<string> = new Set([
  'PATCH /api/v1/models/:model',
  'DELETE /api/v1/models/:model',
  'PATCH /api/v1/models/:model/versions/:version',
  'DELETE /api/v1/models/:model/versions/:version',
  'DELETE /api/v1/models/:model/versions/:version/quarantine',
  'PUT /api/v1/models/:model/aliases/:alias',
  'DELETE /api/v1/models/:model/aliases/:alias',
  'PUT /api/v1/models/:model/gate-policy',
  'PUT /api/v1/gate-policy',
  'DELETE /api/v1/gate-policy/back-test-jobs/:id',
  'PUT /api/v1/models/:model/hold',
  'DELETE /api/v1/models/:model/hold',
  'DELETE /api/v1/freezes/:id',
  'PUT /api/v1/roles/:role',
  'DELETE /api/v1/roles/:role',
  'DELETE /api/v1/role-bindings/:id',
  'DELETE /api/v1/trust-rules/:id',
  'PATCH /api/v1/webhooks/:id',
  'DELETE /api/v1/webhooks/:id',
]);
const STREAMED: ReadonlySet<string> = new Set([
  '/api/v1/audit-events/export',
  '/api/v1/audit-events/verification',
  '/api/v1/events/stream',
]);

/** Whether a route takes preconditions; `url` is its path with parameters such as `:model`. */
export function takesPreconditions(method: string, url: string): boolean {
  if (method === 'GET' || method === 'HEAD') return !STREAMED.has(url);
  return COMPARING.has(`${method} ${url}`);
}

/** Codings that the bytes of an answer may travel in, the preferred one first. */
export const CODINGS = ['zstd', 'br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** The tag of a representation whose bytes travel in a coding: other bytes have another strong tag. */
export function codedTag(etag: string, coding: Coding | null): string {
  return coding === null ? etag : `${etag.slice(0, -1)}-${coding}"`;
}

/** Whether If-Match lets a request pass, for a resource with this tag, or with null for none. A weak tag is equal to no strong one (§8.8.3.2). */
export function passesIfMatch(header: string | undefined, etag: string | null): boolean {
  if (header === undefined) return true;
  return etag !== null && (isAny(header) || tagsOf(header).some((tag) => everyTag(etag).includes(tag)));
}

/** Whether If-None-Match lets a change pass; `*` asks that nothing be there, which where something is shown is up to `isThere`. */
export function passesIfNoneMatch(header: string | undefined, etag: string | null, isThere: boolean): boolean {
  if (header === undefined) return true;
  if (isAny(header)) return !isThere;
  return etag === null || !weakTagsOf(header).some((tag) => everyTag(etag).includes(tag));
}

/** Whether If-None-Match names the representation, so that a GET need not send it again. Tags are compared weakly. */
export function isKnown(header: string | undefined, etag: string): boolean {
  return header !== undefined && (isAny(header) || weakTagsOf(header).includes(etag));
}

function isAny(header: string): boolean {
  return header.trim() === '*';
}

function tagsOf(header: string): string[] {
  return header.split(',').map((tag) => tag.trim());
}

function weakTagsOf(header: string): string[] {
  return tagsOf(header).map((tag) => tag.replace(/^W\//, ''));
}

/** In whatever coding a caller was shown a representation, its tag names the state of the resource. */
function everyTag(etag: string): string[] {
  return [etag, ...CODINGS.map((coding) => codedTag(etag, coding))];
}
