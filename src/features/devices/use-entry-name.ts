import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { AnyEvent, CheckBody } from '#domain/model/event.ts';
import { asId, type GroupId, type MemberId, type StudentId } from '#domain/model/ids.ts';
import { parseEnvelope, readEvent } from '#protocol/event.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';

/** What an entry is, in the words of a person: "Check: Multiply two one-digit numbers". */
export function useEntryName(): (text: string) => string {
  const { t } = useLingui();
  const objective = useObjectiveName();
  return (text) => {
    const event = eventIn(text);
    if (event === null) return t`An entry of another version of the app`;
    switch (event.kind) {
      case 'check':
        return t`Check: ${objective(event.body)}`;
      case 'interview.mark':
        return t`Interview: ${objective(event.body)}`;
      case 'paper.result':
        return t`Check on paper: ${objective(event.body)}`;
      case 'attempt.restore':
        return t`Counts again: ${objective(event.body)}`;
      case 'attempt.review':
        return t`Mistakes looked at: ${objective(event.body)}`;
      case 'retake.allow':
        return t`May try again: ${objective(event.body)}`;
      case 'student.signal':
        return t`A word of the student: ${objective(event.body)}`;
      case 'check.offer':
        return t`Check started: ${objective(event.body)}`;
      case 'course.timer':
        return t`A setting of a course`;
      case 'student.supports':
        return t`A change of a student's supports`;
      case 'attempt.withdraw':
        return t`Taken back: ${objective(event.body)}`;
      case 'judgement':
        return t`Decision: ${objective(event.body)}`;
      case 'student.add':
        return t`A new student`;
      case 'student.rename':
      case 'student.avatar':
        return t`A change of a student's name or picture`;
      case 'student.secret':
      case 'student.badge':
        return t`A new secret or badge`;
      case 'group.add':
        return t`A new group`;
      case 'group.rename':
      case 'group.student':
      case 'group.staff':
        return t`A change of a group`;
      case 'course.use':
        return t`A choice of courses`;
      case 'member.add':
      case 'member.rename':
        return t`A change of the staff list`;
      case 'school.name':
      case 'school.time-zone':
      case 'school.language':
      case 'school.key':
      case 'school.retakes':
      case 'school.retention':
      case 'school.how-sure':
        return t`A setting of the school`;
      case 'student.merge':
        return t`Two records of one child joined`;
      case 'student.erase':
        return t`A student erased`;
      case 'stream.close':
        return t`A device that was given back`;
      default:
        return unreachable(event);
    }
  };
}

function eventIn(text: string): AnyEvent | null {
  const envelope = parseEnvelope(text);
  if (!envelope.ok) return null;
  const event = readEvent(envelope.value);
  return event.ok ? event.value : null;
}

function useObjectiveName(): (body: Pick<CheckBody, 'course' | 'objective'>) => string {
  const { t } = useLingui();
  const local = useLocalText();
  const snapshot = useLive(useServices().snapshot);
  return ({ course, objective }) => {
    const found = snapshot.course(course)?.objectives.find(({ id }) => id === objective);
    return found === undefined ? t`an objective that is not here` : local(found.title);
  };
}

/** Whom or what a reference means, by name: "Ana García", "2B"; null where this device does not know it. */
export function useNameOf(): (ref: string) => string | null {
  const { t } = useLingui();
  const snapshot = useLive(useServices().snapshot);
  return (ref) => {
    const [kind, id = ''] = ref.split('/');
    if (ref === 'school') return t`The school`;
    if (ref === 'server') return t`The school's server`;
    if (kind === 'student') return snapshot.student(asId<StudentId>(id))?.name ?? null;
    if (kind === 'member') return snapshot.member(asId<MemberId>(id))?.name ?? null;
    return kind === 'group' ? (snapshot.group(asId<GroupId>(id))?.name ?? null) : null;
  };
}
