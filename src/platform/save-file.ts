/** Gives the person a file: the browser saves it, or asks where. */

/** Long enough for a slow browser to have begun reading, ms. */
const KEEP_MS = 60_000;

/** @param type media type, without a character set: the text is UTF-8 */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
