import { structuredPatch } from 'diff';
import { stringify } from 'yaml';
import { type Paint } from './paint.js';

/** A document as YAML with its fields in order, so that only what differs differs. */
export function toYaml(document: unknown): string {
  return stringify(document, { sortMapEntries: true, lineWidth: 0 });
}

/** What changes from one document to another, line by line; empty when nothing does. */
export function difference(before: unknown, after: unknown, paint: Paint): string[] {
  const { hunks } = structuredPatch('', '', before === null ? '' : toYaml(before), toYaml(after));
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    paint('cyan', `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...lines.map((line) => paint(line.startsWith('+') ? 'green' : line.startsWith('-') ? 'red' : undefined, line)),
  ]);
}
