import {
  asId,
  type CourseId,
  type EventId,
  type ObjectiveId,
  type StudentId,
} from '#domain/model/ids.ts';
import type { CheckDraft } from '#data/services.ts';

/** A running check after so many taps. */
export function checkDraft(id: string, taps: number): CheckDraft {
  return {
    id: asId<EventId>(id),
    student: asId<StudentId>('s1'),
    course: asId<CourseId>('course-1'),
    objective: asId<ObjectiveId>('objective-1'),
    rev: 'rev-1',
    form: { generator: 'g', version: 1, seed: 'seed', avoid: [], hash: 'hash' },
    // A form of a check holds ten items: later taps change answers that are there.
    answers: Array.from({ length: Math.min(taps, 10) }, (_, i) => ({
      key: String(i + 1),
      raw: '7',
      ms: 900,
    })),
    position: taps,
    entry: '',
    activeMs: taps * 1000,
    absences: [],
    supports: [],
    identifiedBy: 'secret',
    purpose: 'mastery',
    occasion: 'today',
    startedAt: 1000,
    updatedAt: 1000 + taps,
  };
}
