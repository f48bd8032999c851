import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { seededRandom } from '#domain/kernel/random.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { avatarIds } from '#ui/pictures/avatar-names.ts';
import { BADGE_LENGTH, chooseAvatar, chooseSecret } from './new-student.ts';
import { takenIn } from './plan-roster.ts';
import type { StudentAction } from './student-menu.tsx';
import { useAppend } from './use-append.ts';

type Change = (id: StudentId) => Promise<Fault | null>;

/** The changes of one tap. Each says what it did; leaving a group can be taken back. */
export function useStudentChanges(
  group: GroupId,
  snapshot: Snapshot,
  say: (message: SnackbarMessage) => void,
): Readonly<Record<Exclude<StudentAction, 'rename'>, Change>> {
  const { t } = useLingui();
  const { newId } = useServices();
  const append = useAppend();
  const said = (fault: Fault | null, text: string, onUndo?: () => void): Fault | null => {
    if (fault === null) say({ id: newId(), text, ...(onUndo === undefined ? {} : { onUndo }) });
    return fault;
  };
  const member = (op: 'add' | 'remove', id: StudentId) =>
    append({ kind: 'group.student', about: `group/${group}`, body: { op, member: id } });
  const nameOf = (id: StudentId) => snapshot.student(id)?.name ?? '';

  return {
    async secret(id) {
      const set = chooseSecret(seededRandom(newId()), takenIn(snapshot, group).secrets);
      const was = snapshot.credential(id)?.secret ?? null;
      const about = `student/${id}` as const;
      const fault = await append({ kind: 'student.secret', about, body: { set, was } });
      return said(
        fault,
        t`${nameOf(id)} has new pictures. Class tablets know them after their next connection.`,
      );
    },
    async badge(id) {
      const set = newId().slice(0, BADGE_LENGTH);
      const was = snapshot.credential(id)?.badge ?? null;
      const about = `student/${id}` as const;
      const fault = await append({ kind: 'student.badge', about, body: { set, was } });
      return said(
        fault,
        t`${nameOf(id)} has a new badge to print. The old one stops working on each tablet at its next connection.`,
      );
    },
    async avatar(id) {
      const set = chooseAvatar(seededRandom(newId()), avatarIds, takenIn(snapshot, group).avatars);
      const was = snapshot.student(id)?.avatar ?? null;
      const about = `student/${id}` as const;
      const fault = await append({ kind: 'student.avatar', about, body: { set, was } });
      return said(fault, t`${nameOf(id)} has another picture.`);
    },
    async remove(id) {
      const fault = await member('remove', id);
      return said(fault, t`${nameOf(id)} left the group. The results are kept.`, () => {
        void member('add', id).then((undone) =>
          said(undone, t`${nameOf(id)} is back in the group.`),
        );
      });
    },
  };
}
