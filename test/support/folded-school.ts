/** A school with one class on a test server, and what a device hears of it once everything is folded. */
import { afterEach, beforeEach } from 'vitest';
import type { Course } from '#domain/model/course.ts';
import type { AppliedBody } from '#domain/model/documents.ts';
import { asId, type CourseId, type ObjectiveId } from '#domain/model/ids.ts';
import { builtInCourses } from '#content/courses.ts';
import { firstCheck, makeClass, type TestClass } from './server-class.ts';
import type { TestDevice } from './server-device.ts';
import { openTestServer, setUpSchool, type TestServer } from './server-harness.ts';

/** A course whose rule no version knows: grading a check of it throws, as a bug would. */
export const broken: Course = {
  ...firstCheck().course,
  id: asId<CourseId>('broken'),
  objectives: [
    {
      ...firstCheck().objective,
      id: asId<ObjectiveId>('bug'),
      rule: { type: 'no-such-rule' } as never,
    },
  ],
};

export interface FoldedSchool {
  server: TestServer;
  admin: TestDevice;
  group: TestClass;
  /** The first one of the class. */
  student: string;
}

/** A new school for every test of the file. */
export function withFoldedSchool(use: (school: FoldedSchool) => void): void {
  let server: TestServer;
  beforeEach(async () => {
    server = await openTestServer({ packs: [...builtInCourses(), broken] });
    const admin = await setUpSchool(server);
    const group = await makeClass(admin, 2);
    await server.settle();
    use({ server, admin, group, student: group.students[0] ?? '' });
  });
  afterEach(() => server.close());
}

/** What the device is told that is held of its stream, as codes. */
export async function heldCodes(server: TestServer, device: TestDevice): Promise<string[]> {
  await server.settle();
  await device.pull();
  return device.body<AppliedBody>(`applied/${device.stream}`)?.held.map(({ code }) => code) ?? [];
}
