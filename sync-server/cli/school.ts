/**
 * `npm run school -- <command>`: administration from a shell, while the server is stopped.
 *
 *   rebuild            derives all state from the log again and puts it in place
 *   rebuild --check    only says whether state is what the log gives; exit code 1 where it is not
 *   reset-pin EMAIL    gives this person a new PIN and prints it
 *   end-device ID      ends the rights of a lost device; what it still holds can be carried to the school
 */
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtInCourses } from '#content/courses.ts';
import { readConfig } from '../config.ts';
import { hashPassphrase } from '../crypto/passphrase.ts';
import { DATABASE, lockFolder } from '../data-folder.ts';
import { createLog } from '../log.ts';
import type { Store } from '../store/port.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { compareState, deriveState, replaceState } from '../usecases/rebuild.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const USAGE =
  'Usage: npm run school -- rebuild [--check] | reset-pin EMAIL | end-device ID   [--demo]';

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

function giveUp(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** @returns the exit code */
async function rebuild(store: Store, school: string, check: boolean): Promise<number> {
  const log = createLog('error', (line) => process.stderr.write(line), Date.now);
  const rebuilt = await deriveState(store, school, builtInCourses(), log);
  const difference = await compareState(store, school, rebuilt);
  const { documents, extra, issues, memberships } = difference;
  const same = documents.length + extra.length + issues + memberships === 0;
  say(
    `${rebuilt.events} events give ${rebuilt.documents.size} documents, ${rebuilt.issues.length} events are held or wait.`,
  );
  say(
    same
      ? 'State is what the log gives.'
      : `Not the same: ${documents.length} documents, ${extra.length} too many, ${issues} held, ${memberships} memberships.`,
  );
  if (check) return same ? 0 : 1;
  if (!same) {
    await replaceState(store, school, rebuilt, difference, Date.now());
    say('State was put in place anew.');
  }
  return 0;
}

async function resetPin(store: Store, school: string, email: string): Promise<number> {
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  const hash = await hashPassphrase(pin);
  const found = await store.write(async (writing) => {
    const account = await writing.account(school, email.toLowerCase());
    if (account !== undefined) await writing.putAccount(school, { ...account, pin: hash });
    return account !== undefined;
  });
  say(
    found
      ? `New PIN: ${pin}. It is asked for at the next sign-in on a device.`
      : 'Nobody here has that email.',
  );
  return found ? 0 : 1;
}

async function endDevice(store: Store, school: string, device: string): Promise<number> {
  const now = Date.now();
  const found = await store.write(async (writing) => {
    await writing.endCredentials(school, device, now);
    await writing.endGrants(school, device, now);
    return (await writing.device(school, device)) !== undefined;
  });
  say(found ? 'Ended.' : 'There is no such device.');
  return found ? 0 : 1;
}

async function run(store: Store, words: readonly string[]): Promise<number> {
  const [school] = await store.read((reading) => reading.schools());
  if (school === undefined) giveUp('No school is set up here.');
  const [command, value] = words;
  if (command === 'rebuild') return rebuild(store, school.id, value === '--check');
  if (command === 'reset-pin' && value !== undefined) return resetPin(store, school.id, value);
  if (command === 'end-device' && value !== undefined) return endDevice(store, school.id, value);
  giveUp(USAGE);
}

const words = process.argv.slice(2).filter((word) => word !== '--demo');
const config = readConfig(process.env, process.argv.includes('--demo') ? ['--demo'] : [], ROOT);
if (!config.ok) giveUp(config.error);
const { dataDir } = config.value;
if (words.length === 0) giveUp(USAGE);
if (!existsSync(join(dataDir, DATABASE))) giveUp(`There is no school in ${dataDir}.`);
const unlock = lockFolder(dataDir);
if (unlock === undefined) giveUp(`The server is running on ${dataDir}: stop it first.`);
const store = openSqliteStore(join(dataDir, DATABASE));
const code = await run(store, words);
await store.close();
unlock();
process.exitCode = code;
