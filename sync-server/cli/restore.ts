/** `restore FILE [--journal DIR]` */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { listCopies } from '../safety/copies.ts';
import { COPIES_FOLDER } from '../safety/journal.ts';
import { listSegments } from '../safety/read-journal.ts';
import { restore as restoreCopy, type Restored } from '../safety/restore.ts';
import { typedPath, whileStopped, type Command, type Shell } from './shell.ts';

const date = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

interface Order {
  readonly file: string;
  readonly journal: string | undefined;
}

/** What the person typed; undefined where the words do not fit. */
function orderOf(words: readonly string[]): Order | undefined {
  const at = words.indexOf('--journal');
  const rest = at < 0 ? words : words.toSpliced(at, 2);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0 || file.startsWith('--')) return undefined;
  if (at < 0) return { file: typedPath(file), journal: undefined };
  const journal = words[at + 1];
  return journal === undefined ? undefined : { file: typedPath(file), journal: typedPath(journal) };
}

function tell({ say }: Shell, { copy, journal, replaced }: Restored): void {
  const until = copy.newest === undefined ? '' : `, the newest of ${date(copy.newest)} UTC`;
  say(`From the copy: ${copy.events} events${until}.`);
  if (journal !== undefined) {
    const { added, known, damaged, newer, foreign } = journal;
    say(`From the journal: ${added} events; ${known} more were in the copy already.`);
    if (damaged > 0) say(`Lines of the journal that were cut and left out: ${damaged}.`);
    if (newer > 0)
      say(`Parts of the journal that a newer version wrote and this one cannot read: ${newer}.`);
    if (foreign > 0) say(`Writes of another school that were left out: ${foreign}.`);
  }
  if (replaced !== undefined) say(`What was here before is kept: ${replaced}`);
}

/** What would have given more. */
async function hint({ say, config }: Shell, { file, journal }: Order): Promise<void> {
  const { backupDir } = config;
  if (journal === undefined) {
    if (backupDir !== undefined && (await listSegments(backupDir)).length > 0)
      say(
        `The journal in ${backupDir} was not used; with --journal ${backupDir} it brings back what came after the copy.`,
      );
    return;
  }
  const newest = (await listCopies(join(journal, COPIES_FOLDER))).at(-1);
  if (newest !== undefined && newest.path !== file)
    say(
      `${newest.path} is the newest copy: it may hold what came while the journal could not be written.`,
    );
}

export const restore: Command = async (shell, words) => {
  const order = orderOf(words);
  if (order === undefined) return undefined;
  const { dataDir } = shell.config;
  mkdirSync(dataDir, { recursive: true });
  return whileStopped(shell, async () => {
    const { file, journal } = order;
    const done = await restoreCopy({ file, dataDir, journal, now: Date.now() });
    if (!done.ok) return shell.fail(done.error);
    tell(shell, done.value);
    await hint(shell, order);
    shell.say(
      'The school is restored. Start the server: tablets offer again what it does not have, by themselves.',
    );
    return 0;
  });
};
