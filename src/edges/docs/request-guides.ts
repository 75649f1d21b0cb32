import { IDEMPOTENCY_KEY_HOURS } from '../../platform/config/retention.js';
import { guidesAt } from './problem-guide.js';

/** What is wrong with the request itself, whatever it is about. */
export const REQUEST_GUIDES = {
  ...guidesAt('/api/v1/models/churn/versions', {
    BAD_REQUEST: [
      'The request could not be understood, for a reason that has no code of its own.',
      'Read the detail, mend the request and send it again.',
      'The request cannot be understood as it is.',
      ['VALIDATION_FAILED', 'MALFORMED_JSON'],
    ],
    EMPTY_BODY: [
      'The header announces JSON, and no byte of a body came.',
      'Send {} when there is nothing to say, or leave the header Content-Type out.',
      'The header announces JSON, but the body is empty. Send {} or leave the header out.',
      ['MALFORMED_JSON'],
    ],
    MALFORMED_JSON: [
      'The body is not one JSON document in UTF-8, or it has a key such as __proto__ that is never accepted.',
      'Look at the line and column that the detail names. Write bodies with a JSON library rather than by hand.',
      'The body is not valid JSON: Expected double-quoted property name in JSON at line 3, column 1.',
      ['EMPTY_BODY', 'VALIDATION_FAILED'],
    ],
    VALIDATION_FAILED: [
      'A field of the body, the query or a header is missing, unknown, of another type or out of range.',
      'The member errors names every fault at once, each with a JSON Pointer to its place. Mend them all; the API document says what each field takes.',
      'artifactUri must be text of 1 to 2000 characters (and 1 more).',
      ['MALFORMED_JSON', 'INVALID_POLICY'],
    ],
    PRECONDITION_NOT_TAKEN: [
      'The request carries If-Match or If-None-Match, and the operation compares neither, so obeying it is impossible and ignoring it unsafe.',
      'Leave the header out, or use the means that the operation has, such as expectedIncumbent of a promotion.',
      'This operation takes no If-Match.',
      ['PRECONDITION_FAILED'],
    ],
    NOT_ACCEPTABLE: [
      'The header Accept takes none of the forms that the answer is available in.',
      'Name one of the forms of the detail in Accept, or leave the header out.',
      'This is available as application/json or text/markdown, and the header Accept takes none of them.',
    ],
    EXPECTATION_FAILED: [
      'The header Expect asks for something that the service does not do.',
      'Leave the header out; 100-continue is the one expectation that is met.',
      'Of expectations the service knows 100-continue alone.',
    ],
    METHOD_UNKNOWN: [
      'The request line names a method that no path of the service has.',
      'Use the methods of the API document.',
      'No path of the service has this method.',
      ['METHOD_NOT_ALLOWED'],
    ],
    PAYLOAD_TOO_LARGE: [
      'The body has more bytes than the route takes: BODY_LIMIT for evidence, 1 MiB for anything else.',
      'Send evidence in several evaluations, or upload the predictions as a file; whoever runs the service can raise BODY_LIMIT.',
      'The body is larger than this service accepts.',
      ['PREDICTIONS_TOO_LARGE'],
    ],
    UNSUPPORTED_MEDIA_TYPE: [
      'The body is not JSON by its Content-Type, or it is compressed.',
      'Send it uncompressed, with the header Content-Type: application/json.',
      'Send the body as JSON, with the header Content-Type: application/json.',
      ['UPLOAD_NOT_TAKEN'],
    ],
    PRECONDITION_FAILED: [
      'The resource changed after the caller read the ETag that the request names in If-Match.',
      'Read the resource again, decide anew whether the change is still right, and send it with the new ETag.',
      'The resource changed since it was read. Read it again and decide anew.',
    ],
    REQUEST_TIMEOUT: [
      'The request did not arrive whole within REQUEST_SECONDS, or a file within 15 minutes.',
      'Send it again over a connection that is fast enough; compress large files.',
      'The request did not arrive in time.',
      ['PREDICTIONS_TOO_LARGE'],
    ],
    HEADERS_TOO_LARGE: [
      'The headers of the request have more than 16 KiB together.',
      'Leave out what is not needed, such as cookies of other services on the same host.',
      'The headers are larger than 16 KiB.',
    ],
    INVALID_HTTP: [
      'What came over the connection is not an HTTP request that the service can parse.',
      'See that the client speaks HTTP/1.1, and HTTP rather than TLS where no proxy ends the TLS.',
      'The method is unknown or the request is malformed.',
    ],
    INVALID_IDEMPOTENCY_KEY: [
      'The header Idempotency-Key is empty, longer than 255 characters, or has characters other than visible ASCII.',
      'Take something such as the id of the build, or a UUID, that is the same whenever this request is repeated.',
      'An idempotency key holds 1 to 255 visible ASCII characters.',
      ['IDEMPOTENCY_KEY_REUSED'],
    ],
    IDEMPOTENCY_KEY_REUSED: [
      `The same caller used the key for another path or another body within \`RETENTION_IDEMPOTENCY_HOURS\`, ${IDEMPOTENCY_KEY_HOURS} unless set.`,
      'Use a new key for a new request. To repeat the first request, send exactly what was sent then.',
      `The key 'build-4711' was used with another path or body in the last ${IDEMPOTENCY_KEY_HOURS} hours. Use a new key for a new request.`,
      ['IDEMPOTENCY_KEY_IN_FLIGHT'],
    ],
    IDEMPOTENCY_KEY_IN_FLIGHT: [
      'The first request with the key is still under way, so there is no answer to repeat yet.',
      'Wait as long as Retry-After says and send the same request again; it gets the answer of the first.',
      "The first request with the key 'build-4711' has no answer yet. Try again soon.",
      ['IDEMPOTENCY_KEY_REUSED'],
    ],
    IDEMPOTENCY_ANSWER_SEALED: [
      'The first request with the key was carried out, and its stored answer was encrypted under a secret of the service that has been replaced since.',
      'Do not send it under another key without looking: read what the first request made, which is there.',
      "The request with the key 'build-4711' was answered with 201, but the secret of the service changed since, and its answer cannot be read. Nothing was done again; look at what the first request did.",
      ['IDEMPOTENCY_KEY_REUSED'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/versions/x', {
    INVALID_NUMBER: [
      'A part of the path that counts something, such as the version, is no positive whole number.',
      'Write it in digits, from 1: /api/v1/models/churn/versions/4.',
      'The version in the path must be a whole number from 1 to 2147483647.',
      ['VERSION_NOT_FOUND'],
    ],
    INVALID_MODEL_NAME: [
      'The part of the path that names the model could never be a name.',
      'A name starts with a letter or digit and holds at most 128 letters, digits, dots, underscores or hyphens. Encode the path, and see that no variable in it is empty.',
      'A model name starts with a letter or digit and holds at most 128 letters, digits, ".", "_" or "-".',
      ['MODEL_NOT_FOUND'],
    ],
    INVALID_ID: [
      'The id in the path is no UUID.',
      'Take the id from the member id of an earlier answer, as it is.',
      'The id in the path must be a UUID.',
    ],
    INVALID_URL: [
      'The path is not percent-encoded UTF-8, or the URL holds the character U+0000.',
      'Encode each part of the path and each parameter with the function that your language has for it.',
      'The path is not a valid, percent-encoded UTF-8 text.',
      ['ROUTE_NOT_FOUND'],
    ],
    URI_TOO_LONG: [
      'A part of the path is longer than any name of the registry may be.',
      'See that the path holds a name or an id, not a document; filters belong into the query.',
      'A part of the path is longer than any name here.',
      ['INVALID_MODEL_NAME'],
    ],
    ROUTE_NOT_FOUND: [
      'The service has nothing at this path; a slash too many at its end, an empty name and a missing /api/v1 are common.',
      'Compare the path with the API document at /docs.',
      'There is nothing at /api/v1/models/churn/versions/. The paths are listed at /docs.',
      ['METHOD_NOT_ALLOWED'],
    ],
    METHOD_NOT_ALLOWED: [
      'The path is there and does not take this method.',
      'Use one of the methods that the header Allow names.',
      '/api/v1/tokens answers GET, HEAD, POST, OPTIONS, not PUT.',
      ['ROUTE_NOT_FOUND'],
    ],
    NOT_FOUND: [
      'There is nothing at this address, for a reason that has no code of its own.',
      'Compare the path with the API document at /docs.',
      'There is nothing here.',
      ['ROUTE_NOT_FOUND'],
    ],
    PROBLEM_NOT_FOUND: [
      'The page of a problem was asked for by a code that this release does not answer with.',
      'Look for it in the list of all problems; an older or newer release may have it.',
      'The page /docs/problems lists all codes.',
    ],
  }),
  ...guidesAt('/api/v1/models', {
    INVALID_CURSOR: [
      'The cursor was changed, or it comes from a list with another filter or order.',
      'Pass nextCursor back as it came, with the same filter and sort; or start again without a cursor.',
      'The cursor belongs to another filter or order. Start again without a cursor.',
      ['INVALID_LIST_QUERY'],
    ],
    INVALID_LIST_QUERY: [
      'The filter or the order names a field that the list does not have, or is not written as a filter is.',
      'The detail names the fields there are. Put text into single quotes, and join comparisons by AND.',
      "'colour' is no field of this list; fields are name, owner, createdAt.",
      ['INVALID_CURSOR', 'LIST_QUERY_TOO_COSTLY'],
    ],
    LIST_QUERY_TOO_COSTLY: [
      'The database did not find the page of a filter or an order within ten seconds.',
      'Add a comparison that leaves fewer rows, such as one of stage or createdAt, or sort by version alone.',
      'The list was not found within 10 seconds.',
      ['INVALID_LIST_QUERY'],
    ],
  }),
};
