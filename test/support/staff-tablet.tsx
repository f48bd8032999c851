/** A teacher's unlocked tablet with a class, two courses and no network, for tests of what staff see. */
import { render, type RenderResult } from '@testing-library/react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { assert } from '#domain/kernel/assert.ts';
import { seededRandom } from '#domain/kernel/random.ts';
import { addDigests } from '#domain/mastery/progress.ts';
import type { Digest, Entry } from '#domain/mastery/entry.ts';
import type { Course } from '#domain/model/course.ts';
import type { AnyDocument, ProgressBody } from '#domain/model/documents.ts';
import {
  asId,
  type CourseId,
  type GroupId,
  type MemberId,
  type StudentId,
  type UnitId,
} from '#domain/model/ids.ts';
import { ServicesProvider } from '#data/services-context.tsx';
import type { Session } from '#data/services.ts';
import { builtInCourses } from '#content/courses.ts';
import { StaffArea } from '#app/staff-area.tsx';
import { useMarkHand } from '#state/interview-hand.ts';
import { useSittings } from '#state/interview-sitting.ts';
import { AriaLocale } from '#ui/i18n/aria-locale.tsx';
import { activate, addStaffTexts } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import '#ui/styles/index.css';
import { fakeServices, type FakeOptions, type FakeServices } from './fake-services.ts';

export const GROUP = asId<GroupId>('group-1');
export const SPANISH = courseNamed('spanish-interpersonal-oral');
export const MATH = courseNamed('early-elementary-math');

function courseNamed(id: string): Course {
  const course = builtInCourses().find((one) => one.id === id);
  assert(course !== undefined, `there is a course ${id}`);
  return course;
}

