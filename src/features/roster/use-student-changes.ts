import { useLingui } from '@lingui/react/macro';
import { refToEvent } from '#domain/changes/refs.ts';
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

type StudentChanges = Readonly<
  Record<Exclude<StudentAction, 'rename' | 'join' | 'supports'>, Change>
> & {
  /** The first stands for both. */
  readonly join: (id: StudentId, other: StudentId) => Promise<Fault | null>;
  readonly supports: (id: StudentId, codes: readonly string[]) => Promise<Fault | null>;
};

/** The changes of one tap. Each says what it did; leaving a group and joining can be taken back. */
export function useStudentChanges(
  group: GroupId,
  snapshot: Snapshot,
  say: (message: SnackbarMessage) => void,
): StudentChanges {
  const { t } = useLingui();
  const { newId } = useServices();
  const append = useAppend();
  const said = (fault: Fault | null, text: string, onUndo?: () => void): Fault | null => {
    if (fault === null) say({ id: newId(), text, ...(onUndo === undefined ? {} : { onUndo }) });
    return fault;
  };
  /** One after the other, as long as they are saved. */
  const each = async (ids: readonly StudentId[], change: Change): Promise<Fault | null> => {
    for (const id of ids) {
      const fault = await change(id);
      if (fault !== null) return fault;
    }
    return null;
  };
  const member = (op: 'add' | 'remove', ids: readonly StudentId[]) =>
    each(ids, (id) =>
      append({ kind: 'group.student', about: `group/${group}`, body: { op, member: id } }),
    );
  const recordsHere = (id: StudentId) =>
    snapshot.recordsOf(id).filter((record) => snapshot.group(group)?.students[record]?.on === true);
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
    async supports(id, codes) {
      const name = nameOf(id);
      const was = snapshot.student(id)?.supports ?? null;
      const about = `student/${id}` as const;
      const set = (to: readonly string[], from: readonly string[] | null) =>
        append({ kind: 'student.supports', about, body: { set: to, was: from } });
      return said(await set(codes, was), t`Supports of ${name} saved on this tablet`, () => {
        void set(was ?? [], codes).then((undone) =>
          said(undone, t`Supports of ${name} are as they were.`),
        );
      });
    },
    async join(id, other) {
      const [name, was, merge] = [nameOf(id), nameOf(other), newId()];
      const about = `student/${other}` as const;
      const fault = await append({ kind: 'student.merge', about, body: { into: id }, id: merge });
      return said(fault, t`${was} and ${name} are one child now.`, () => {
        const refs = [refToEvent(merge)];
        void append({ kind: 'student.merge', about, body: { into: null }, refs }).then((undone) =>
          said(undone, t`${was} and ${name} are two children again.`),
        );
      });
    },
    async separate(id) {
      const name = nameOf(id);
      const [, ...others] = snapshot.recordsOf(id);
      const fault = await each(others, (record) =>
        append({ kind: 'student.merge', about: `student/${record}`, body: { into: null } }),
      );
      return said(
        fault,
        t`The records that were joined with ${name} are children of their own again.`,
      );
    },
    async erase(id) {
      const name = nameOf(id);
      // The one that is listed last: while anything of the child is left, it can be erased again.
      const fault = await each(snapshot.recordsOf(id).toReversed(), (record) =>
        append({ kind: 'student.erase', about: `student/${record}`, body: {} }),
      );
      return said(
        fault,
        t`The data of ${name} is erased here, and elsewhere at the next connection.`,
      );
    },
    async remove(id) {
      const here = recordsHere(id);
      const fault = await member('remove', here);
      return said(fault, t`${nameOf(id)} left the group. The results are kept.`, () => {
        void member('add', here).then((undone) =>
          said(undone, t`${nameOf(id)} is back in the group.`),
        );
      });
    },
  };
}
