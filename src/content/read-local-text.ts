import { languages, type Language, type LocalText } from '#domain/kernel/local-text.ts';
import type { RecordReader } from '#domain/kernel/read-record.ts';

function textOf(read: RecordReader): LocalText {
  const texts = languages.map((language): [Language, string] => [language, read.text(language)]);
  return { en: '', es: '', ...Object.fromEntries(texts) };
}

/** A text in every language; a missing one is a fault at `<name>.<language>`. */
export function readLocalText(read: RecordReader, name: string): LocalText {
  return textOf(read.within(name));
}

/** A list of such texts with at least `atLeast` entries. */
export function readLocalTexts(read: RecordReader, name: string, atLeast: number): LocalText[] {
  const list = read.list(name);
  if (list.length < atLeast) read.fail(name, `at least ${atLeast} texts are expected`);
  return list.map(textOf);
}
