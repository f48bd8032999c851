import { withAsciiDigits } from './ascii-digits.ts';

const TIME = /^(\d{1,2})\s*[:.hH٫]\s*(\d{2})$/u;

/**
 * A time as "h:mm", or null when the text is none: "3" alone says no time. 0 and 12 are the same hour; 03:20 is 3:20. An hour
 * above 12 or a minute above 59 is read as it stands: these are mistakes that have names.
 */
export function readTime(text: string): string | null {
  const [, hour, minute] = TIME.exec(withAsciiDigits(text)) ?? [];
  if (hour === undefined || minute === undefined) return null;
  return timeText(Number(hour), Number(minute));
}

/** A time as `readTime` writes it. */
export function timeText(hour: number, minute: number): string {
  return `${hour === 0 ? 12 : hour}:${String(minute).padStart(2, '0')}`;
}
