/** Reads QR codes from the camera: the browser's own reader where it has one, else a WebAssembly reader of our own origin. */
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';

/** What can be looked at: a playing video, a picture, a canvas. */
type Picture = HTMLVideoElement | HTMLCanvasElement | ImageBitmap | ImageData;

interface Reader {
  detect(picture: Picture): Promise<readonly { readonly rawValue: string }[]>;
}

/** The Barcode Detection API, which the compiler's DOM does not know yet. */
interface NativeReader {
  new (options: { formats: readonly string[] }): Reader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Pause between two looks, ms: a badge held up is still there a moment later, and the tablet stays cool. */
const LOOK_EVERY_MS = 120;

let reader: Promise<Reader> | null = null;

/** The reader, loaded at its first use. Rejects where its code cannot be had; the next call tries again. */
function loadReader(): Promise<Reader> {
  reader ??= makeReader().catch((error: unknown) => {
    reader = null;
    throw error;
  });
  return reader;
}

async function makeReader(): Promise<Reader> {
  const native = nativeReader();
  const formats = native === null ? [] : await native.getSupportedFormats();
  if (native !== null && formats.includes('qr_code')) return new native({ formats: ['qr_code'] });
  const [{ BarcodeDetector, prepareZXingModule }, wasm] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  // Left to itself the reader would fetch its code from a public network of copies.
  prepareZXingModule({ overrides: { locateFile: () => wasm.default } });
  return new BarcodeDetector({ formats: ['qr_code'] });
}

function nativeReader(): NativeReader | null {
  const known: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  // A constructor under this name is the standard's: nobody else puts one there.
  return typeof known === 'function' ? (known as unknown as NativeReader) : null;
}

/** The texts of the QR codes in a picture. Rejects where the reader cannot be loaded. */
export async function readCodes(picture: Picture): Promise<readonly string[]> {
  const found = await (await loadReader()).detect(picture);
  return found.map(({ rawValue }) => rawValue);
}

/**
 * Shows the camera in `video` and calls `onCode` for every code it sees, until the signal aborts.
 * @returns when the camera is on. Faults: `no-camera` (none, or in use), `camera-refused` (a person or the system said
 * no), `no-reader` (the reader could not be loaded)
 */
export async function scanCodes(
  video: HTMLVideoElement,
  onCode: (text: string) => void,
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const camera = await openCamera();
  if (!camera.ok) return camera;
  const stop = (): void => camera.value.getTracks().forEach((track) => track.stop());
  if (signal.aborted) {
    stop();
    return ok(undefined);
  }
  signal.addEventListener('abort', stop, { once: true });
  try {
    await loadReader();
    video.srcObject = camera.value;
    await video.play();
  } catch (error) {
    stop();
    // An abort while the video begins is how a child leaves this screen.
    return signal.aborted ? ok(undefined) : fault('no-reader', undefined, String(error));
  }
  void look(video, onCode, signal);
  return ok(undefined);
}

async function openCamera(): Promise<Result<MediaStream, Fault>> {
  try {
    const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
    const video = { facingMode: 'user', ...size };
    return ok(await navigator.mediaDevices.getUserMedia({ video, audio: false }));
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    return fault(refused ? 'camera-refused' : 'no-camera', undefined, String(error));
  }
}

async function look(
  video: HTMLVideoElement,
  onCode: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // A frame that cannot be read says nothing: the next one may.
    const codes = await readCodes(video).catch(() => []);
    for (const code of codes) if (!signal.aborted) onCode(code);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
