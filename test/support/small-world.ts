/** A school small enough to look through: the smallest receiver that applies, parks and releases, and events for it. */
import { isErased } from '#domain/changes/aliases.ts';
import { applyEvent } from '#domain/changes/apply-event.ts';
import type { Facts, Read } from '#domain/changes/world.ts';
import type { Course } from '#domain/model/course.ts';
import {
  keyOf,
  type AnyDocument,
  type BodyOf,
  type DocumentKind,
} from '#domain/model/documents.ts';
import type { About, Bodies, Kind, Placed } from '#domain/model/event.ts';
import { asId } from '#domain/model/ids.ts';
import { makeEvent, place, type EventOptions } from './events.ts';

export const course: Course = {
  id: asId('math'),
  version: 1,
  subject: { en: 'Math', es: 'Matemáticas' },
  title: { en: 'Math', es: 'Matemáticas' },
  units: [{ id: asId('facts'), title: { en: 'Facts', es: 'Operaciones' } }],
  objectives: [
    {
      id: asId('mul'),
      rev: 'rev-1',
      unit: asId('facts'),
      title: { en: 'Multiply', es: 'Multiplicar' },
      ican: { en: 'I can multiply.', es: 'Puedo multiplicar.' },
      example: [],
      rule: { type: 'score', correct: 9, of: 10, minutes: 3 },
      methods: ['check', 'interview'],
      prerequisites: [],
      standards: [],
    },
  ],
};

/** Documents, and the events that wait for a target: the smallest receiver that parks and releases. */
export function smallWorld() {
  const documents = new Map<string, AnyDocument>([
    ['course/math', { key: 'course/math', kind: 'course', body: course }],
  ]);
  const placed = new Map<string, { stream: number; slot: number }>();
  const parked: Placed[] = [];
  const read: Read = <K extends DocumentKind>(kind: K, ...ids: readonly string[]) =>
    documents.get(keyOf(kind, ...ids))?.body as BodyOf[K] | undefined;
  const facts: Facts = {
    graded: { correct: 9, of: 10, identities: ['7x8', '6x6'] },
    place: (id) => placed.get(id),
    day: (moment) => new Date(moment).toISOString().slice(0, 10),
    pack: (id) => (id === 'math' ? course : undefined),
  };
  /** As the projection does once a student was erased. */
  const forget = (student: string): void => {
    for (const key of documents.keys()) {
      const [kind, id] = key.split('/');
      if (id === student && kind !== 'student' && kind !== 'group') documents.delete(key);
    }
  };
  const apply = (event: Placed): boolean => {
    const effect = applyEvent(event, read, facts);
    if (!effect.ok) {
      if (effect.error.code === 'missing') parked.push(event);
      return false;
    }
    placed.set(event.event.id, { stream: event.stream, slot: event.slot });
    for (const document of effect.value) {
      documents.set(document.key, document);
      if (document.kind === 'student' && isErased(document.body)) forget(document.key.slice(8));
    }
    for (const waiting of parked.splice(0)) apply(waiting);
    return true;
  };
  return { apply, read, facts, documents, parked };
}

export const T0 = 1_700_000_000_000;
let slot = 0;
/** An event of that kind, so many ms after `T0`, each in a slot of its own. */
export function at<K extends Kind>(
  moment: number,
  kind: K,
  about: About,
  body: Bodies[K],
  options?: EventOptions,
): Placed {
  slot += 1;
  const event = makeEvent(kind, about, body, options);
  return place(event, { moment: T0 + moment, stream: 1 + (slot % 3), slot });
}
export const addStudent = (id: string, name: string, moment = 0): Placed =>
  at(moment, 'student.add', `student/${id}`, {
    name,
    avatar: 'fox',
    secret: [0, 1, 2],
    badge: `badge-${id}`,
  });
export const mark = (
  id: string,
  moment: number,
  met: boolean,
  options: EventOptions = {},
): Placed =>
  at(
    moment,
    'interview.mark',
    `student/${id}`,
    {
      course: asId('math'),
      objective: asId('mul'),
      rev: 'rev-1',
      mark: { type: met ? 'met' : 'not-yet' },
      occasion: 'o1',
      purpose: 'mastery',
      role: 'teacher',
    },
    options,
  );
