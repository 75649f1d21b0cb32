import { binaryClasses, shownClasses, type PredictionSpec } from '../../prediction-layout.js';
import { type EngineFault, engineFault, type FaultCode } from '../engine-fault.js';
import { type StoredRef } from '../engine-task.js';

/** Refuses kept predictions whose 0 and 1 mean other classes than those of the rows they would be read with. */
export function otherClasses({ version, spec }: StoredRef, own: PredictionSpec): EngineFault {
  const detail = `The predictions of version ${version} take ${shownClasses(spec)}, these rows ${shownClasses(own)}.`;
  return engineFault('LABEL_MISMATCH', detail);
}

/** Something that files of two versions say of each row, which is no property of the version. */
export interface SharedFact {
  /** Its column inside the engine; that of the other version is named `other_…`. */
  column: 'label' | 'unit' | 'weight';
  code: FaultCode;
  says: (own: string, other: string, version: number) => string;
}

/** What two versions have to say alike of every row before they are compared. */
export function sharedFacts(own: PredictionSpec, other: PredictionSpec): SharedFact[] {
  const facts: SharedFact[] = [{ column: 'label', code: 'LABEL_MISMATCH', says: saysLabel(own, other) }];
  if (own.task === 'ranking') {
    const says = (a: string, b: string, version: number) =>
      `is of the unit '${a}' here and of '${b}' in the predictions of version ${version}; name units alike in both`;
    facts.push({ column: 'unit', code: 'ROW_SET_MISMATCH', says });
  }
  if (own.columns.weight !== undefined && own.columns.weight === other.columns.weight) {
    const says = (a: string, b: string, version: number) =>
      `has the weight ${a} here and ${b} in the predictions of version ${version}, under one name`;
    facts.push({ column: 'weight', code: 'ROW_SET_MISMATCH', says });
  }
  return facts;
}

function saysLabel(own: PredictionSpec, other: PredictionSpec): SharedFact['says'] {
  const shown = ({ task, classes }: PredictionSpec, value: string) => {
    if (task === 'binary') return `'${binaryClasses({ classes })[Number(value)]}'`;
    return task === 'multiclass' ? `'${value}'` : value;
  };
  return (a, b, version) =>
    `has the label ${shown(own, a)} here and ${shown(other, b)} in the predictions of version ${version}, on the same dataset`;
}

/** The first row of which two versions say different things. Numbers that one file rounded to single precision are equal. */
export function findDifference({ column }: SharedFact, task: PredictionSpec['task']): string {
  const [own, other] = [column, `other_${column}`];
  const isNumber = column === 'weight' || (column === 'label' && (task === 'regression' || task === 'ranking'));
  const rounded = (value: string) => `CAST(TRY_CAST(${value} AS FLOAT) AS DOUBLE)`;
  const isRounded = isNumber
    ? ` AND ${rounded(own)} IS DISTINCT FROM ${other} AND ${rounded(other)} IS DISTINCT FROM ${own}`
    : '';
  const shown = ['row_id', own, other].map((name) => `CAST(${name} AS VARCHAR)`);
  return `SELECT ${shown[0]} AS id, ${shown[1]} AS own, ${shown[2]} AS other FROM pairs WHERE ${own} <> ${other}${isRounded} LIMIT 1`;
}
