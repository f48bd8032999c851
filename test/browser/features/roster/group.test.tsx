import { Route } from 'wouter';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { GroupScreen } from '#features/roster/group-screen.tsx';
import { BadgesScreen } from '#features/roster/badges-screen.tsx';
import type { Session } from '#data/services.ts';
import {
  GROUP,
  MEMBER,
  staffDevice,
  STUDENTS,
  studentId,
  unlocked,
} from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const open = async (
  screen = GroupScreen,
  path = '/groups/:group',
  at = `/groups/${GROUP}`,
  session: Session = unlocked,
) => {
  const device = staffDevice(<Route path={path} component={screen} />, { path: at, session });
  const container = await mount(device.ui);
  return { ...device, container };
};

describe('the page of a group', () => {
  it('shows the students, and their picture secrets only when asked', async () => {
    const { container } = await open();
    for (const name of STUDENTS) await expect.element(page.getByText(name)).toBeVisible();
    expect(container.textContent).not.toContain('sun');
    await page.getByText(/^Show the picture secrets/).click();
    await expect.element(page.getByText('sun', { exact: true })).toBeVisible();
    expect(await faultsOf(container)).toEqual([]);
  });

  it('lets a student leave, and takes it back with one tap', async () => {
    const { appended } = await open();
    await page.getByRole('button', { name: 'More about Ben Okoro' }).click();
    await page.getByRole('menuitem', { name: 'Take out of the group' }).click();
    await expect.element(page.getByText('2 students')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('3 students')).toBeVisible();
    const member = studentId('Ben Okoro');
    expect(appended.map(({ kind, body }) => [kind, body])).toEqual([
      ['group.student', { op: 'remove', member }],
      ['group.student', { op: 'add', member }],
    ]);
  });

  it('gives a new picture secret that nobody else has', async () => {
    const { appended } = await open();
    await page.getByRole('button', { name: 'More about Ana García' }).click();
    await page.getByRole('menuitem', { name: 'New picture secret' }).click();
    await expect.element(page.getByText(/Ana García has new pictures/)).toBeVisible();
    expect(appended).toMatchObject([{ kind: 'student.secret', body: { was: [0, 4, 8] } }]);
  });

  it('gives back the badge, the pictures and the picture of before: a slip ends no printed badge', async () => {
    const { appended } = await open();
    for (const [item, said, kind] of [
      ['New badge', 'The old badge of Ana García works again.', 'student.badge'],
      ['New picture secret', 'Ana García has the old pictures again.', 'student.secret'],
      ['Another picture', 'Ana García has the old picture again.', 'student.avatar'],
    ] as const) {
      const from = appended.length;
      await page.getByRole('button', { name: 'More about Ana García' }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.element(page.getByText(said)).toBeVisible();
      const [made, undone] = appended.slice(from).map((event) => {
        const { set, was } = event.body as { readonly set: unknown; readonly was: unknown };
        return { kind: event.kind, set, was };
      });
      expect(undone).toEqual({ kind, set: made?.was, was: made?.set });
      expect(made?.was ?? null).not.toBeNull();
    }
  });

  it('says the new name of the group, and gives the old one back', async () => {
    const { appended } = await open();
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name of the group' }).fill('3B');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('2B is now called 3B.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByRole('heading', { name: '2B' })).toBeVisible();
    expect(appended.map(({ body }) => body)).toEqual([
      { set: '3B', was: '2B' },
      { set: '2B', was: '3B' },
    ]);
  });

  it('keeps the new name of a student', async () => {
    const { appended } = await open();
    await page.getByRole('button', { name: 'More about Cleo Park' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('  Cleo   Parks ');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Cleo Park is now called Cleo Parks.')).toBeVisible();
    await expect.element(page.getByText('Cleo Parks', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('Cleo Parks', { exact: true })).not.toBeInTheDocument();
    expect(appended).toMatchObject([
      { body: { set: 'Cleo Parks', was: 'Cleo Park' } },
      { body: { set: 'Cleo Park', was: 'Cleo Parks' } },
    ]);
  });

  it('joins two records of one child, and takes it back with one tap or later', async () => {
    const { appended, container } = await open();
    const more = (name: string) => page.getByRole('button', { name: `More about ${name}` });
    const joinBen = async () => {
      await more('Ana García').click();
      await page.getByRole('menuitem', { name: /Join records/ }).click();
      await page.getByRole('button', { name: /The other record/ }).click();
      await page.getByRole('option', { name: 'Ben Okoro (2B)' }).click();
      expect(await faultsOf(container)).toEqual([]);
      await page.getByRole('button', { name: 'Join records' }).click();
      await expect.element(page.getByText('2 students')).toBeVisible();
    };
    await joinBen();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('3 students')).toBeVisible();
    await joinBen();
    await more('Ana García').click();
    await page.getByRole('menuitem', { name: 'Separate the joined records' }).click();
    await expect.element(page.getByText('3 students')).toBeVisible();
    // By a slip: they are joined again.
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('2 students')).toBeVisible();
    const [ana, ben] = ['Ana García', 'Ben Okoro'].map(studentId);
    const about = `student/${ben}`;
    expect(appended.map(({ kind, about: of, body }) => [kind, of, body])).toEqual([
      ['student.merge', about, { into: ana }],
      ['student.merge', about, { into: null }],
      ['student.merge', about, { into: ana }],
      ['student.merge', about, { into: null }],
      ['student.merge', about, { into: ana }],
    ]);
    expect(appended[1]?.refs).toEqual([`event/${appended[0]?.id}`]);
  });

  it('keeps the supports of a child as one change, marks them small, and takes them back', async () => {
    const { appended, container } = await open();
    const about = `student/${studentId('Ben Okoro')}`;
    await page.getByRole('button', { name: 'More about Ben Okoro' }).click();
    await page.getByRole('menuitem', { name: 'Supports in checks' }).click();
    await expect
      .element(page.getByRole('dialog', { name: 'Supports for Ben Okoro' }))
      .toBeVisible();
    await page.getByRole('button', { name: /^The usual time/ }).click();
    await page.getByRole('option', { name: /^1.5 times/ }).click();
    await page.getByText(/^Large text/).click();
    await page.getByText(/^Left-handed/).click();
    await page.getByRole('radio', { name: 'Hidden' }).click();
    expect(await faultsOf(document.body)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('has supports')).toBeInTheDocument();
    const set = ['time-1.5', 'large-text', 'left-handed', 'timer-hidden'];
    expect(appended).toMatchObject([{ kind: 'student.supports', about, body: { set, was: null } }]);
    expect(await faultsOf(container)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('has supports')).not.toBeInTheDocument();
    expect(appended[1]).toMatchObject({ about, body: { set: [], was: set } });
  });

  it('without a time limit asks for no time bar, and saving nothing new writes nothing', async () => {
    const { appended } = await open();
    const dialog = async () => {
      await page.getByRole('button', { name: 'More about Cleo Park' }).click();
      await page.getByRole('menuitem', { name: 'Supports in checks' }).click();
    };
    await dialog();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(appended).toEqual([]);
    await dialog();
    await page.getByRole('button', { name: /^The usual time/ }).click();
    await page.getByRole('option', { name: /^No time limit/ }).click();
    expect(page.getByRole('radio', { name: 'Hidden' }).elements()).toEqual([]);
  });

  it('erases a child only when the name was typed', async () => {
    const { appended, container } = await open();
    await page.getByRole('button', { name: 'More about Cleo Park' }).click();
    await page.getByRole('menuitem', { name: "Erase this child's data" }).click();
    const erase = page.getByRole('button', { name: 'Erase for ever' });
    await expect.element(erase).toBeDisabled();
    await page.getByRole('textbox', { name: 'Type the name to confirm' }).fill('cleo park');
    expect(await faultsOf(container)).toEqual([]);
    await erase.click();
    await expect.element(page.getByText('2 students')).toBeVisible();
    await expect.element(page.getByText(/The data of Cleo Park is erased here/)).toBeVisible();
    expect(appended).toMatchObject([
      { kind: 'student.erase', about: `student/${studentId('Cleo Park')}`, body: {} },
    ]);
  });

  it('does not offer a teacher to erase', async () => {
    const teacher = { ...unlocked, member: { ...MEMBER, role: 'teacher' } } as const;
    await open(GroupScreen, '/groups/:group', `/groups/${GROUP}`, teacher);
    await page.getByRole('button', { name: 'More about Cleo Park' }).click();
    await expect.element(page.getByRole('menuitem', { name: /Join records/ })).toBeVisible();
    expect(page.getByRole('menuitem', { name: /Erase/ }).elements()).toEqual([]);
  });

  it('says that nothing was changed when the browser cannot save', async () => {
    const { fail } = await open();
    fail('append', 'storage');
    await page.getByRole('button', { name: 'More about Ana García' }).click();
    await page.getByRole('menuitem', { name: 'New badge' }).click();
    await expect
      .poll(() => page.getByRole('alert').element().textContent)
      .toMatch(/Nothing was changed/);
  });

  it('says so when this device does not have the group', async () => {
    await open(GroupScreen, '/groups/:group', '/groups/elsewhere');
    await expect.element(page.getByText('This group is not on this device')).toBeVisible();
  });
});

it('the badge sheet has one badge a student, each with its code of 45 mm', async () => {
  const { container } = await open(
    BadgesScreen,
    '/groups/:group/badges',
    `/groups/${GROUP}/badges`,
  );
  await expect.element(page.getByText('Badges of 2B')).toBeVisible();
  const codes = [...container.querySelectorAll('article svg[aria-label^="Badge of"]')];
  expect(codes.map((code) => code.getAttribute('aria-label'))).toEqual(
    STUDENTS.map((name) => `Badge of ${name}`),
  );
  const millimetre = 96 / 25.4;
  for (const code of codes) {
    expect(
      (code.querySelector('path')?.getBoundingClientRect().width ?? 0) / millimetre,
    ).toBeCloseTo(45, 0);
  }
});
