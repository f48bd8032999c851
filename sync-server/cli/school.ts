/**
 * `npm run school -- <command>`: administration from a shell. All but `backup` while the server is stopped.
 *
 *   backup FILE                      copies the school's data to FILE, while the server runs or not
 *   restore FILE [--journal DIR]     puts a copy in place, with what the journal in BACKUP_DIR has beyond it;
 *                                    exit code 3 where something between the two is missing (--accept-missing goes on)
 *   import FILE                      takes in a rescue file, as often as one likes
 *   rebuild                          derives all state from the log again and puts it in place
 *   rebuild --check                  only says whether state is what the log gives; exit code 1 where it is not
 *   reset-pin EMAIL                  gives this person a new PIN and prints it
 *   end-device ID                    ends the rights of a lost device; what it still holds can be carried to the school
 */
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { backup } from './backup.ts';
import { endDevice } from './end-device.ts';
import { importFile } from './import.ts';
import { rebuild } from './rebuild.ts';
import { resetPin } from './reset-pin.ts';
import { restore } from './restore.ts';
import { typedPath, withSchool, type Command } from './shell.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const bring: Command = async (shell, [file, ...more]) => {
  if (file === undefined || more.length > 0) return undefined;
  return withSchool(shell, 'write', (store, school) =>
    importFile(store, school, typedPath(file), Date.now(), shell.say),
  );
};

const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly usage: string }>> = {
  backup: { run: backup, usage: 'backup FILE' },
  restore: { run: restore, usage: 'restore FILE [--journal DIR [--accept-missing]]' },
  import: { run: bring, usage: 'import FILE' },
  rebuild: { run: rebuild, usage: 'rebuild [--check]' },
  'reset-pin': { run: resetPin, usage: 'reset-pin EMAIL' },
  'end-device': { run: endDevice, usage: 'end-device ID' },
};

function fail(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}

function usage(): number {
  const all = Object.values(COMMANDS).map((command) => command.usage);
  return fail(`Usage: npm run school -- ${all.join(' | ')}   [--demo]`);
}

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...words] = args.filter((word) => word !== '--demo');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return usage();
  const config = readConfig(process.env, args.includes('--demo') ? ['--demo'] : [], ROOT);
  if (!config.ok) return fail(config.error);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  return (await command.run({ config: config.value, say, fail }, words)) ?? usage();
}

process.exitCode = await main(process.argv.slice(2));