export const idOf = (name: string): StudentId =>
  asId<StudentId>(name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'));

const AVATARS = ['fox', 'cat', 'owl', 'frog', 'bear', 'bee', 'rocket', 'shell'];

export interface ClassOptions {
  readonly names: readonly string[];
  readonly courses?: readonly Course[];
  /** Progress by name of the student and course. */
  readonly progress?: readonly {
    readonly name: string;
    readonly course: Course;
    readonly body: ProgressBody;
  }[];
}

/** Of a course with both, the units of addition and subtraction: a class that works at these; of others all. */
function inUse(units: Course['units']): UnitId[] {
  const two = units.filter(({ id }) => id === 'addition' || id === 'subtraction');
  return (two.length > 0 ? two : units).map(({ id }) => id);
}

/** Documents of one class with all units of the courses in use. */
export function classOf({
  names,
  courses = [MATH, SPANISH],
  progress = [],
}: ClassOptions): AnyDocument[] {
  const members = Object.fromEntries(names.map((name) => [idOf(name), { on: true, stamp: '1' }]));
  const use = Object.fromEntries(
    courses.map(({ id, units }) => [id, { units: inUse(units), stamp: '1' }]),
  );
  return [
    {
      key: 'school',
      kind: 'school',
      body: { name: 'Hill School', timeZone: 'UTC', language: 'en', key: '', stamps: {} },
    },
    { key: 'member/m1', kind: 'member', body: { name: 'Ms Rivera', role: 'teacher', stamps: {} } },
    {
      key: `group/${GROUP}`,
      kind: 'group',
      body: { name: '4B', students: members, staff: { m1: { on: true, stamp: '1' } }, stamps: {} },
    },
    { key: `use/${GROUP}`, kind: 'use', body: { courses: use } },
    ...courses.map((course): AnyDocument => ({
      key: `course/${course.id}`,
      kind: 'course',
      body: course,
    })),
    ...names.map((name, i): AnyDocument => {
      const body = { name, avatar: AVATARS[i % AVATARS.length] ?? 'fox', stamps: { name: '0' } };
      return { key: `student/${idOf(name)}`, kind: 'student', body };
    }),
    ...progress.map(({ name, course, body }): AnyDocument => {
      return { key: `progress/${idOf(name)}/${course.id}`, kind: 'progress', body };
    }),
  ];
}

const DAY = 24 * 60 * 60 * 1000;
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** A piece of evidence at an objective, by its place in the course. */
export interface Shown {
  readonly position: number;
  readonly entry: Entry;
  readonly moment?: number;
  /** Its place; left out, the next one of stream 1. */
  readonly slot?: number;
  /** The clocks contradicted each other. */
  readonly unsure?: true;
}

/** Progress that these pieces of evidence fold to. */
export function progressOf(
  course: Course,
  shown: readonly Shown[],
  now = Date.now(),
): ProgressBody {
  const digests = shown.map(({ position, entry, moment = now - DAY, slot, unsure }, i): Digest => {
    const earlier = course.objectives[position]?.earlier?.length ?? 0;
    const doubt = unsure === true ? { unsure } : {};
    return { position, stream: 1, slot: slot ?? i + 1, moment, rev: earlier, entry, ...doubt };
  });
  return addDigests(course, undefined, digests, dayOf);
}

export function checkEntry(correct: number, of = 10): Entry {
  const [activeMs, timeFactor] = [100_000, 1];
  return { type: 'check', correct, of, activeMs, timeFactor, purpose: 'mastery', finished: true };
}

export function markEntry(met: boolean, more: { occasion?: string; thing?: string } = {}): Entry {
  const mark = { type: met ? 'met' : 'not-yet' } as const;
  return { type: 'mark', mark, purpose: 'mastery', role: 'teacher', occasion: 'before', ...more };
}

/** A believable state of a course for one child; the same seed gives the same. */
export function someProgress(course: Course, seed: string): ProgressBody {
  const random = seededRandom(seed);
  const far = random() * course.objectives.length;
  const shown = course.objectives.flatMap(({ rule }, position): Shown[] => {
    const chance = random();
    if (position > far + 2) return [];
    const isCheck = rule.type === 'score';
    const good = position < far - 1 ? 0.85 : 0.3;
    const met = chance < good;
    const entry = isCheck ? checkEntry(met ? 10 : chance < 0.9 ? 8 : 5) : markEntry(met);
    const retention: Entry = { ...checkEntry(6), purpose: 'retention' } as Entry;
    const again: Shown[] = isCheck && chance < 0.08 ? [{ position, entry: retention }] : [];
    const decided: Entry = { type: 'judgement', decision: 'excused', replaces: [] };
    return [{ position, entry: chance > 0.97 ? decided : entry }, ...again];
  });
  return progressOf(course, shown);
}

export const TEACHER: Extract<Session, { state: 'unlocked' }> = {
  state: 'unlocked',
  device: { id: 'device-1', kind: 'staff', name: 'Tablet of Ms Rivera', groups: [] },
  school: { id: 'school-1', name: 'Hill School', timeZone: 'UTC', language: 'en' },
  members: [],
  member: { id: asId<MemberId>('m1'), name: 'Ms Rivera', role: 'teacher' },
};

export interface StaffTablet extends FakeServices {
  readonly view: RenderResult;
  /** The address on screen. */
  readonly path: () => string;
}

export interface StaffOptions extends FakeOptions {
  readonly path: string;
  readonly language?: 'en' | 'es';
  readonly theme?: 'light' | 'dark';
  /** Changes the services before the app gets them (a slow disk, a missing network). */
  readonly change?: (services: FakeServices['services']) => FakeServices['services'];
  /** Keeps what this device remembers of earlier sittings. */
  readonly remember?: boolean;
}

/** Shows the app of a teacher's tablet at an address. */
export async function openStaffTablet(options: StaffOptions): Promise<StaffTablet> {
  const { path, language = 'en', theme = 'light', change, remember = false, ...rest } = options;
  await addStaffTexts();
  await activate(language);
  document.documentElement.dataset['theme'] = theme;
  if (!remember) forgetSittings();
  const fake = fakeServices({ session: TEACHER, ...rest });
  const services = change === undefined ? fake.services : change(fake.services);
  const location = memoryLocation({ path, record: true });
  const view = render(
    <UiProvider>
      <ServicesProvider services={services}>
        <Router hook={location.hook} searchHook={location.searchHook}>
          <AriaLocale>
            <StaffArea />
          </AriaLocale>
        </Router>
      </ServicesProvider>
    </UiProvider>,
  );
  await document.fonts.ready;
  return { ...fake, services, view, path: () => location.history.at(-1) ?? path };
}

function forgetSittings(): void {
  useSittings.setState({ list: [] });
  useMarkHand.setState({ hand: 'both' });
}

/** `/groups/.../interview/...` of one child. */
export function interviewPath(
  name: string,
  course: { readonly id: CourseId } = SPANISH,
  unit = 'all',
): string {
  return `/groups/${GROUP}/interview/${course.id}/${unit}/${idOf(name)}`;
}
