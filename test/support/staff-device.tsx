/** A device of staff with a group and a course and no network, for tests of staff screens. */
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { assert } from '#domain/kernel/assert.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { asId, type GroupId, type MemberId, type StudentId } from '#domain/model/ids.ts';
import { builtInCourses } from '#content/courses.ts';
import { ServicesProvider } from '#data/services-context.tsx';
import type { DataServices, Session } from '#data/services.ts';
import { fakeServices, type FakeOptions, type FakeServices } from './fake-services.ts';

export const GROUP = asId<GroupId>('group-1');
export const MEMBER = { id: asId<MemberId>('member-1'), name: 'Ms Rivera', role: 'admin' } as const;
export const STUDENTS = ['Ana García', 'Ben Okoro', 'Cleo Park'] as const;

const [course] = builtInCourses();
assert(course !== undefined, 'there is a built-in course');
export const COURSE = course;

export const studentId = (name: string): StudentId => asId<StudentId>(`student ${name}`);

const shared = {
  device: { id: 'device-1', kind: 'staff', name: 'Tablet', groups: [] },
  school: { id: 'school-1', name: 'Lincoln School', timeZone: 'UTC', language: 'en' },
  members: [MEMBER],
} as const;

export const unlocked: Extract<Session, { state: 'unlocked' }> = {
  state: 'unlocked',
  ...shared,
  member: MEMBER,
};
export const locked: Extract<Session, { state: 'locked' }> = {
  state: 'locked',
  ...shared,
  waitUntil: null,
};

/** A school with one group of three, and the first unit of a course in use. */
export function schoolDocuments(): readonly AnyDocument[] {
  const students = STUDENTS.map((name, index): AnyDocument[] => [
    {
      key: `student/${studentId(name)}`,
      kind: 'student',
      body: { name, avatar: ['fox', 'cat', 'dog'][index] ?? 'fox', stamps: { name: '0' } },
    },
    {
      key: `credential/${studentId(name)}`,
      kind: 'credential',
      body: { secret: [index, 4, 8], badge: `badge-token-${index}`, stamps: {} },
    },
  ]);
  const on = { on: true, stamp: '0' };
  return [
    {
      key: 'school',
      kind: 'school',
      body: { name: 'Lincoln School', timeZone: 'UTC', language: 'en', key: '', stamps: {} },
    },
    {
      key: `member/${MEMBER.id}`,
      kind: 'member',
      body: { name: MEMBER.name, role: MEMBER.role, stamps: {} },
    },
    ...students.flat(),
    {
      key: `group/${GROUP}`,
      kind: 'group',
      body: {
        name: '2B',
        students: Object.fromEntries(STUDENTS.map((name) => [studentId(name), on])),
        staff: { [MEMBER.id]: on },
        stamps: {},
      },
    },
    {
      key: `use/${GROUP}`,
      kind: 'use',
      body: {
        courses: {
          [COURSE.id]: {
            units: COURSE.units.flatMap(({ id }) => (id === 'addition' ? [id] : [])),
            stamp: '0',
          },
        },
      },
    },
    { key: `course/${COURSE.id}`, kind: 'course', body: COURSE },
  ];
}

export interface StaffDevice extends FakeServices {
  /** The screen inside everything it stands in. */
  readonly ui: ReactNode;
  /** The address on screen. */
  readonly path: () => string;
}

export interface StaffOptions extends FakeOptions {
  readonly path?: string;
  /** Answers of the server, where a test needs one. */
  readonly server?: Partial<
    DataServices['staff'] & Pick<DataServices['session'], 'hello'> & DataServices['rescue']
  >;
}

/** Puts a screen on the device of an unlocked teacher; to be mounted by the test. */
export function staffDevice(screen: ReactNode, options: StaffOptions = {}): StaffDevice {
  const { path = '/', server = {}, ...rest } = options;
  const fake = fakeServices({ documents: schoolDocuments(), session: unlocked, ...rest });
  const { session, rescue } = fake.services;
  const { hello = session.hello, make = rescue.make, bring = rescue.bring, ...staff } = server;
  const services: DataServices = {
    ...fake.services,
    staff: { ...fake.services.staff, ...staff },
    session: { ...session, hello },
    rescue: { ...rescue, make, bring },
  };
  const location = memoryLocation({ path, record: true });
  return {
    ...fake,
    services,
    ui: (
      <ServicesProvider services={services}>
        <Router hook={location.hook}>{screen}</Router>
      </ServicesProvider>
    ),
    path: () => location.history.at(-1) ?? path,
  };
}
