import { MlflowRefusal } from './mlflow-refusal.js';
import { translateFilter } from './mlflow-filter.js';
import { SEARCHED_VERSIONS } from './search-fields.js';

const BLANKS = ' '.repeat(19_900);

it.each([
  ['a list', "name IN ('a' , 'b' , )", "name in ('a', 'b')"],
  ['a list after blanks', `name IN (${BLANKS}'a')`, "name in ('a')"],
  ['a list with blanks inside', `name IN ('a'${BLANKS}, 'b')`, "name in ('a', 'b')"],
  ['a list with blanks at its end', `name IN ('a', 'b',${BLANKS})`, "name in ('a', 'b')"],
  ['a comparison', `version_number${BLANKS}= 1`, "version = '1'"],
])('%s is understood', (_, text, filter) => {
  expect(translateFilter(text, SEARCHED_VERSIONS).filter).toBe(filter);
});

it.each([
  ["run_id = 'a'", "runId = 'a'"],
  ["run_id != 'a'", "runId != 'a'"],
  ["run_id = ''", "(runId = '' or runId is null)"],
  ["run_id != ''", "runId != '' and runId is not null"],
  ["run_id IN ('a', '')", "(runId in ('a', '') or runId is null)"],
  ["run_id NOT IN ('a', '')", "runId not in ('a', '') and runId is not null"],
  ["run_id LIKE '%%'", "(runId like '%%' or runId is null)"],
  ["run_id LIKE '_%'", "runId like '_%'"],
])(
  '%s holds of a version without a run, which is shown with an empty one, where it holds of an empty text',
  (text, filter) => {
    expect(translateFilter(text, SEARCHED_VERSIONS).filter).toBe(filter);
  },
);

it.each(["alias = 'blue'", "attribute.alias = 'blue'", 'attribute.`alias` = "blue"'])(
  '%s asks for an alias',
  (text) => {
    expect(translateFilter(text, SEARCHED_VERSIONS)).toEqual({ filter: undefined, alias: 'blue', model: undefined });
  },
);

it.each(["params.alias = 'blue'", "attributes.alias = 'blue'", "`alias` = 'blue'", 'alias = 5', "alias != 'blue'"])(
  '%s asks for none, and is refused',
  (text) => {
    expect(() => translateFilter(text, SEARCHED_VERSIONS)).toThrow(MlflowRefusal);
  },
);

// Each is a run that could be shared out between its neighbours in many ways, in front of what fits none of them.
it.each([
  ['blanks in a list', `name IN (${BLANKS}`],
  ['blanks after a value of a list', `name IN ('a'${BLANKS}`],
  ['blanks after a comma', `name IN ('a',${BLANKS}`],
  ['two commas', `name IN ('a'${BLANKS},,)`],
  ['values without an end', `name IN (${"'a' , ".repeat(3_000)}`],
  ['digits without an end', `name IN (${'1'.repeat(19_000)}`],
  ['blanks after a name', `name${BLANKS}`],
  ['blanks after NOT', `name NOT${BLANKS}`],
  ['blanks after an operator', `name =${BLANKS}`],
  ['letters and blanks', `${'a'.repeat(10_000)}${BLANKS.slice(10_000)}`],
  ['a name of many steps', `${'a.'.repeat(9_900)}`],
  ['blanks before another word', `name = 'a'${BLANKS}`.slice(0, 19_000) + 'OR'],
  ['AND upon AND', `name = 'a'${' AND'.repeat(4_000)}`],
  ['a text without an end', `name = '${BLANKS}`],
])('%s: refused, however long', (_, text) => {
  expect(() => translateFilter(text, SEARCHED_VERSIONS)).toThrow(MlflowRefusal);
});
