import { Desk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.set();
  const setUp = [
    'stagegate login $SERVER --profile anna --token-file anna.token',
    'stagegate login $SERVER --profile ci --token-file ci.token',
    'stagegate login $SERVER --profile admin --token-file admin.token',
    'stagegate use ci',
    'stagegate register census-income census-income/versions/v1.json --create',
    'stagegate register census-income census-income/versions/v2.json',
    'stagegate policy set census-income census-income/policy.json --profile admin',
    'stagegate evaluate census-income 1 census-income/evaluations/v1.json',
    'stagegate evaluate census-income 2 census-income/evaluations/v2.json',
    'stagegate promote census-income 1 --to Staging',
    'stagegate promote census-income 2 --to Staging',
    "stagegate promote census-income 1 --reason 'The first.' || true",
    'stagegate approve census-income 1 --profile anna',
    "stagegate promote census-income 2 --reason 'Fewer wrong refusals.' || true",
  ];
  const { output, code } = await desk.run(setUp.join(' && '));
  expect({ output: code === 0 ? '' : output, code }).toEqual({ output: '', code: 0 });
});
afterAll(() => desk.clear());

/** Times, ids and addresses are different each time, and as long. */
const steady = (output: string) =>
  output
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '2026-01-01 00:00')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '00000000-0000-0000-0000-000000000000')
    .replaceAll(/…[0-9a-f]{7}/g, '…0000000')
    .replaceAll(/sha256:[0-9a-f]{64}/g, `sha256:${'0'.repeat(64)}`)
    .replaceAll(new URL(desk.url).host, '127.0.0.1:3000');
const AS_CI = 'At http://127.0.0.1:3000 as profile ci.';
const lines = (output: string) => steady(output).trimEnd().split('\n');
/** What cannot be broken: an id, a digest, an address. */
const UNBROKEN = /[0-9a-f]{12}|sha256:|https?:|^ *\S+$/;

it('a report at 80 and at 40 columns', async () => {
  expect(lines((await desk.terminal('stagegate check census-income 2', 80)).output)).toMatchSnapshot();
  expect(lines((await desk.terminal('stagegate check census-income 2', 40)).output)).toMatchSnapshot();
});

it('the history at 80 and at 40 columns', async () => {
  expect(lines((await desk.terminal('stagegate history census-income -n 2', 80)).output)).toMatchSnapshot();
  expect(lines((await desk.terminal('stagegate history census-income -n 1', 40)).output)).toMatchSnapshot();
});

it('the record tells at 80 columns what moved, why and what was said', async () => {
  const line = 'stagegate audit --action transition.applied';
  expect(lines((await desk.terminal(line, 80)).output)).toMatchSnapshot();
});

it.each([
  'stagegate --help',
  'stagegate policy diff --help',
  'stagegate models',
  'stagegate versions census-income',
  'stagegate show census-income 2',
  'stagegate compare census-income 2 1 -n 20',
  'stagegate check census-income 2',
  'stagegate history',
  'stagegate audit -n 20',
  'stagegate whoami',
  'stagegate versions absent',
  'stagegate promote census-income two',
])('%s keeps to 80, 40 and 30 columns', async (line) => {
  for (const columns of [80, 40, 30]) {
    const { output } = await desk.terminal(line, columns);
    const long = lines(output).filter((one) => [...one].length > columns && !UNBROKEN.test(one));
    expect({ columns, long }).toEqual({ columns, long: [] });
  }
});

it('--wide shows ids whole at a terminal', async () => {
  const { output } = await desk.terminal('stagegate history --wide -n 1', 80);
  expect(output).toMatch(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/);
});

it('who has several logins sees by which a command went', async () => {
  expect(lines((await desk.terminal('stagegate models', 80)).output)[0]).toBe(AS_CI);
  expect(lines((await desk.terminal('stagegate models --profile anna', 80)).output)[0]).toContain('profile anna');
  const { output } = await desk.terminal('STAGEGATE_TOKEN=$(cat olga.token) stagegate models --url $SERVER', 80);
  expect(lines(output)[0]).toContain('by the token of STAGEGATE_TOKEN');
  expect((await desk.run('stagegate models')).output).not.toContain('profile');
});

describe('an approval', () => {
  const APPROVE = 'stagegate approve census-income 2 --profile anna';

  it('shows who asks, the verdict, the worst slices and the digest, and asks; no leaves all as it was', async () => {
    const { output, code } = await desk.terminal(APPROVE, 80, [['Approve census-income 2', 'n']]);
    const shown = steady(output);
    expect(code).toBe(1);
    expect(shown.slice(0, shown.indexOf('Approve census-income 2')).split('\n').slice(0, -2)).toMatchSnapshot();
    expect(shown).toContain('NOT_CONFIRMED Nothing was changed.');
    expect((await desk.run('stagegate history --status awaiting_approval --json')).output).toContain('"version": 2');
  });

  it('is not asked for with --yes', async () => {
    const { output, code } = await desk.terminal(`${APPROVE} --yes --comment 'Looks right.'`, 80);
    expect({ asks: output.includes('?'), code }).toEqual({ asks: false, code: 0 });
    expect(output).toContain('Staging → Production applied');
  });
});

it('a rollback is asked for, and what it would put back is shown', async () => {
  const line = "stagegate rollback census-income --reason 'Complaints.' --profile anna";
  const no = await desk.terminal(line, 80, [['Put version 1 of census-income into Production?', 'n']]);
  expect(no.output).toMatch(/In Production +2\nPut back +1, now in Archived\n/);
  expect(no.code).toBe(1);
  const yes = await desk.terminal(line, 80, [['into Production?', 'y']]);
  expect(yes.output).toContain('Archived → Production applied');
  expect(yes.code).toBe(0);
});

it('a rollback that would be refused shows what is in the way, and who clears it', async () => {
  const line = "stagegate rollback census-income --to-version 2 --reason 'Back again.' --profile anna";
  await desk.run("stagegate quarantine census-income 2 --reason 'Under inquiry.' --profile anna");
  const { output, code } = await desk.terminal(line, 200, [['into Production?', 'n']]);
  expect(output).toMatch(/In the way +Version 2 of 'census-income' is quarantined: Under inquiry\./);
  expect(code).toBe(1);
});

it('what is deleted is asked for, and says what it is', async () => {
  await desk.run('stagegate register spare --artifact-uri s3://spare/1 --create && stagegate use admin');
  const version = await desk.terminal('stagegate versions delete spare 1', 80, [['now in None?', 'n']]);
  const model = await desk.terminal('stagegate models delete spare', 80, [['whose latest version is 1?', 'n']]);
  expect([version.code, model.code]).toEqual([1, 1]);
  const { output } = await desk.terminal('stagegate versions delete spare 1 --yes', 80);
  expect(output).toContain('Deleted spare 1.');
  const gone = await desk.terminal('stagegate models delete spare', 80, [['Delete the model spare', 'y']]);
  expect([gone.code, gone.output.includes('Deleted spare.')]).toEqual([0, true]);
});
