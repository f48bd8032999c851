/**
 * Authority: who may do what, in one table (PROTOCOL 2). Decided from the grant, the kind and what the event is about, never
 * from the device that carried it. An event without authority is held, not refused: it is kept and shown to a teacher.
 */
import { err, ok, type Fault, type Result } from '../kernel/result.ts';
import { unreachable } from '../kernel/assert.ts';
import type { AnyEvent, Kind } from '../model/event.ts';
import { parseRef } from './refs.ts';
import type { Grant, Holder } from '../model/role.ts';

/**
 * no: never. school: about anything in the school. scope: about what the grant reaches. own: as scope, and only on events
 * that the same author made. stream: about the stream it came in.
 */
export type Permission = 'no' | 'school' | 'scope' | 'own' | 'stream';

type Row = Readonly<Record<Holder, Permission>>;

const row = (
  admin: Permission,
  principal: Permission,
  teacher: Permission,
  volunteer: Permission,
  classTablet: Permission,
  server: Permission,
): Row => ({ admin, principal, teacher, volunteer, 'class-tablet': classTablet, server });

/** One kind a line, to be read down. */
export const AUTHORITY: Readonly<Record<Kind, Row>> = {
  //                        admin     principal  teacher   volunteer  tablet    server
  check: row('school', 'no', 'scope', 'scope', 'scope', 'no'),
  'interview.mark': row('school', 'no', 'scope', 'scope', 'no', 'no'),
  'paper.result': row('school', 'no', 'scope', 'scope', 'no', 'no'),
  'attempt.withdraw': row('school', 'no', 'scope', 'own', 'no', 'no'),
  'attempt.restore': row('school', 'no', 'scope', 'own', 'no', 'no'),
  'attempt.review': row('school', 'no', 'scope', 'scope', 'scope', 'no'),
  'retake.allow': row('school', 'no', 'scope', 'scope', 'no', 'no'),
  'student.signal': row('school', 'no', 'scope', 'scope', 'scope', 'no'),
  judgement: row('school', 'school', 'scope', 'no', 'no', 'no'),
  'school.name': row('school', 'no', 'no', 'no', 'no', 'school'),
  'school.time-zone': row('school', 'no', 'no', 'no', 'no', 'school'),
  'school.language': row('school', 'no', 'no', 'no', 'no', 'school'),
  'school.key': row('no', 'no', 'no', 'no', 'no', 'school'),
  'school.retakes': row('school', 'no', 'no', 'no', 'no', 'no'),
  'school.retention': row('school', 'no', 'no', 'no', 'no', 'no'),
  'school.how-sure': row('school', 'no', 'no', 'no', 'no', 'no'),
  'member.add': row('school', 'no', 'no', 'no', 'no', 'school'),
  'member.rename': row('school', 'no', 'no', 'no', 'no', 'school'),
  'student.add': row('school', 'no', 'school', 'no', 'no', 'no'),
  'student.rename': row('school', 'no', 'scope', 'no', 'no', 'no'),
  'student.avatar': row('school', 'no', 'scope', 'no', 'no', 'no'),
  'student.supports': row('school', 'no', 'scope', 'no', 'no', 'no'),
  'student.secret': row('school', 'no', 'scope', 'no', 'no', 'no'),
  'student.badge': row('school', 'no', 'scope', 'no', 'no', 'no'),
  'student.merge': row('school', 'school', 'scope', 'no', 'no', 'no'),
  'student.erase': row('school', 'school', 'no', 'no', 'no', 'no'),
  'group.add': row('school', 'no', 'school', 'no', 'no', 'no'),
  'group.rename': row('school', 'no', 'scope', 'no', 'no', 'no'),
  'group.student': row('school', 'no', 'scope', 'no', 'no', 'no'),
  'group.staff': row('school', 'no', 'scope', 'no', 'no', 'school'),
  'course.use': row('school', 'no', 'scope', 'no', 'no', 'no'),
  'course.timer': row('school', 'no', 'scope', 'no', 'no', 'no'),
  'check.offer': row('school', 'no', 'scope', 'scope', 'no', 'no'),
  'stream.close': row('stream', 'stream', 'stream', 'stream', 'stream', 'stream'),
};

/** What only the receiver can look up. */
export interface Reach {
  /**
   * Whether the grant reaches what the event is about: as its scope was at `seen`, or as it is now. (The union: a right that
   * was held when the person acted is not lost by a later move, and what an earlier event of the same stream brought into
   * reach counts.)
   */
  readonly reaches: (about: string) => boolean;
  /** Author of the event with this id; undefined when it is not there. */
  readonly authorOf: (id: string) => string | undefined;
}

/** What a child says and does: the child is the author, whoever's device it is. */
const OWN_WORDS: ReadonlySet<Kind> = new Set<Kind>(['check', 'attempt.review', 'student.signal']);

/** Whether the author may be named under this grant: the person whose grant it is, or a student whom it reaches. */
function speaksFor(grant: Grant, event: AnyEvent, reach: Reach): boolean {
  if (grant.holder === 'server') return event.by === 'server';
  if (grant.member !== null && event.by === grant.member) return true;
  return OWN_WORDS.has(event.kind) && event.by === event.about && reach.reaches(event.about);
}

/** What a grant has to reach: what the event is about, and for a merge the other record as well. */
function touchedBy(event: AnyEvent): readonly string[] {
  const into = event.kind === 'student.merge' ? event.body.into : null;
  return typeof into === 'string' ? [event.about, `student/${into}`] : [event.about];
}

/** Faults: `grant-ended` never (an ended grant still signs what was done before), `bad-author`, `no-authority`, `out-of-scope`. */
export function authorityOf(grant: Grant, event: AnyEvent, reach: Reach): Result<true, Fault> {
  const permission = AUTHORITY[event.kind][grant.holder];
  if (permission === 'no')
    return err({ code: 'no-authority', detail: `${grant.holder} ${event.kind}` });
  if (permission === 'stream') return ok(true);
  if (!speaksFor(grant, event, reach)) return err({ code: 'bad-author', detail: event.kind });
  switch (permission) {
    case 'school':
      return ok(true);
    case 'scope':
      return touchedBy(event).every((about) => reach.reaches(about))
        ? ok(true)
        : err({ code: 'out-of-scope', detail: event.kind });
    case 'own': {
      const own = event.refs.every((text) => {
        const ref = parseRef(text);
        return ref?.type === 'event' && reach.authorOf(ref.id) === event.by;
      });
      return own && reach.reaches(event.about)
        ? ok(true)
        : err({ code: 'out-of-scope', detail: event.kind });
    }
    default:
      return unreachable(permission);
  }
}
