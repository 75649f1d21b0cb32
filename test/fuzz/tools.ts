import { existsSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript } from '../../clients/script.js';

const VENV = join(import.meta.dirname, '.venv');
const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const INSTALLED = join(VENV, 'installed.txt');

/** The program `schemathesis` in its virtual environment, which is made anew when the requirements are others. */
export async function installSchemathesis(): Promise<string> {
  if (!(await isInstalled())) {
    await succeed('python3', ['-m', 'venv', '--clear', VENV]);
    const pip = join(VENV, 'bin', 'pip');
    await succeed(pip, ['install', '--quiet', '--disable-pip-version-check', '--no-compile', '-r', REQUIREMENTS]);
    await copyFile(REQUIREMENTS, INSTALLED);
  }
  return join(VENV, 'bin', 'schemathesis');
}

async function isInstalled(): Promise<boolean> {
  if (!existsSync(INSTALLED)) return false;
  return (await readFile(INSTALLED, 'utf8')) === (await readFile(REQUIREMENTS, 'utf8'));
}

async function succeed(program: string, args: string[]): Promise<void> {
  const { passed, output } = await runScript(import.meta.dirname, program, {}, args);
  if (!passed) throw new Error(`${program} ${args.join(' ')}:\n${output}`);
}
