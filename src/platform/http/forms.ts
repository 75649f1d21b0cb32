import { type FastifyReply } from 'fastify';
import { problemKind } from './problem.js';
import { preferredType } from './quality.js';
import { addVary } from './vary.js';

const NOT_ACCEPTABLE = problemKind(
  406,
  'NOT_ACCEPTABLE',
  'The answer is not available in a form that the caller takes',
);

/** The form, of media types on offer, that the request of this reply prefers; asked before anything is done. @throws {Problem} 406 NOT_ACCEPTABLE */
export function formFor<Form extends string>(reply: FastifyReply, forms: readonly Form[]): Form {
  addVary(reply, 'Accept');
  const form = preferredType(reply.request.headers.accept, forms);
  if (form !== null) return form;
  throw NOT_ACCEPTABLE(`This is available as ${forms.join(' or ')}, and the header Accept takes none of them.`);
}
