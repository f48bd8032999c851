/** A camera for a browser that has none: it shows one QR code, for ever. */
import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

const [WIDTH, HEIGHT] = [640, 480];
const MODULE_PX = 8;

/**
 * Writes a film of one frame (YUV4MPEG2) with a QR code in its middle.
 * @param file ends in .y4m
 * @returns the switches that make the browser's camera show it, and nobody be asked about it
 */
export function cameraShowing(text: string, file: string): readonly string[] {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 });
  const light = Buffer.alloc(WIDTH * HEIGHT, 235);
  const [left, top] = [WIDTH, HEIGHT].map((all) => Math.floor((all - size * MODULE_PX) / 2));
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let line = 0; line < MODULE_PX; line += 1) {
        const at = ((top ?? 0) + y * MODULE_PX + line) * WIDTH + (left ?? 0) + x * MODULE_PX;
        light.fill(16, at, at + MODULE_PX);
      }
    }),
  );
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`;
  writeFileSync(file, Buffer.concat([Buffer.from(`${head}FRAME\n`), light, colour]));
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}
