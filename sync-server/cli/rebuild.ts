/** `rebuild [--check]` */
import { builtInCourses } from '#content/courses.ts';
import { createLog } from '../log.ts';
import { compareState, deriveState, replaceState } from '../usecases/rebuild.ts';
import { withSchool, type Command } from './shell.ts';

export const rebuild: Command = async (shell, [option, ...more]) => {
  if (more.length > 0 || (option !== undefined && option !== '--check')) return undefined;
  const check = option === '--check';
  return withSchool(shell, 'derive', async (store, { id: school }) => {
    const log = createLog('error', (line) => process.stderr.write(line), Date.now);
    const rebuilt = await deriveState(store, school, builtInCourses(), log);
    const difference = await compareState(store, school, rebuilt);
    const { documents, extra, issues, memberships } = difference;
    const same = documents.length + extra.length + issues + memberships === 0;
    shell.say(
      `${rebuilt.events} events give ${rebuilt.documents.size} documents, ${rebuilt.issues.length} events are held or wait.`,
    );
    shell.say(
      same
        ? 'State is what the log gives.'
        : `Not the same: ${documents.length} documents, ${extra.length} too many, ${issues} held, ${memberships} memberships.`,
    );
    if (check) return same ? 0 : 1;
    if (!same) {
      await replaceState(store, school, rebuilt, difference, Date.now());
      shell.say('State was put in place anew.');
    }
    return 0;
  });
};
