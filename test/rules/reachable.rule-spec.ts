import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..', '..');

/** What is started: the service, the process it forks, its commands, the writer of the API document, the verifier. */
const PROGRAMS = [
  'src/main.ts',
  // Loaded only when somebody asks for telemetry.
  'src/platform/telemetry/sdk.ts',
  'src/measuring/predictions/engine/engine.process.ts',
  ...sourcesIn('src/commands'),
  'tools/openapi.ts',
  'verifier/src/main.ts',
];

/** Exports that no program reaches all the same: what benches judge by, and what the page of gates is written from. It only shrinks. */
const EXCEPTIONS: readonly string[] = [
  'src/judging/evaluate-gates.ts evaluateGates',
  'src/judging/kinds/rule-kinds.ts REASON_CODES',
];

function sourcesIn(folder: string): string[] {
  return typescriptIn(folder).filter((file) => !file.endsWith('.spec.ts'));
}

function typescriptIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules/'))
    .map((file) => join(folder, file));
}

/** Where the sources are imported from: themselves, their specs, and what is built, run and tested beside them. */
const READERS = ['src', 'tools', 'demo', 'verifier/src', 'bench', 'test', 'console', 'cli', 'clients', 'action'];

/** A statement at the top of a file: the names that it declares and those that it mentions. */
interface Statement {
  declares: readonly string[];
  mentions: ReadonlySet<string>;
  isExported: boolean;
  isType: boolean;
  /** Runs when the file is loaded, whoever wants what of it. */
  runs: boolean;
}

interface Source {
  statements: Statement[];
  /** Local name to the file and the name that it stands for; a whole file stands for all of its exports. */
  imports: Map<string, { file: string; name: string | null }>;
  loads: string[];
}

function parse(file: string): Source {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const source: Source = { statements: [], imports: new Map(), loads: [] };
  for (const node of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
    if (ts.isImportDeclaration(node)) readImport(node, file, source);
    else source.statements.push(readStatement(node));
  }
  return source;
}

function readImport(node: ts.ImportDeclaration, from: string, { imports, loads }: Source): void {
  const path = (node.moduleSpecifier as ts.StringLiteral).text;
  if (!path.startsWith('.')) return;
  const file = join(from, '..', path).replace(/\.js$/, '.ts');
  loads.push(file);
  const bindings = node.importClause?.namedBindings;
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) imports.set(bindings.name.text, { file, name: null });
  else
    for (const { name, propertyName } of bindings.elements)
      imports.set(name.text, { file, name: (propertyName ?? name).text });
}

function readStatement(node: ts.Statement): Statement {
  const mentions = new Set<string>();
  const visit = (part: ts.Node, parent: ts.Node): void => {
    const isField = ts.isPropertyAccessExpression(parent) && parent.name === part;
    if (ts.isIdentifier(part) && !isField) mentions.add(part.text);
    ts.forEachChild(part, (child) => visit(child, part));
  };
  ts.forEachChild(node, (child) => visit(child, node));
  const declares = namesOf(node);
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  const isExported = modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  return { declares, mentions, isExported, isType, runs: declares.length === 0 };
}

function namesOf(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(({ name }) => bound(name));
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node);
  return isNamed && node.name !== undefined ? [node.name.text] : [];
}

function bound(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bound(element.name)));
}

/** Follows every name from the programs on: what a file runs when loaded, and what each reached declaration mentions. */
function reach(programs: readonly string[]): { sources: Map<string, Source>; reached: Set<string> } {
  const sources = new Map<string, Source>();
  const reached = new Set<string>();
  const load = (file: string): Source => {
    const known = sources.get(file);
    if (known !== undefined) return known;
    const source = parse(file);
    sources.set(file, source);
    source.loads.forEach(load);
    source.statements.filter(({ runs }) => runs).forEach((statement) => follow(file, statement));
    return source;
  };
  const want = (file: string, name: string): void => {
    if (reached.has(`${file} ${name}`)) return;
    reached.add(`${file} ${name}`);
    const { statements } = load(file);
    statements.filter(({ declares }) => declares.includes(name)).forEach((statement) => follow(file, statement));
  };
  const follow = (file: string, { mentions }: Statement): void => {
    const { imports, statements } = load(file);
    for (const name of mentions) {
      const imported = imports.get(name);
      if (imported === undefined) {
        if (statements.some(({ declares }) => declares.includes(name))) want(file, name);
      } else if (imported.name !== null) want(imported.file, imported.name);
      else
        load(imported.file)
          .statements.flatMap(({ declares }) => declares)
          .forEach((each) => want(imported.file, each));
    }
  };
  for (const file of programs)
    load(file)
      .statements.flatMap(({ declares }) => declares)
      .forEach((name) => want(file, name));
  return { sources, reached };
}

const { reached } = reach(PROGRAMS);

it('every export of the sources is reached by a program', () => {
  const exported = sourcesIn('src').flatMap((file) =>
    parse(file)
      .statements.filter(({ isExported }) => isExported)
      .flatMap(({ declares }) => declares.map((name) => `${file} ${name}`)),
  );
  expect(exported.length).toBeGreaterThan(500);
  expect(exported.filter((name) => !reached.has(name))).toEqual([...EXCEPTIONS]);
});

/** Every name that a file imports, and `*` where it takes a whole file. */
function importedBy(file: string): string[] {
  const whole = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bimport\('(\.[^']+)\.js'\)/g)];
  return [
    ...[...parse(file).imports.values()].map((imported) => `${imported.file} ${imported.name ?? '*'}`),
    ...whole.map(([, path]) => `${join(file, '..', path!)}.ts *`),
  ];
}

// A type may be needed to name what an exported function answers, and the API document imports every class of a .dto.ts.
it('what only its own file uses is not exported, types and classes of the API apart', () => {
  const files = READERS.flatMap((folder) => typescriptIn(folder));
  const imported = new Set(files.flatMap(importedBy));
  const isImported = (file: string, name: string): boolean =>
    imported.has(`${file} ${name}`) || imported.has(`${file} *`);
  const needless = sourcesIn('src').flatMap((file) =>
    parse(file)
      .statements.filter(({ isExported, isType }) => isExported && !isType)
      .flatMap(({ declares }) => declares)
      .filter((name) => !(file.endsWith('.dto.ts') && /^[A-Z][a-z]/.test(name)) && !isImported(file, name))
      .map((name) => `${file} ${name}`),
  );
  expect(needless).toEqual([]);
});
