/** `reset-pin EMAIL` */
import { randomInt } from 'node:crypto';
import { hashPassphrase } from '../crypto/passphrase.ts';
import { withSchool, type Command } from './shell.ts';

export const resetPin: Command = async (shell, [email, ...more]) => {
  if (email === undefined || more.length > 0) return undefined;
  return withSchool(shell, 'write', async (store, { id: school }) => {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    const hash = await hashPassphrase(pin);
    const found = await store.write(async (writing) => {
      const account = await writing.account(school, email.toLowerCase());
      if (account !== undefined) await writing.putAccount(school, { ...account, pin: hash });
      return account !== undefined;
    });
    shell.say(
      found
        ? `New PIN: ${pin}. It is asked for at the next sign-in on a device.`
        : 'Nobody here has that email.',
    );
    return found ? 0 : 1;
  });
};
