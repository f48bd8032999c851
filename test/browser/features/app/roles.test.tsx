import { cleanup, render } from '@testing-library/react';
import { page } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { StudentArea } from '#app/student-area.tsx';
import { ServicesProvider } from '#data/services-context.tsx';
import type { AnyDocument } from '#domain/model/documents.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import { fakeServices } from '#test/support/fake-services.ts';
import { activate } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import { axeFindings } from '#test/support/look-at-page.ts';
import {
  checkEntry,
  classOf,
  GROUP,
  interviewPath,
  MATH,
  openStaffTablet,
  progressOf,
  TEACHER,
  type StaffOptions,
  type StaffTablet,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz'];
const HERE = `/groups/${GROUP}`;
const BOARD = `${HERE}/objectives/${MATH.id}/addition`;
const position = MATH.objectives.findIndex(
  ({ unit, check }) => unit === 'addition' && check !== undefined,
);
const objective = MATH.objectives[position];
const title = objective?.title.en ?? '';

const button = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const open = (
  role: AssignableRole,
  path: string,
  options: Partial<StaffOptions> = {},
): Promise<StaffTablet> => {
  const body = progressOf(MATH, [{ position, entry: checkEntry(10) }]);
  const documents = classOf({ names: NAMES, progress: [{ name: 'Ada Lind', course: MATH, body }] });
  const session = { ...TEACHER, member: { ...TEACHER.member, role } };
  return openStaffTablet({ path, documents, session, ...options });
};
const gone = (...names: readonly (string | RegExp)[]): void => {
  for (const name of names) expect(button(name).elements()).toEqual([]);
};

beforeEach(() => page.viewport(1024, 768));
afterEach(cleanup);

describe('a principal, whose part is to look', () => {
  test('on Today begins with the overview: no interview, no check on this device', async () => {
    await open('principal', '/teacher');
    await expect.element(button('Overview')).toBeVisible();
    await expect.element(button('Checks')).toBeVisible();
    gone('Interview', 'Check on this device');
  });

  test('in a group joins records and erases, and changes nothing else', async () => {
    await open('principal', HERE);
    await expect.element(button('Overview')).toBeVisible();
    gone('Interview', 'Rename', 'Add students', 'Courses and units');
    await button('More about Ada Lind').click();
    const items = page.getByRole('menuitem');
    await expect.element(items.first()).toBeVisible();
    expect(items.elements().map(({ textContent }) => textContent)).toEqual([
      'Same child twice? Join records',
      "Erase this child's data",
    ]);
  });

  test('in a cell decides and does not mark; in the head of a column starts and enters nothing', async () => {
    await open('principal', BOARD);
    await page.getByRole('gridcell', { name: new RegExp(`^Ben Okafor, ${title}`) }).click();
    await expect.element(button('Decide: mastered')).toBeVisible();
    await expect
      .element(page.getByRole('heading', { name: 'Decide yourself', exact: true }))
      .toBeVisible();
    gone('Got it', 'Not yet');
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await axeFindings()).toEqual([]);
    await button('Close').click();
    await page.getByRole('columnheader', { name: new RegExp(`^${title}`) }).click();
    await button('Print this check').click();
    await expect.element(button('Make the sheets')).toBeVisible();
    gone('Start the check', 'Enter results from paper');
  });
});

/** The children's side of a device of staff. */
async function openDoor(role: AssignableRole): Promise<() => string | undefined> {
  await activate('en');
  const session = { ...TEACHER, member: { ...TEACHER.member, role } };
  const { services } = fakeServices({ documents: classOf({ names: NAMES }), session });
  const location = memoryLocation({ path: '/student', record: true });
  render(
    <UiProvider>
      <ServicesProvider services={services}>
        <Router hook={location.hook}>
          <StudentArea />
        </Router>
      </ServicesProvider>
    </UiProvider>,
  );
  return () => location.history.at(-1);
}

test("a principal who types the address of the children's door is led back; a teacher finds the door", async () => {
  const path = await openDoor('principal');
  await expect.poll(path).toBe('/');
  cleanup();
  await openDoor('teacher');
  await expect.element(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
});

describe('a helper, who hears and marks', () => {
  test('marks and starts checks, and is not asked to decide', async () => {
    await open('volunteer', BOARD);
    await page.getByRole('gridcell', { name: new RegExp(`^Ben Okafor, ${title}`) }).click();
    await expect.element(button('Got it')).toBeVisible();
    gone('Decide: mastered', 'Excuse');
    await expect.element(button('Start the check for this child')).toBeVisible();
  });

  test('in a group finds the interview, and nothing to change about a child or the group', async () => {
    await open('volunteer', HERE);
    await expect.element(button('Interview')).toBeVisible();
    gone('Rename', 'Add students', 'Courses and units', /^More about/);
  });

  test.each(['/teacher', '/groups'])('without a group is told so on %s', async (path) => {
    await open('volunteer', path, { documents: [] });
    await expect.element(page.getByText('No groups yet')).toBeVisible();
    gone('Make a group');
    expect(await axeFindings()).toEqual([]);
  });

  test('in a group with nobody in it or no units is not led to what is for others to do', async () => {
    const nobody = classOf({ names: [] });
    const noUnits: AnyDocument[] = classOf({ names: NAMES }).filter(({ kind }) => kind !== 'use');
    for (const path of ['/teacher', `${HERE}/interview`, `${HERE}/overview`]) {
      await open('volunteer', path, { documents: nobody });
      await expect.element(page.getByText(/^Nobody is in this group yet/)).toBeVisible();
      gone('Add students');
      cleanup();
      await open('volunteer', path, { documents: noUnits });
      await expect.element(page.getByText(/no units in use|No unit in use/)).toBeVisible();
      gone('Choose courses');
      cleanup();
    }
  });
});

test.each([
  ['principal', `${HERE}/interview`],
  ['principal', interviewPath('Ada Lind', MATH, 'addition')],
  ['principal', `${HERE}/paper/enter`],
  ['principal', `${HERE}/courses`],
  ['volunteer', `${HERE}/courses`],
  ['volunteer', '/groups/new'],
] as const)(
  'an address that was typed by hand leads a %s to a calm sentence: %s',
  async (role, path) => {
    const tablet = await open(role, path);
    await expect.element(page.getByText('This is not part of your role')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await button('To the groups').click();
    expect(tablet.path()).toBe('/groups');
  },
);

test('a teacher finds all of it', async () => {
  await open('teacher', HERE);
  for (const name of ['Interview', 'Rename', 'Add students', 'Courses and units'])
    await expect.element(button(name)).toBeVisible();
  await button('More about Ada Lind').click();
  await expect.element(page.getByRole('menuitem', { name: 'New badge' })).toBeVisible();
  cleanup();
  await open('teacher', interviewPath('Ada Lind'));
  await expect.element(page.getByText('Ada Lind')).toBeVisible();
});
