import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** What of the repository a planted tree needs, so that linter and compiler judge it as they judge the real one. */
const RULES = [
  '.oxlintrc.json',
  '.oxlint',
  '.tsconfig.base.json',
  'package.json',
  'tsconfig.json',
  ...['src', 'src/domain', 'src/protocol', 'src/content', 'sync-server', 'test'].map(
    (layer) => `${layer}/tsconfig.json`,
  ),
];

/** A complaint of the linter: the file from the top of the tree, the rule, and what it says. */
export interface Complaint {
  readonly file: string;
  readonly rule: string;
  readonly text: string;
}

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly code: string;
    readonly message: string;
    readonly help?: string;
  }[];
}

/** A small repository of its own under the system's temporary folder: our rules, and only the given sources. */
export class PlantedTree {
  readonly #folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-walls-'));

  /** @param sources text by path from the top, such as `src/domain/x.ts` */
  constructor(sources: Readonly<Record<string, string>>) {
    for (const path of RULES) {
      cpSync(join(ROOT, path), join(this.#folder, path), { recursive: true });
    }
    mkdirSync(join(this.#folder, 'node_modules'));
    for (const name of ['oxlint', 'oxlint-tsgolint', '.bin', 'vite', '@types', 'typescript']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(this.#folder, 'node_modules', name));
    }
    for (const [path, text] of Object.entries(sources)) {
      mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
      writeFileSync(join(this.#folder, path), text);
    }
  }

  #run(script: string, ...args: string[]): string {
    const { stdout, stderr, error } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules', script), ...args],
      { cwd: this.#folder, encoding: 'utf8' },
    );
    if (error) throw error;
    return stdout === '' ? stderr : stdout;
  }

  /** Every complaint of the linter, with the repository's own configuration. */
  lint(): readonly Complaint[] {
    const output = this.#run('oxlint/bin/oxlint', '--format=json', 'src', 'sync-server', 'test');
    const report: OxlintReport = JSON.parse(output);
    return report.diagnostics.map(({ filename, code, message, help }) => ({
      file: filename.replaceAll('\\', '/'),
      rule: code,
      text: `${message} ${help ?? ''}`,
    }));
  }

  /** The compiler's errors, one a line. */
  compile(): readonly string[] {
    const output = this.#run('typescript/bin/tsc', '-b', '--pretty', 'false');
    return output.split('\n').filter((line) => line.includes('error TS'));
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
