/** A start that failed for a reason its sentence tells in full, with what to do, so that nobody needs the stack. */
export class StartFailure extends Error {}

/** What a failed listen means to whoever started the service; anything else comes back as it is. */
export function listenFailure(
  error: unknown,
  host: string,
  port: number,
  set: { port: string; host: string } = { port: 'PORT', host: 'HOST' },
): unknown {
  const { code = '' } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  switch (code) {
    case 'EADDRINUSE':
      return new StartFailure(
        `Port ${port} of ${host} is in use, perhaps by another Stagegate. Stop what uses it, or set ${set.port}.`,
        { cause: error },
      );
    case 'EACCES':
      return new StartFailure(`This user may not open port ${port}. Set ${set.port} to one above 1023.`, {
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'ENOTFOUND':
      return new StartFailure(`${host} is no address of this machine. Set ${set.host} to one that is.`, {
        cause: error,
      });
    default:
      return error;
  }
}

/** Why a connection to DATABASE_URL failed; the address itself may hold a password and is not repeated. */
export function databaseFailure(error: unknown): StartFailure {
  return new StartFailure(
    `The database of DATABASE_URL cannot be opened: ${reasonOf(error)}. See that it runs, and that address, user and password are right.`,
    { cause: error },
  );
}

const READ_ONLY = '25006';
const MAY_NOT = '42501';

/** Why a change of the schema failed, when a sentence can tell; anything else comes back as it is. */
export function migrationFailure(error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (code === READ_ONLY) {
    return new StartFailure('The database is read-only, and its schema cannot be changed. Make it writable first.', {
      cause: error,
    });
  }
  if (code === MAY_NOT) {
    return new StartFailure(
      `The role of DATABASE_URL may not change the schema: ${message}. Use that of the owner of its tables.`,
      { cause: error },
    );
  }
  return error;
}

/** What a role without a right on the tables means; anything else comes back as it is. */
export function rightsFailure(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code !== MAY_NOT) return error;
  return new StartFailure(
    `The role of DATABASE_URL lacks a right: ${message}. Let the owner of the tables run ` +
      'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO it, and ' +
      'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO it; docker/roles.sql makes such a role.',
    { cause: error },
  );
}

/** A name with several addresses fails once for each, and the whole without a sentence. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
