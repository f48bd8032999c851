/**
 * Type and newest version of every kind of event: what a device needs to write events and to read back its own, without
 * the schemas (they are large, and a running check must not wait for them). A test holds this equal to `BODIES`.
 */
import type { Kind } from '#domain/model/event.ts';

export interface KindFacts {
  readonly type: 'attempt' | 'change';
  readonly version: number;
}

const attempt: KindFacts = { type: 'attempt', version: 1 };
const change: KindFacts = { type: 'change', version: 1 };

export const KINDS: Readonly<Record<Kind, KindFacts>> = {
  check: { type: 'attempt', version: 2 },
  'interview.mark': attempt,
  'paper.result': attempt,
  'attempt.withdraw': change,
  'attempt.restore': change,
  'attempt.review': change,
  'retake.allow': change,
  'student.signal': change,
  judgement: change,
  'school.name': change,
  'school.time-zone': change,
  'school.language': change,
  'school.key': change,
  'school.retakes': change,
  'school.retention': change,
  'school.how-sure': change,
  'member.add': change,
  'member.rename': change,
  'student.add': change,
  'student.rename': change,
  'student.avatar': change,
  'student.supports': change,
  'student.secret': change,
  'student.badge': change,
  'student.merge': change,
  'student.erase': change,
  'group.add': change,
  'group.rename': change,
  'group.student': change,
  'group.staff': change,
  'course.use': change,
  'course.timer': change,
  'check.offer': change,
  'stream.close': change,
};

export function isKind(kind: string): kind is Kind {
  return Object.hasOwn(KINDS, kind);
}
