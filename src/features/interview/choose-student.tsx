import { useLingui } from '@lingui/react/macro';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { heardToday, useSittings } from '#state/interview-sitting.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { AvatarTile } from '#ui/controls/avatar-tile.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { studentQueue, type QueuedStudent } from './student-queue.ts';
import type { Offer } from './units-on-offer.ts';
import css from './start.module.css';

export interface ChooseStudentProps {
  readonly group: GroupId;
  readonly offer: Offer;
  readonly snapshot: Snapshot;
  readonly onChoose: (student: StudentId) => void;
}

/** The students in the default order, each with how many are done; those heard today stand apart, at the end. */
export function ChooseStudent({ group, offer, snapshot, onChoose }: ChooseStudentProps) {
  const { t } = useLingui();
  const list = useSittings((state) => state.list);
  const { course, address, positions } = offer;
  const day = snapshot.dayOf(useSchoolNow());
  const heard = heardToday(list, { group, course: course.id, unit: address }, day);
  const queue = studentQueue(snapshot, group, course.id, positions);
  return (
    <>
      <Tiles
        title={t`Who is next?`}
        students={queue.filter(({ id }) => !heard.has(id))}
        onChoose={onChoose}
      />
      <Tiles
        title={t`Heard today`}
        students={queue.filter(({ id }) => heard.has(id))}
        onChoose={onChoose}
      />
    </>
  );
}

interface TilesProps {
  readonly title: string;
  readonly students: readonly QueuedStudent[];
  readonly onChoose: (student: StudentId) => void;
}

function Tiles({ title, students, onChoose }: TilesProps) {
  const { t } = useLingui();
  const { number } = useFormatters();
  if (students.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={css['tiles']}>
        {students.map(({ id, name, avatar, done, of, started }) => (
          <li key={id}>
            <AvatarTile
              layout="row"
              name={name}
              avatar={avatar}
              note={started ? t`${number(done)} of ${number(of)} mastered` : t`Not started`}
              onPress={() => onChoose(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
