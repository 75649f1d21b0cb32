import { FIELDS_OF_KINDS, PAIRED_KINDS, type PairedEvidence, readPaired } from '../../judging/evidence/paired-kinds.js';
import { checkPaired } from './check-paired.js';

const deltas = Array.from({ length: 200 }, (_, at) => (at - 100) / 10_000);
const sums = { n: 12, sumD: 0.79 };

/** One entry of every kind, with all that it may say. */
const entries: Record<string, Record<string, unknown>> = {
  binary8: { counts: { '110': 30, '101': 25, '111': 800, '000': 145 } },
  meanDiff: { metric: 'log_loss', ...sums, sumD2: 0.1893 },
  clusterDiff: { metric: 'log_loss', ...sums, clusters: 4, sumClusterD2: 0.25, sumClusterND: 2.37, sumClusterN2: 36 },
  weightedDiff: { metric: 'log_loss', n: 12, sumW: 12, sumW2: 12, sumWD: 0.79, sumW2D: 0.79, sumW2D2: 0.1893 },
  aucPair: { metric: 'auc_roc', aucC: 0.9, aucI: 0.89, varC: 1e-4, varI: 1e-4, cov: 8e-5, nPos: 40, nNeg: 60 },
  replicates: { metric: 'ndcg_10', deltas, observed: 0.0001, n: 500 },
};

const read = (entry: PairedEvidence, metric: unknown) =>
  readPaired(entry, { metric: metric as string, isShare: false });

describe('paired evidence that is taken', () => {
  it('is of the kinds that gates read, and of no other', () => {
    expect([...FIELDS_OF_KINDS.keys()].toSorted()).toEqual(PAIRED_KINDS.toSorted());
    expect(Object.keys(entries).toSorted()).toEqual(PAIRED_KINDS.toSorted());
  });

  it.each(Object.entries(entries))('%s is read as a difference', (kind, fields) => {
    expect(checkPaired([{ incumbentVersion: 1, slice: {}, kind, ...fields }])).toEqual([]);
    const entry = { incumbentVersion: 1, sliceKey: '{}', kind, ...fields } as PairedEvidence;
    expect(read(entry, fields.metric ?? 'accuracy')).toMatchObject({ level: 'paired' });
  });

  it.each([
    ['aucPair', 'metric'],
    ['replicates', 'observed'],
    ['replicates', 'n'],
  ])('%s is read without %s', (kind, optional) => {
    const { [optional]: _, ...fields } = entries[kind]!;
    expect(checkPaired([{ incumbentVersion: 1, kind, ...fields }])).toEqual([]);
    const entry = { incumbentVersion: 1, sliceKey: '{}', kind, ...fields } as PairedEvidence;
    expect(read(entry, fields.metric ?? 'auc')).toMatchObject({ level: 'paired' });
  });

  it.each(Object.entries(entries))('%s is refused without what it rests on', (kind, fields) => {
    const needed = FIELDS_OF_KINDS.get(kind)!.needs;
    for (const field of needed) {
      const { [field]: _, ...rest } = fields;
      expect(checkPaired([{ incumbentVersion: 1, kind, ...rest }])).toMatchObject([{ pointer: `/paired/0/${field}` }]);
    }
  });
});
