import { sliceFault } from '../../judging/evidence/slice-key.js';
import { problemAt } from '../../values/pointer.js';
import { type ProblemError } from '../../platform/http/problem.js';
import { plainClassName, idColumns, type PredictionSpec, type Task } from './prediction-layout.js';

/** What fields of a specification say about each other, beyond the shape of each. */
export function checkSpec(spec: PredictionSpec): ProblemError[] {
  return [...checkIds(spec), ...checkTask(spec), ...checkClasses(spec), ...checkSlices(spec), ...checkWeights(spec)];
}

/** One mark cannot part the columns, the fraction and the thousands of a number. */
export function checkMarks({ decimal, thousands }: { decimal?: string; thousands?: string }): ProblemError[] {
  if (thousands === undefined || thousands !== (decimal ?? '.')) return [];
  return [problemAt(['thousands'], 'CONFLICT', 'one mark cannot separate the fraction and the thousands')];
}

/** A rule that a specification may break, and what is said of it then. */
type Rule = [isBroken: boolean, path: (string | number)[], code: string, detail: string];

function checkIds(spec: PredictionSpec): ProblemError[] {
  const names = idColumns(spec);
  if (new Set(names).size === names.length) return [];
  return [problemAt(['columns', 'rowId'], 'DUPLICATE', 'an id names each of its columns once')];
}

function checkTask(spec: PredictionSpec): ProblemError[] {
  const { task, columns, threshold } = spec;
  const rules: Rule[] = [
    [
      task !== 'binary' && threshold !== null,
      ['threshold'],
      'NOT_APPLICABLE',
      'only binary predictions have a threshold',
    ],
    ...RULES[task](spec),
    [
      task !== 'multiclass' && !!columns.probabilities,
      ['columns', 'probabilities'],
      'NOT_APPLICABLE',
      'only multiclass predictions have probabilities per class',
    ],
  ];
  return rules.flatMap(([isBroken, path, code, detail]) => (isBroken ? [problemAt(path, code, detail)] : []));
}

const RULES: Record<Task, (spec: PredictionSpec) => Rule[]> = {
  binary: binaryRules,
  ranking: rankingRules,
  regression: predictionRules,
  multiclass: predictionRules,
};

function binaryRules({ columns, threshold }: PredictionSpec): Rule[] {
  const [isPredicted, isScored] = [!!columns.prediction, !!columns.score];
  return [
    [
      !isPredicted && !isScored,
      ['columns', 'score'],
      'REQUIRED',
      'binary predictions need a score or a prediction column',
    ],
    [
      isPredicted && threshold !== null,
      ['threshold'],
      'CONFLICT',
      'a threshold and a prediction column both say what is predicted',
    ],
  ];
}

function rankingRules({ columns, cutoffs }: PredictionSpec): Rule[] {
  return [
    [!columns.score, ['columns', 'score'], 'REQUIRED', 'a ranking needs the score that ranks the rows'],
    [!columns.unit, ['columns', 'unit'], 'REQUIRED', 'a ranking needs a unit column that names the query'],
    [cutoffs.length === 0, ['cutoffs'], 'REQUIRED', 'a ranking needs a cutoff'],
    [!!columns.prediction, ['columns', 'prediction'], 'NOT_APPLICABLE', 'a ranking has no prediction'],
  ];
}

function predictionRules({ task, columns }: PredictionSpec): Rule[] {
  return [
    [!columns.prediction, ['columns', 'prediction'], 'REQUIRED', `${task} needs a prediction column`],
    [!!columns.score, ['columns', 'score'], 'NOT_APPLICABLE', `${task} has no score column`],
  ];
}

function checkClasses({ task, classes, columns }: PredictionSpec): ProblemError[] {
  const probable = Object.keys(columns.probabilities ?? {});
  if (new Set(probable.map(plainClassName)).size < probable.length)
    return [problemAt(['columns', 'probabilities'], 'DUPLICATE', 'classes must be different')];
  if (classes === null) return [];
  const names = classes.map(plainClassName);
  if (new Set(names).size < names.length) return [problemAt(['classes'], 'DUPLICATE', 'classes must be different')];
  if (task !== 'binary' && task !== 'multiclass') {
    return [problemAt(['classes'], 'NOT_APPLICABLE', 'only binary and multiclass predictions have classes')];
  }
  if (task === 'binary' && classes.length !== 2) {
    return [problemAt(['classes'], 'TWO_CLASSES', 'binary predictions have two classes, the negative one first')];
  }
  const unknown = probable.find((name) => !names.includes(plainClassName(name)));
  if (unknown === undefined) return [];
  return [problemAt(['columns', 'probabilities', unknown], 'UNKNOWN_CLASS', `'${unknown}' is not one of the classes`)];
}

function checkSlices({ slices, crosses }: PredictionSpec): ProblemError[] {
  const normal = slices.map((column) => column.normalize('NFC'));
  const faults: ProblemError[] = [];
  slices.forEach((column, index) => {
    const problem = sliceFault({ [column]: '' });
    if (problem !== undefined) faults.push(problemAt(['slices', index], 'IS_SLICE', problem));
    if (normal.indexOf(normal[index]!) < index)
      faults.push(problemAt(['slices', index], 'DUPLICATE', `'${column}' is named twice`));
  });
  const seen = new Set<string>();
  crosses.forEach((cross, index) => {
    const at = (code: string, detail: string) => faults.push(problemAt(['crosses', index], code, detail));
    const unknown = cross.find((column) => !slices.includes(column));
    if (unknown !== undefined) at('UNKNOWN_SLICE', `'${unknown}' is not one of the slices`);
    if (new Set(cross).size < cross.length) at('DUPLICATE', 'a cross names each slice once');
    const key = JSON.stringify(cross.toSorted());
    if (seen.has(key)) at('DUPLICATE', 'the same cross is named twice');
    seen.add(key);
  });
  return faults;
}

function checkWeights({ task, columns }: PredictionSpec): ProblemError[] {
  if (columns.weight === undefined) return [];
  if (task === 'ranking') return [problemAt(['columns', 'weight'], 'NOT_SUPPORTED', 'a ranking cannot be weighted')];
  if (columns.unit === undefined) return [];
  return [
    problemAt(
      ['columns', 'weight'],
      'NOT_SUPPORTED',
      'weights and units cannot be combined: rows of one unit would need a joint weight',
    ),
  ];
}
