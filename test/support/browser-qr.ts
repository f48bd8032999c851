/** Reads a QR code off the screen, as a camera would: from pixels. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from 'playwright';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** @returns the text of the code, and its error correction ("Q") */
export async function readQr(picture: Locator): Promise<{ text: string; level: string }> {
  prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
  });
  const [found] = await readBarcodes(new Uint8Array(await picture.screenshot()));
  if (found === undefined) throw new Error('There is no QR code in the picture.');
  return { text: found.text, level: found.ecLevel };
}
