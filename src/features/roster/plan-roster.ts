/** The events that put students into a group. A plan is made once and its ids with it: going on after a fault adds nobody twice. */
import { seededRandom } from '#domain/kernel/random.ts';
import { asId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import type { PictureSecret } from '#domain/model/event.ts';
import type { DataServices, NewEvent, Snapshot } from '#data/services.ts';
import { avatarIds } from '#ui/pictures/avatar-names.ts';
import { newStudents, type Taken } from './new-student.ts';

/** A plan is saved event by event; `append` makes each one durable. */
export type Plan = readonly NewEvent[];

/** What the students of a group have already. */
export function takenIn(snapshot: Snapshot, group: GroupId): Taken {
  const students = snapshot.studentsOf(group);
  return {
    avatars: students.flatMap((id) => snapshot.student(id)?.avatar ?? []),
    secrets: students
      .map((id) => snapshot.credential(id)?.secret)
      .filter((secret): secret is PictureSecret => secret !== undefined),
  };
}

/** Adds students of these names to a group. */
export function planStudents(
  { newId }: Pick<DataServices, 'newId'>,
  group: GroupId,
  names: readonly string[],
  taken: Taken,
): Plan {
  const students = newStudents(names, taken, avatarIds, seededRandom(newId()), newId);
  return students.flatMap((body) => {
    const student = asId<StudentId>(newId());
    return [
      { kind: 'student.add', about: `student/${student}`, body, id: newId() },
      {
        kind: 'group.student',
        about: `group/${group}`,
        body: { op: 'add', member: student },
        id: newId(),
      },
    ] satisfies Plan;
  });
}

/** A new group whose first member of staff is its maker, so that the group is within their reach at once. */
export function planGroup(
  services: DataServices,
  group: GroupId,
  name: string,
  names: readonly string[],
): Plan {
  const session = services.session.current.get();
  const about = `group/${group}` as const;
  const staff: Plan =
    session.state === 'unlocked'
      ? [
          {
            kind: 'group.staff',
            about,
            body: { op: 'add', member: session.member.id },
            id: services.newId(),
          },
        ]
      : [];
  return [
    { kind: 'group.add', about, body: { name }, id: services.newId() },
    ...staff,
    ...planStudents(services, group, names, { avatars: [], secrets: [] }),
  ];
}
