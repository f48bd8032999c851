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
import { useSaid } from './use-said.ts';

type Change = (id: StudentId) => Promise<Fault | null>;

type StudentChanges = Readonly<
  Record<Exclude<StudentAction, 'rename' | 'join' | 'supports'>, Change>
> & {
  readonly rename: (id: StudentId, name: string) => Promise<Fault | null>;
  /** The first stands for both. */
  readonly join: (id: StudentId, other: StudentId) => Promise<Fault | null>;
  readonly supports: (id: StudentId, codes: readonly string[]) => Promise<Fault | null>;
};

/** The changes of one tap. Each says what it did; all but erasing can be taken back. */
export function useStudentChanges(
  group: GroupId,
  snapshot: Snapshot,
  say: (message: SnackbarMessage) => void,
): StudentChanges {
  const { t } = useLingui();
  const { newId } = useServices();
  const append = useAppend();
  const { said, set } = useSaid(say);
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
    rename(id, name) {
      const old = nameOf(id);
      return set({
        save: (to, was) =>
          append({ kind: 'student.rename', about: `student/${id}`, body: { set: to, was } }),
        to: name,
        was: old,
        text: t`${old} is now called ${name}.`,
        back: t`${old} has the old name again.`,
      });
    },
    secret(id) {
      const name = nameOf(id);
      return set({
        save: (to, was) =>
          append({ kind: 'student.secret', about: `student/${id}`, body: { set: to, was } }),
        to: chooseSecret(seededRandom(newId()), takenIn(snapshot, group).secrets),
        was: snapshot.credential(id)?.secret ?? null,
        text: t`${name} has new pictures. Class tablets know them after their next connection.`,
        back: t`${name} has the old pictures again.`,
      });
    },
    badge(id) {
      const name = nameOf(id);
      return set({
        save: (to, was) =>
          append({ kind: 'student.badge', about: `student/${id}`, body: { set: to, was } }),
        to: newId().slice(0, BADGE_LENGTH),
        was: snapshot.credential(id)?.badge ?? null,
        text: t`${name} has a new badge to print. The old one stops working on each tablet at its next connection.`,
        back: t`The old badge of ${name} works again.`,
      });
    },
    avatar(id) {
      const name = nameOf(id);
      return set({
        save: (to, was) =>
          append({ kind: 'student.avatar', about: `student/${id}`, body: { set: to, was } }),
        to: chooseAvatar(seededRandom(newId()), avatarIds, takenIn(snapshot, group).avatars),
        was: snapshot.student(id)?.avatar ?? null,
        text: t`${name} has another picture.`,
        back: t`${name} has the old picture again.`,
      });
    },
    async supports(id, codes) {
      const name = nameOf(id);
      const was = snapshot.student(id)?.supports ?? null;
      const about = `student/${id}` as const;
      const save = (to: readonly string[], from: readonly string[] | null) =>
        append({ kind: 'student.supports', about, body: { set: to, was: from } });
      return said(await save(codes, was), t`Supports of ${name} saved on this tablet`, () => {
        void save(was ?? [], codes).then((undone) =>
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
        () => {
          void each(others, (record) =>
            append({ kind: 'student.merge', about: `student/${record}`, body: { into: id } }),
          ).then((undone) => said(undone, t`The records of ${name} are joined again.`));
        },
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
