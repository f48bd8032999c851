/** `end-device ID` */
import { withSchool, type Command } from './shell.ts';

export const endDevice: Command = async (shell, [device, ...more]) => {
  if (device === undefined || more.length > 0) return undefined;
  return withSchool(shell, 'write', async (store, { id: school }) => {
    const now = Date.now();
    const found = await store.write(async (writing) => {
      await writing.endCredentials(school, device, now);
      await writing.endGrants(school, device, now);
      return (await writing.device(school, device)) !== undefined;
    });
    shell.say(found ? 'Ended.' : 'There is no such device.');
    return found ? 0 : 1;
  });
};
