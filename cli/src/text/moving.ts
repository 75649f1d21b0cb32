import { type Change, type Imported } from '../moving/send.js';
import { type Page } from './page.js';

/** What an import changed, or would: a line for each change, and for each finding. */
export function importText(results: readonly Imported[], dryRun: boolean, { paint }: Page): string[] {
  const lines = results.flatMap(({ model, changes, findings }) => [
    ...(changes.length + findings.length > 0 ? [paint('bold', model)] : []),
    ...changes.map((change) => `  ${signOf(change)} ${changeText(change)}`),
    ...findings.map(({ code, detail }) => `  ! ${code}: ${detail}`),
  ]);
  const count = (part: 'changes' | 'findings') => results.reduce((sum, one) => sum + one[part].length, 0);
  const unchanged = results.reduce((sum, one) => sum + one.unchanged, 0);
  const outcome = dryRun ? 'Nothing was changed; an import would change' : 'Changed';
  const found = count('findings') === 0 ? 'nothing else differs' : `${count('findings')} left as they are`;
  return [...lines, `${outcome} ${count('changes')}; ${unchanged} versions are as there, ${found}.`];
}

function signOf({ from, to }: Change): string {
  if (to === null) return '-';
  return from === null ? '+' : '~';
}

function changeText({ subject, version, name, from, to }: Change): string {
  const what = [subject, name, version === null ? null : `of version ${version}`]
    .filter((part) => part !== null)
    .join(' ');
  if (subject === 'version') return `version ${version}`;
  if (subject === 'model') return 'the model';
  return to === null ? what : `${what}: ${from ?? 'none'} → ${to}`;
}
