/**
 * The client's own sources and fake-indexeddb as two scripts that can be run again and again, each time in a realm of its own. A
 * planted bug changes a source on its way into the script: no switch in the product knows of it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { build, type Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');

/** Text of one source that is replaced by another: a bug that somebody could have written. */
export interface Change {
  /** Path from the root of the project. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The text with all changes of its file; throws where one does not fit any more. */
export function changed(text: string, file: string, changes: readonly Change[]): string {
  let result = text;
  for (const change of changes.filter((one) => one.file === file)) {
    if (!result.includes(change.from)) throw new Error(`${file} has no more: ${change.from}`);
    result = result.replace(change.from, () => change.to);
  }
  return result;
}

const planted = (changes: readonly Change[]): Plugin => ({
  name: 'planted',
  enforce: 'pre',
  async load(id) {
    const file = changes.find((change) => id.endsWith(`/${change.file}`))?.file;
    return file === undefined ? null : changed(await readFile(id, 'utf8'), file, changes);
  },
});

async function bundle(entry: string, name: string, changes: readonly Change[]): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    plugins: [planted(changes)],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output))
    throw new Error(`Nothing was built of ${entry}`);
  return output.output[0].code;
}

/** A browser tells of a commit some time after it: a page can die between the two. fake-indexeddb does both at once. */
const LATE_COMPLETE: Change = {
  file: 'node_modules/fake-indexeddb/build/esm/FDBTransaction.js',
  from: 'this.dispatchEvent(event);\n      }\n    }\n  }\n  _markFinished',
  to: 'queueTask(() => this.dispatchEvent(event));\n      }\n    }\n  }\n  _markFinished',
};

export interface Scripts {
  /** Text that leaves `openData` in `app`. */
  readonly client: string;
  /** A function of `{setImmediate}` that gives fake-indexeddb's exports. */
  readonly indexedDb: Script;
}

const made = new Map<string, Promise<Scripts>>();

/** The two scripts; built once for the same changes. */
export function scriptsWith(changes: readonly Change[] = []): Promise<Scripts> {
  const key = JSON.stringify(changes);
  let scripts = made.get(key);
  if (scripts === undefined) {
    scripts = makeScripts(changes);
    made.set(key, scripts);
  }
  return scripts;
}

async function makeScripts(changes: readonly Change[]): Promise<Scripts> {
  const client = await bundle(join(ROOT, 'src/data/open-data.ts'), 'app', changes);
  const fake = await bundle(join(ROOT, 'node_modules/fake-indexeddb/build/esm/index.js'), 'idb', [
    LATE_COMPLETE,
  ]);
  return {
    client,
    indexedDb: new Script(`(function (globalThis) { ${fake}; return idb; })`, {
      filename: 'idb.js',
    }),
  };
}
