import { type Problem, problemKind } from '../../platform/http/problem.js';
import { type BundleFault } from './sigstore-bundle.js';

const noStatement = problemKind(422, 'SIGNATURE_WITHOUT_STATEMENT', 'What is signed is no in-toto statement');
const otherArtifact = problemKind(422, 'SIGNATURE_OF_OTHER_ARTIFACT', 'The signature is over another artifact');
const unreadable = problemKind(422, 'SIGNATURE_BUNDLE_UNREADABLE', 'The bundle is none that is read');
const exists = problemKind(409, 'SIGNATURE_EXISTS', 'The version has this signature already');
const tooMany = problemKind(409, 'TOO_MANY_SIGNATURES', 'The version has as many signatures as it may');

export function statementIsMissing(pointer: string): Problem {
  return noStatement('The payload of the envelope is no in-toto statement that names subjects with a sha256.', {
    errors: [{ pointer, detail: 'must be an in-toto statement with a subject' }],
  });
}

export function artifactIsAnother(digest: string, pointer: string): Problem {
  return otherArtifact(`The statement speaks of other artifacts, and none of its subjects is ${digest}.`, {
    errors: [{ pointer, detail: `must have a subject with the digest ${digest}` }],
  });
}

export function bundleIsUnreadable([pointer, detail]: BundleFault): Problem {
  return unreadable(`The bundle is not read: ${pointer === '' ? 'it' : pointer} ${detail}.`, {
    errors: [{ pointer: `/bundle${pointer}`, detail }],
  });
}

export function signatureExists(model: string, version: number, cause: unknown): Problem {
  return exists(`Version ${version} of '${model}' has this very signature already.`, {}, cause);
}

export function tooManySignatures(model: string, version: number, most: number): Problem {
  return tooMany(`Version ${version} of '${model}' has ${most} signatures, and no more are kept.`);
}
