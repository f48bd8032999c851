/**
 * What never changes is packed once, at the build: `assets/name-hash.js` gets an `assets/name-hash.js.br` beside it, which the
 * server sends to whoever reads Brotli. At a start of the server it would cost six seconds of a processor, each time.
 */
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const PACKABLE = /\.(?:js|css|svg|json|wasm)$/u;
/** Shorter ones fit into one packet as they are. */
const LEAST_BYTES = 500;

const toBrotli = promisify(brotliCompress);

/** @param dist the folder of the build */
export const packAssets = (dist: string): Plugin => ({
  name: 'pack-assets',
  apply: 'build',
  async writeBundle() {
    const folder = join(dist, 'assets');
    const pack = async (name: string): Promise<void> => {
      const plain = await readFile(join(folder, name));
      if (plain.length < LEAST_BYTES) return;
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      };
      await writeFile(join(folder, `${name}.br`), await toBrotli(plain, { params }));
    };
    const names = await readdir(folder);
    await Promise.all(names.filter((name) => PACKABLE.test(name)).map(pack));
  },
});
