import { databaseFailure, listenFailure, StartFailure } from './start-failure.js';

const systemError = (code: string) => Object.assign(new Error(code), { code });

describe('a listen that fails', () => {
  it.each([
    ['EADDRINUSE', 'Port 80 of ::1 is in use, perhaps by another Stagegate. Stop what uses it, or set PORT.'],
    ['EACCES', 'This user may not open port 80. Set PORT to one above 1023.'],
    ['EADDRNOTAVAIL', '::1 is no address of this machine. Set HOST to one that is.'],
    ['ENOTFOUND', '::1 is no address of this machine. Set HOST to one that is.'],
  ])('by %s says what to do', (code, sentence) => {
    const failure = listenFailure(systemError(code), '::1', 80);
    expect(failure).toBeInstanceOf(StartFailure);
    expect((failure as Error).message).toBe(sentence);
  });

  it('for another reason stays what it is', () => {
    const error = systemError('EMFILE');
    expect(listenFailure(error, '::1', 80)).toBe(error);
  });
});

it('a database that fails on every address of its name is told with each', () => {
  const failure = databaseFailure(new AggregateError([new Error('no ::1'), new Error('no 127.0.0.1')]));
  expect(failure.message).toContain('cannot be opened: no ::1; no 127.0.0.1. ');
});
