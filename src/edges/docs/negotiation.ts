import { readPreferences } from '../../platform/http/quality.js';

/** Browsers name HTML, itself or by the range of all texts; what names neither it nor JSON, as programs often do, gets what is meant for `others`. */
export function wantsHtml(accept: string | undefined, others: boolean): boolean {
  const wishes = readPreferences(accept ?? '');
  const qualityOf = (type: string): number => {
    const wish = [type, type.replace(/\/.*/, '/*')].map((range) => wishes.find(({ value }) => value === range));
    return (wish[0] ?? wish[1])?.quality ?? 0;
  };
  const [html, json] = [qualityOf('text/html'), qualityOf('application/json')];
  return html === 0 && json === 0 ? others : html >= json && html > 0;
}
