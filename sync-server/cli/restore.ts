/** `restore FILE [--journal DIR [--accept-missing]]` */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { listCopies } from '../safety/copies.ts';
import { COPIES_FOLDER } from '../safety/journal.ts';
import { listSegments } from '../safety/read-journal.ts';
import { restore as restoreCopy, type Restored } from '../safety/restore.ts';
import type { Hole } from '../safety/seam.ts';
import { typedPath, whileStopped, type Command, type Shell } from './shell.ts';

const date = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

/** So that a script can tell it from every other failure. */
const HOLE_EXIT = 3;
const ACCEPT = '--accept-missing';

interface Order {
  readonly file: string;
  readonly journal: string | undefined;
  readonly acceptMissing: boolean;
}

/** What the person typed; undefined where the words do not fit. */
function orderOf(words: readonly string[]): Order | undefined {
  const acceptMissing = words.includes(ACCEPT);
  const plain = words.filter((word) => word !== ACCEPT);
  const at = plain.indexOf('--journal');
  const [file, ...more] = at < 0 ? plain : plain.toSpliced(at, 2);
  if (file === undefined || more.length > 0 || file.startsWith('--')) return undefined;
  const journal = at < 0 ? undefined : plain[at + 1];
  if (journal === undefined && (at >= 0 || acceptMissing)) return undefined;
  return {
    file: typedPath(file),
    journal: journal === undefined ? undefined : typedPath(journal),
    acceptMissing,
  };
}

/** What is missing, in a sentence. */
function wordsOf({ events, after, before }: Hole): string {
  const time =
    after === undefined
      ? `before ${date(before)} UTC`
      : `between ${date(after)} and ${date(before)} UTC`;
  const what =
    events === 0
      ? `Something that the school stored ${time}`
      : `At least ${events} event${events === 1 ? '' : 's'}, stored ${time},`;
  return `${what} ${events > 1 ? 'are' : 'is'} neither in the copy nor in the journal`;
}

/** Nothing was done. @returns the exit code */
async function refuse(shell: Shell, { file, journal = '' }: Order, hole: Hole): Promise<number> {
  const newest = (await listCopies(join(journal, COPIES_FOLDER))).at(-1);
  shell.fail(`${wordsOf(hole)} (journal-hole).`);
  shell.fail(
    `The journal no longer reaches back to ${file}, or could not be written for a while. Nothing was changed.`,
  );
  if (newest !== undefined && newest.path !== file)
    shell.fail(`A newer copy holds more. Take the newest: ${newest.path}`);
  shell.fail(
    `To go on without what is missing, add ${ACCEPT}: it comes back only from tablets that still hold it.`,
  );
  return HOLE_EXIT;
}

function tell({ say }: Shell, { copy, journal, replaced }: Restored): void {
  const until = copy.newest === undefined ? '' : `, the newest of ${date(copy.newest)} UTC`;
  say(`From the copy: ${copy.events} events${until}.`);
  if (journal !== undefined) {
    const { added, known, damaged, newer, foreign, hole } = journal;
    say(`From the journal: ${added} events; ${known} more were in the copy already.`);
    if (damaged > 0) say(`Lines of the journal that were cut and left out: ${damaged}.`);
    if (newer > 0)
      say(`Parts of the journal that a newer version wrote and this one cannot read: ${newer}.`);
    if (hole !== undefined)
      say(`${wordsOf(hole)} (journal-hole). It comes back only from tablets that still hold it.`);
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
    const done = await restoreCopy({ ...order, dataDir, now: Date.now() });
    if (!done.ok)
      return done.error.code === 'hole'
        ? refuse(shell, order, done.error.hole)
        : shell.fail(`${done.error.text} Nothing was changed.`);
    tell(shell, done.value);
    await hint(shell, order);
    shell.say(
      'The school is restored. Start the server: tablets offer again what it does not have, by themselves.',
    );
    return 0;
  });
};
