import { Desk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.set();
  await desk.run('stagegate login $SERVER --profile admin --token-file admin.token');
  await desk.run('stagegate register fraud --artifact-uri s3://models/1 --create');
  await desk.run(`stagegate models create evil --owner $'\\e[2Jme\\u202e' --description $'one\\ntwo'`);
  await desk.run(`stagegate register evil --artifact-uri $'s3://\\u009b2J' --description $'one\\ntwo'`);
});
afterAll(() => desk.clear());

/** A line whose command believes that a person sits at both ends. */
const AT_A_TERMINAL = 'NODE_OPTIONS=--import=data:text/javascript,process.stdin.isTTY=process.stderr.isTTY=true';
const UNTIL_SPINNING = 'until grep -q missing err || ! kill -0 $!; do sleep 0.1; done';

it('what others wrote cannot steer the terminal, and programs get it as it is', async () => {
  const list = await desk.run('stagegate models');
  expect(list.output).toContain('\\u001b[2Jme\\u202e');
  const facts = await desk.run('stagegate versions evil 1');
  expect(facts.output).toContain('s3://\\u009b2J');
  expect(facts.output).toMatch(/^Description {2}one\n {13}two$/m);
  const missing = await desk.run(`stagegate versions $'\\e[2J'`);
  expect([list, facts, missing].map(({ output }) => /(?!\n)[\p{Cc}\p{Bidi_Control}]/u.test(output))).not.toContain(
    true,
  );
  const { output } = await desk.run('stagegate models --json');
  expect((JSON.parse(output) as { owner: string }[]).map(({ owner }) => owner)).toContain('\u001b[2Jme\u202e');
});

it.each([
  ['stagegate check fraud 1 | true', '4'],
  ['stagegate check fraud 1 --json | true', '4'],
  ['stagegate models | true', '0'],
  ['stagegate versions absent 2>&1 | true', '1'],
])('%s ends with %s, though nobody reads it to the end', async (line, code) => {
  expect(await desk.run(`${line}; echo \${PIPESTATUS[0]}`)).toEqual({ output: `${code}\n`, code: 0 });
});

describe('while a promotion waits for its approval', () => {
  beforeAll(async () => {
    const policy = '{"rules": [{"metric": "accuracy", "min": 0.5}]}';
    await desk.run(`stagegate policy set - --model fraud <<< '${policy}'`);
    const metrics = '[{"name": "accuracy", "slice": {}, "value": 0.9, "count": 100}]';
    await desk.run(
      `stagegate evaluate fraud 1 - <<< '{"dataset": {"name": "d", "version": "1"}, "metrics": ${metrics}}'`,
    );
    await desk.run('stagegate promote fraud 1 --to Staging');
  });

  it.each([
    ['Ctrl-C', "printf '\\003' >&3", 130],
    ['the signal INT', 'kill -INT $!', 130],
    ['the signal TERM', 'kill -TERM $!', 143],
  ])('%s is not taken for done', async (_, interrupt, expected) => {
    const wait = `${AT_A_TERMINAL} stagegate promote fraud 1 --wait <&3 2> err`;
    const lines = ['set -m', 'rm -f keys; mkfifo keys; exec 3<>keys', ': > err', `${wait} &`];
    const { code } = await desk.run([...lines, UNTIL_SPINNING, interrupt, 'wait $!'].join('\n'));
    expect(code).toBe(expected);
  });
});

it.each(['', '--json'])('a token that cannot be sent is not told %s', async (option) => {
  const { output, code } = await desk.run(
    `STAGEGATE_URL=$SERVER STAGEGATE_TOKEN=$'secret\\ntoken' stagegate whoami ${option}`,
  );
  expect([output.includes('secret'), code]).toEqual([false, 1]);
});

it.each([
  ['stagegate check fraud 1 --markdown --json', 'WRONG_USAGE'],
  ['stagegate policy --json', 'WRONG_USAGE'],
  ['stagegate register fraud . --json', 'UNREADABLE_FILE'],
  ['stagegate login $SERVER --token-file /dev/null --json', 'NO_TOKEN'],
])('%s fails with a problem as JSON', async (line, expected) => {
  const { output, code } = await desk.run(line);
  expect([(JSON.parse(output) as { code: string }).code, code]).toEqual([expected, 1]);
});

it.each(['[]', '{"current": 5, "profiles": null}', '{"current": null, "profiles": {"a": null}}'])(
  'a login file that holds %s is named',
  async (content) => {
    const { output } = await desk.run(
      `export XDG_CONFIG_HOME=$PWD/other; mkdir -p other/stagegate; echo '${content}' > other/stagegate/logins.json; stagegate profiles`,
    );
    expect(output).toMatch(/logins\.json is no login file; remove it and log in again\.$/m);
  },
);
