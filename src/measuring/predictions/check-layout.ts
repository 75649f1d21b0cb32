import { sliceFault } from '../../judging/evidence/slice-key.js';
import { problemAt } from '../../values/pointer.js';
import { type ProblemError } from '../../platform/http/problem.js';
import { type PredictionSpec } from './prediction-layout.js';

/** What fields of a specification say about each other, beyond the shape of each. */
export function checkSpec(spec: PredictionSpec): ProblemError[] {
  return [...checkTask(spec), ...checkClasses(spec), ...checkSlices(spec), ...checkWeights(spec)];
}

function checkTask({ task, columns, threshold, cutoffs }: PredictionSpec): ProblemError[] {
  const faults: ProblemError[] = [];
  const column = (name: keyof typeof columns, detail: string, code = 'REQUIRED') =>
    faults.push(problemAt(['columns', name], code, detail));
  if (task === 'binary') {
    if (!columns.prediction && !columns.score)
      column('score', 'binary predictions need a score or a prediction column');
    if (columns.prediction && threshold !== null) {
      faults.push(
        problemAt(['threshold'], 'CONFLICT', 'a threshold and a prediction column both say what is predicted'),
      );
    }
  } else if (threshold !== null) {
    faults.push(problemAt(['threshold'], 'NOT_APPLICABLE', 'only binary predictions have a threshold'));
  }
  if (task === 'ranking' && !columns.score) column('score', 'a ranking needs the score that ranks the rows');
  if (task === 'ranking' && !columns.unit) column('unit', 'a ranking needs a unit column that names the query');
  if (task === 'ranking' && cutoffs.length === 0)
    faults.push(problemAt(['cutoffs'], 'REQUIRED', 'a ranking needs a cutoff'));
  if (task === 'ranking' && columns.prediction) column('prediction', 'a ranking has no prediction', 'NOT_APPLICABLE');
  if (task === 'regression' || task === 'multiclass') {
    if (!columns.prediction) column('prediction', `${task} needs a prediction column`);
    if (columns.score) column('score', `${task} has no score column`, 'NOT_APPLICABLE');
  }
  if (task !== 'multiclass' && columns.probabilities) {
    column('probabilities', 'only multiclass predictions have probabilities per class', 'NOT_APPLICABLE');
  }
  return faults;
}

function checkClasses({ task, classes, columns }: PredictionSpec): ProblemError[] {
  if (classes === null) return [];
  if (new Set(classes).size < classes.length) return [problemAt(['classes'], 'DUPLICATE', 'classes must be different')];
  if (task !== 'binary' && task !== 'multiclass') {
    return [problemAt(['classes'], 'NOT_APPLICABLE', 'only binary and multiclass predictions have classes')];
  }
  if (task === 'binary' && classes.length !== 2) {
    return [problemAt(['classes'], 'TWO_CLASSES', 'binary predictions have two classes, the negative one first')];
  }
  const unknown = Object.keys(columns.probabilities ?? {}).find((name) => !classes.includes(name));
  if (unknown === undefined) return [];
  return [problemAt(['columns', 'probabilities', unknown], 'UNKNOWN_CLASS', `${unknown} is not one of the classes`)];
}

function checkSlices({ slices, crosses }: PredictionSpec): ProblemError[] {
  const normal = slices.map((column) => column.normalize('NFC'));
  const faults: ProblemError[] = [];
  slices.forEach((column, index) => {
    const problem = sliceFault({ [column]: '' });
    if (problem !== undefined) faults.push(problemAt(['slices', index], 'IS_SLICE', problem));
    if (normal.indexOf(normal[index]!) < index)
      faults.push(problemAt(['slices', index], 'DUPLICATE', `${column} is named twice`));
  });
  const seen = new Set<string>();
  crosses.forEach((cross, index) => {
    const at = (code: string, detail: string) => faults.push(problemAt(['crosses', index], code, detail));
    const unknown = cross.find((column) => !slices.includes(column));
    if (unknown !== undefined) at('UNKNOWN_SLICE', `${unknown} is not one of the slices`);
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
