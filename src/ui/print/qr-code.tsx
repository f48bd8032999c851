import { useMemo } from 'react';
import { encode } from 'uqr';
import css from './qr-code.module.css';

export interface QrCodeProps {
  /** What a camera reads: a link, or a short opaque token. */
  readonly text: string;
  /** What it is for, in words. */
  readonly label: string;
  /** Printed width of the symbol itself, in millimetres; the quiet zone comes on top. */
  readonly mm?: number;
}

/** Width of the quiet zone in modules, as the standard (ISO/IEC 18004) asks. */
const QUIET = 4;

/**
 * A QR code at error correction Q, always black on white with its quiet zone of four modules. One path: it prints
 * sharp at any size. Q and 45 mm came out best in glare, blur and low light (H is denser and reads worse).
 */
export function QrCode({ text, label, mm = 45 }: QrCodeProps) {
  const { size, path } = useMemo(() => draw(text), [text]);
  const whole = (mm * size) / (size - 2 * QUIET);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={css['qr'] ?? ''}
      style={{ inlineSize: `${whole}mm`, blockSize: `${whole}mm` }}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

function draw(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'Q', border: QUIET });
  let path = '';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) path += `M${x} ${y}h1v1h-1z`;
    });
  });
  return { size, path };
}
