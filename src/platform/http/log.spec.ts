import { readFileSync } from 'node:fs';
import { QueryFailedError } from 'typeorm';
import { createLog } from './log.js';

function written(isJson: boolean, fields: object, message = 'POST answered 201'): string {
  const lines: string[] = [];
  createLog('info', isJson, (line) => lines.push(line)).info(fields, message);
  return lines.join('');
}

describe('a plain line', () => {
  it('shows simple values as they are', () => {
    expect(written(false, { caller: 'anna', status: 201, path: '/api/v1/models' })).toMatch(
      / info POST answered 201 caller=anna status=201 path=\/api\/v1\/models\n$/,
    );
  });

  it.each([
    ['a line break', 'eve\n2026-11-28T00:00:00.000Z info forged'],
    ['an escape sequence', 'eve\u001b[31m'],
    ['a mark of direction', 'eve\u202e'],
    ['a separator of lines', 'eve\u2028forged'],
    ['another field', 'eve requestId=fake'],
    ['a quote', 'eve" requestId="fake'],
  ])('quotes a value with %s', (_, caller) => {
    const line = written(false, { caller });
    expect(line).toMatch(/ caller="[^\n]*"\n$/);
    expect(line.trimEnd()).toMatch(/^[\x20-\x7e]+$/);
  });

  it('lets neither message nor stack begin a line', () => {
    const line = written(false, { err: new Error('a\n2026-11-28T00:00:00.000Z info forged') }, 'b\nforged');
    expect(line.split('\n').filter((text) => /^(\d{4}-|forged)/.test(text))).toHaveLength(1);
  });
});

it('a line for machines says level, time and what wrote it by name', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  expect(JSON.parse(written(true, { requestId: 'r' }))).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    service: 'stagegate',
    version,
    requestId: 'r',
    msg: 'POST answered 201',
  });
  expect(written(false, { requestId: 'r' })).not.toContain('service=');
});

it.each(['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const)('names the level %s in both forms', (level) => {
  for (const isJson of [true, false]) {
    const lines: string[] = [];
    createLog('trace', isJson, (line) => lines.push(line))[level]('x');
    expect(lines.join('')).toMatch(isJson ? `"level":"${level}"` : ` ${level} x\n`);
  }
});

it.each([true, false])('tells of a failed statement without its values (JSON: %s)', (isJson) => {
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (name)=(secret) exists.' });
  const line = written(isJson, { err: new QueryFailedError('INSERT INTO t VALUES ($1)', ['secret'], cause) });
  expect(line).not.toContain('secret');
  expect(line).toContain('duplicate key');
  if (isJson) expect(JSON.parse(line).err).toMatchObject({ code: '23505', parameters: 1 });
});
