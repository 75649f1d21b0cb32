import { dirname } from 'node:path';
import ts from 'typescript';

export interface DeclaredProblem {
  status: number;
  code: string;
}

/** Answers which problems the code can come to from a method of a class or from a function of the sources. */
export interface ProblemFinder {
  fromMethod(className: string, method: string): DeclaredProblem[];
  fromFunction(name: string): DeclaredProblem[];
}

/**
 * Reads the sources with the compiler and follows every name from a start to what it declares, through functions, methods,
 * parameter decorators and constants, to the calls of `problemKind`. It may find a problem that no input brings about; it
 * misses none that is thrown by name.
 */
export function findProblems(configFile: string): ProblemFinder {
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile) as { config: object };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
  const program = ts.createProgram(fileNames, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const starts = indexDeclarations(program);
  const from = (key: string): DeclaredProblem[] => {
    const start = starts.get(key);
    if (!start) throw new Error(`The sources declare no ${key}.`);
    return reachFrom(start, checker);
  };
  return { fromMethod: (className, method) => from(`${className}.${method}`), fromFunction: from };
}

function indexDeclarations(program: ts.Program): Map<string, ts.Node> {
  const index = new Map<string, ts.Node>();
  for (const file of program.getSourceFiles().filter((each) => !each.isDeclarationFile)) {
    for (const statement of file.statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name) index.set(statement.name.text, statement);
      if (!ts.isClassDeclaration(statement) || !statement.name) continue;
      for (const member of statement.members.filter(ts.isMethodDeclaration))
        if (member.body) index.set(`${statement.name.text}.${member.name.getText()}`, member);
    }
  }
  return index;
}

function reachFrom(start: ts.Node, checker: ts.TypeChecker): DeclaredProblem[] {
  const found = new Map<string, DeclaredProblem>();
  const seen = new Set<ts.Node>([start]);
  const pending = [start];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const problem = problemIn(node);
    if (problem) found.set(problem.code, problem);
    if (ts.isIdentifier(node)) {
      for (const declaration of declarationsOf(node, checker).filter((each) => !seen.has(each))) {
        seen.add(declaration);
        pending.push(declaration);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (let node = pending.pop(); node; node = pending.pop()) ts.forEachChild(node, visit);
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** `problemKind(404, 'MODEL_NOT_FOUND', …)`. */
function problemIn(node: ts.Node): DeclaredProblem | null {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'problemKind') return null;
  const [status, code] = node.arguments;
  if (!status || !code || !ts.isNumericLiteral(status) || !ts.isStringLiteral(code))
    throw new Error(`${node.getText()} does not state its status and code as literals.`);
  return { status: Number(status.text), code: code.text };
}

/** What runs or is read when the name is used; types and classes as such are not. */
function declarationsOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Node[] {
  const isShorthand = ts.isShorthandPropertyAssignment(name.parent);
  const symbol = isShorthand
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  if (!symbol) return [];
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (target.declarations ?? []).filter((each) => isOurs(each) && isRun(each)).map(toNode);
}

const isOurs = (node: ts.Node): boolean => !node.getSourceFile().isDeclarationFile;

function isRun(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isGetAccessor(node) ||
    ts.isPropertyAssignment(node) ||
    (ts.isPropertyDeclaration(node) && node.initializer !== undefined) ||
    ts.isClassDeclaration(node)
  );
}

/** Of a class only its constructor runs. */
function toNode(node: ts.Node): ts.Node {
  return ts.isClassDeclaration(node)
    ? (node.members.find(ts.isConstructorDeclaration) ?? ts.factory.createNull())
    : node;
}
