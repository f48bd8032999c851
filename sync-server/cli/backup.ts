/** `backup FILE`, while the server runs or not. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { nameOfError } from '../log.ts';
import { checkCopy } from '../safety/check-copy.ts';
import { copyDatabase } from '../safety/copies.ts';
import { databaseOf, typedPath, type Command } from './shell.ts';

export const backup: Command = async (shell, [name, ...more]) => {
  if (name === undefined || more.length > 0) return undefined;
  const { path, missing } = databaseOf(shell);
  if (missing !== undefined) return shell.fail(missing);
  const file = typedPath(name);
  if (existsSync(file)) return shell.fail(`${file} exists already. Nothing was copied.`);
  if (!existsSync(dirname(file)))
    return shell.fail(`There is no folder ${dirname(file)}. Nothing was copied.`);
  try {
    await copyDatabase(path, file, Date.now());
  } catch (error) {
    return shell.fail(`${file} could not be written: ${nameOfError(error)}`);
  }
  const facts = await checkCopy(file);
  if (!facts.ok) {
    await rm(file, { force: true });
    return shell.fail(`The copy ${facts.error}. Look after the disk of ${shell.config.dataDir}.`);
  }
  shell.say(`${facts.value.events} events are in ${file}.`);
  shell.say(`It holds the school's private key: keep it where only you can read it.`);
  return 0;
};
