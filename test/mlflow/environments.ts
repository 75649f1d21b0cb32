import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runScript } from '../../clients/script.js';

const FOLDER = import.meta.dirname;
const REQUIREMENTS = join(FOLDER, 'requirements.txt');
/** Installing takes minutes, so environments are kept outside of the checkout, for the next run and the next checkout. */
const KEPT = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'stagegate', 'mlflow');
const INSTALL = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile'];
/** Packages of ours: what they need is installed, and they themselves run from this checkout. */
const OWN = ['python', 'python-mlflow'].map((name) => join(FOLDER, '..', '..', 'clients', name));

/** A virtual environment of Python. Its folder is named after all that decides what is in it, so that it never has to change. */
class Environment {
  readonly folder: string;

  constructor(
    inputs: readonly string[],
    private readonly fill: () => Promise<void>,
  ) {
    const digest = createHash('sha256').update(inputs.join('\n')).digest('hex');
    this.folder = join(KEPT, digest.slice(0, 12));
  }

  get python(): string {
    return join(this.folder, 'bin', 'python');
  }

  /** Makes it, unless it is there whole and its interpreter still is, too. */
  async install(): Promise<void> {
    const whole = join(this.folder, 'whole');
    if (existsSync(whole) && existsSync(this.python)) return;
    await mkdir(KEPT, { recursive: true });
    await succeed('python3', ['-m', 'venv', '--clear', this.folder]);
    await this.fill();
    await writeFile(whole, '');
  }

  pip(...args: string[]): Promise<void> {
    return succeed(this.python, [...INSTALL, ...args]);
  }
}

/** The newest client: its companion packages cannot be installed, so it runs on those of the one before. */
const NEWEST = '3.18.0';
/** The last client of the generation before, which writes models under their runs. */
const FORMER = '2.22.4';

const requirements = readFileSync(REQUIREMENTS, 'utf8');
const needs = OWN.map((folder) => readFileSync(join(folder, 'pyproject.toml'), 'utf8'));
const current: Environment = new Environment([requirements, ...needs, NEWEST], async () => {
  await current.pip('-r', REQUIREMENTS, ...OWN);
  await succeed(current.python, ['-m', 'pip', 'uninstall', '-qy', 'stagegate-client', 'stagegate-mlflow']);
  await current.pip('--no-deps', '--target', join(current.folder, 'newest'), `mlflow==${NEWEST}`);
});
const former: Environment = new Environment([FORMER], () => former.pip(`mlflow==${FORMER}`, 'scikit-learn'));

/** A release of MLflow, and how its programs are run. */
export class Mlflow {
  static readonly current = new Mlflow(/^mlflow==(.*)$/m.exec(requirements)![1]!, current);
  static readonly newest = new Mlflow(NEWEST, current, [join(current.folder, 'newest')]);
  static readonly former = new Mlflow(FORMER, former);

  private constructor(
    readonly version: string,
    private readonly environment: Environment,
    private readonly sources: readonly string[] = [],
  ) {}

  install(): Promise<void> {
    return this.environment.install();
  }

  /** The interpreter it is installed for. */
  get python(): string {
    return this.environment.python;
  }

  /** With what our programs are run. */
  get env(): Record<string, string> {
    const own = OWN.map((folder) => join(folder, 'src'));
    return {
      PYTHONPATH: [...this.sources, ...own].join(delimiter),
      PYTHONDONTWRITEBYTECODE: '1',
      MLFLOW_DISABLE_TELEMETRY: 'true',
    };
  }
}

/** Runs a program; what it said is the error when it failed. */
async function succeed(program: string, args: string[]): Promise<void> {
  const { passed, output } = await runScript(FOLDER, program, {}, args);
  if (!passed) throw new Error(`${program} ${args.join(' ')}:\n${output}`);
}
