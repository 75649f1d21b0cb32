import { readFileSync } from 'node:fs';
import { type Json } from './client.js';
import { type Team, uniqueName } from './registry.js';

const EXAMPLES = new URL('../../../examples/', import.meta.url);
const MARKER = /^<!-- (policy|decision): (.+) -->\n(?:\n```\w+\n[^]*?\n```\n)?/gm;
const SUBJECT = /^(\S+) v(\d) against v(\d)$/;
const WIDTH = 118;

const readExample = (path: string): string => readFileSync(new URL(path, EXAMPLES), 'utf8');
const readJson = (path: string): Json => JSON.parse(readExample(path));

/** The models of the examples, each beside the version that runs, judged by one policy after the other. */
export class Cookbook {
  private readonly models = new Map<string, Promise<string>>();

  constructor(private readonly team: Team) {}

  /** The page with what belongs below each of its markers: a policy as it is on file, or the decision it makes. */
  async render(page: string): Promise<string> {
    let policy: Json = {};
    let rendered = '';
    let reached = 0;
    for (const match of page.matchAll(MARKER)) {
      const [whole, kind, subject] = match as unknown as [string, string, string];
      if (kind === 'policy') policy = readJson(`policies/${subject}`);
      const block =
        kind === 'policy' ? readExample(`policies/${subject}`).trimEnd() : await this.decide(subject, policy);
      const fence = kind === 'policy' ? 'json' : 'text';
      rendered += `${page.slice(reached, match.index)}<!-- ${kind}: ${subject} -->\n\n\`\`\`${fence}\n${block}\n\`\`\`\n`;
      reached = match.index + whole.length;
    }
    return rendered + page.slice(reached);
  }

  /** The gate report of one version against another: "census-income v3 against v2". */
  async judge(subject: string, policy: Json): Promise<Json> {
    const [, example, challenger, incumbent] = SUBJECT.exec(subject)!;
    const model = await this.modelWith(example!, Number(incumbent));
    await this.team.root.setsPolicy(model, policy);
    return this.team.ci.checks(model, Number(challenger));
  }

  private async decide(subject: string, policy: Json): Promise<string> {
    const [, challenger, incumbent] = SUBJECT.exec(subject)!.slice(1);
    const report = await this.judge(subject, policy);
    const rules = report.rules.flatMap(({ id, message }: Json) => ['', `${id}`, ...wrapped(message)]);
    const warnings = report.warnings.flatMap(({ message }: Json) => ['', 'warning', ...wrapped(message)]);
    return [`v${challenger} against v${incumbent}: ${report.verdict}`, ...rules, ...warnings].join('\n');
  }

  private modelWith(example: string, incumbent: number): Promise<string> {
    const key = `${example} ${incumbent}`;
    if (!this.models.has(key)) this.models.set(key, this.bring(example, incumbent));
    return this.models.get(key)!;
  }

  private async bring(example: string, incumbent: number): Promise<string> {
    const { ci, root } = this.team;
    const model = await ci.creates(uniqueName(example));
    const versions = example === 'census-income' ? [1, 2, 3, 4, 5] : [1, 2, 3];
    for (const version of versions) {
      await ci.post(`/models/${model}/versions`, readJson(`${example}/versions/v${version}.json`));
      const evaluation = readJson(`${example}/paired-evaluations/v${version}.json`);
      await ci.post(`/models/${model}/versions/${version}/evaluations`, evaluation);
    }
    await root.setsPolicy(model, { preset: 'open' });
    await ci.promotes(model, incumbent);
    for (const version of versions) if (version !== incumbent) await ci.promotes(model, version, 'Staging');
    return model;
  }
}

/** A sentence in lines, set in by two spaces. */
function wrapped(sentence: string): string[] {
  const lines: string[] = [];
  let line = ' ';
  for (const word of sentence.split(' ')) {
    if (line.length + word.length >= WIDTH) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
