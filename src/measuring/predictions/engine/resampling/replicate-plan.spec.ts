import { describeLeft, planReplicates, REPLICATES } from './replicate-plan.js';

const whole = { columns: [], sizes: [1_000] };
const sex = { columns: ['sex'], sizes: [400, 600] };
const race = { columns: ['race'], sizes: [930, 40, 30] };
const cross = { columns: ['sex', 'race'], sizes: [500, 500] };

it('the whole comes first, then slice columns in their order, each with all its slices or none', () => {
  const budget = { draws: 2.5 * 1_000 * REPLICATES, lists: 40 };
  expect(planReplicates([whole, sex, race], 2, 1, budget)).toEqual({ chosen: [0, 1], left: [['race']] });
  expect(budget).toEqual({ draws: 0.5 * 1_000 * REPLICATES, lists: 34 });
});

it('slices of too few units cost nothing and get nothing, and crosses are left out', () => {
  const budget = { draws: 1e9, lists: 40 };
  expect(planReplicates([whole, race, cross], 2, 1, budget)).toEqual({ chosen: [0, 1], left: [['sex', 'race']] });
  expect(budget).toEqual({ draws: 1e9 - 1_930 * REPLICATES, lists: 36 });
  expect(planReplicates([whole, race], 2, 0.04, budget)).toEqual({ chosen: [], left: [] });
});

it('lists are bounded too, and a million rows cost no more than parts of them', () => {
  const many = { columns: ['zip'], sizes: Array<number>(30).fill(100) };
  expect(planReplicates([many, sex], 2, 1, { draws: 1e9, lists: 40 })).toEqual({ chosen: [1], left: [['zip']] });
  const budget = { draws: 200_000_000, lists: 40 };
  planReplicates([{ columns: [], sizes: [1_000_000] }], 2, 1, budget);
  expect(200_000_000 - budget.draws).toBe(20_000 * REPLICATES + 20 * 1_000_000);
});

it('what is left out is named', () => {
  expect(describeLeft({ chosen: [0], left: [] }, ['r2'], 3)).toBeUndefined();
  expect(describeLeft({ chosen: [], left: [[], ['sex'], ['sex', 'race']] }, ['r2', 'median_ae'], 3)).toBe(
    'No replicates of r2, median_ae against version 3 were computed on the whole, sex, sex × race: a job draws a bounded number of rows, keeps at most 60 lists of replicates, and none of crosses.',
  );
});
