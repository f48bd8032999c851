/** `school import FILE`: a rescue file, brought to the computer of the server. */
import { readFile, stat } from 'node:fs/promises';
import { readRescueFile } from '#protocol/rescue.ts';
import type { Store } from '../store/port.ts';
import type { SchoolRow } from '../store/rows.ts';
import { importLines, type Counts } from '../usecases/import.ts';

/** A text of more does not fit into memory as one. */
const MOST_BYTES = 400 * 1024 * 1024;

const SENTENCES: Readonly<Record<string, string>> = {
  'not-a-rescue-file': 'This is not a rescue file of Nine of Ten. Nothing was read.',
  'newer-version':
    'This file was made by a newer version of Nine of Ten. Update the server, then import it again. Nothing was read.',
  'other-school': 'This file belongs to another school. Nothing was read.',
};

const results = (count: number): string => (count === 1 ? '1 result' : `${count} results`);

function sentencesOf(counts: Counts, cut: boolean): readonly string[] {
  const { stored, duplicate, held, refused, unreadable } = counts;
  const lines = unreadable === 1 ? '1 line' : `${unreadable} lines`;
  return [
    `${results(stored)} came in. ${results(duplicate)} had been here before.`,
    ...(held > 0 ? [`${results(held)} came in and do not count: see Devices in the app.`] : []),
    ...(refused > 0 ? [`${results(refused)} could not be read as results.`] : []),
    ...(unreadable > 0
      ? [`${lines} could not be opened: cut, changed, or of another school.`]
      : []),
    ...(cut ? ['The end of the file is missing. Save it on the device again, if you can.'] : []),
  ];
}

/**
 * @param say takes one line of text
 * @returns the exit code: 0 where everything in the file is at the school now
 */
export async function importFile(
  store: Store,
  school: SchoolRow,
  path: string,
  now: number,
  say: (text: string) => void,
): Promise<number> {
  const fail = (text: string): number => {
    say(text);
    return 1;
  };
  const found = await stat(path).catch(() => undefined); // not there, or not to be looked at: the same to who asks
  if (found?.isFile() !== true) return fail(`There is no file ${path}.`);
  if (found.size > MOST_BYTES) return fail(`${path} is too large to be a rescue file.`);
  const file = readRescueFile(await readFile(path, 'utf8'));
  if (!file.ok) return fail(SENTENCES[file.error.code] ?? file.error.code);
  const { header, lines, cut } = file.value;
  const epochs = await store.read((reading) => reading.epochs(school.id));
  const importing = { school, epochs, carrier: undefined, now };
  const done = await importLines(store, importing, header, lines);
  if (!done.ok) return fail(SENTENCES[done.error.code] ?? done.error.code);
  const { counts } = done.value;
  // Whoever made the file wrote the name: nothing in it may steer a terminal.
  const name = header.deviceName.replace(/\p{C}/gu, '');
  say(`From ${name === '' ? 'a device' : `"${name}"`}:`);
  for (const sentence of sentencesOf(counts, cut)) say(sentence);
  return cut || counts.unreadable > 0 || counts.refused > 0 ? 1 : 0;
}
