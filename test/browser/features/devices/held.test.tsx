import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { fault, ok } from '#domain/kernel/result.ts';
import type { StaffService } from '#data/services.ts';
import { HeldScreen } from '#features/devices/held-screen.tsx';
import { heldEntry, type HeldEntry } from '#test/support/builders/held-entries.ts';
import { COURSE, MEMBER, staffDevice, studentId } from '#test/support/staff-device.tsx';
import { savedFile } from '../saved-file.ts';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const NOW = Date.UTC(2026, 10, 17, 10, 42);
const [objective] = COURSE.objectives;
const ana = `student/${studentId('Ana García')}`;
const mark = heldEntry(
  { kind: 'interview.mark', about: ana, by: `member/${MEMBER.id}`, moment: NOW },
  {
    course: COURSE.id,
    objective: objective?.id,
    rev: objective?.rev,
    mark: { type: 'met' },
    occasion: 'o',
    purpose: 'mastery',
    role: 'teacher',
  },
);

const show = async (events: readonly HeldEntry[], language: 'en' | 'es' = 'en') => {
  const held = { nonce: 'n', epoch: 'e', now: NOW, seq: 0, events: [...events], more: false };
  const device = staffDevice(<HeldScreen />, {
    server: { held: () => Promise.resolve(ok(held)) },
  });
  return mount(device.ui, { language });
};

describe('entries that do not count yet', () => {
  it('say what they are, of whom, by whom, when and on which device, why not, and what to do', async () => {
    const container = await show([mark]);
    const reason = page.getByRole('list', { name: /was not responsible for/ });
    await expect.element(reason.getByText(`Interview: ${objective?.title.en}`)).toBeVisible();
    await expect.element(reason.getByText(/About Ana García, by Ms Rivera/)).toBeVisible();
    await expect.element(reason.getByText(/Nov 17, 10:42\sAM, on Tablet 1/)).toBeVisible();
    await expect.element(page.getByText(/a teacher of that group makes the same/)).toBeVisible();
    expect(await faultsOf(container)).toEqual([]);
  });

  it('of a newer version are named as that, and wait for the server', async () => {
    const unknown = heldEntry({ kind: 'star.give', code: 'unknown-kind', about: ana });
    await show([unknown]);
    await expect.element(page.getByText('An entry of another version of the app')).toBeVisible();
    await expect
      .element(page.getByText(/counts as soon as the server is brought up to date/))
      .toBeVisible();
  });

  it('stand together by reason, with the rest behind one tap', async () => {
    await show(Array.from({ length: 7 }, (_, i) => ({ ...mark, id: `id-${i}` })));
    await expect.poll(() => page.getByText(/^Interview:/).elements()).toHaveLength(5);
    await page.getByRole('button', { name: 'Show all 7' }).click();
    expect(page.getByText(/^Interview:/).elements()).toHaveLength(7);
  });

  it('are saved to a file, one a line and whole', async () => {
    await show([mark]);
    const file = await savedFile(() =>
      page.getByRole('button', { name: 'Save all to a file' }).click(),
    );
    expect(file.name).toMatch(/^nine-of-ten-not-counted-\d{4}-\d\d-\d\d\.jsonl$/);
    expect(JSON.parse(file.text)).toEqual(mark);
  });

  it('are all in the file, also where only the newest are listed; without the network there is none', async () => {
    const page2 = { ...mark, id: 'older', receivedAt: NOW - 1000 };
    const answer = (events: readonly HeldEntry[], more: boolean) =>
      ok({ nonce: 'n', epoch: 'e', now: NOW, seq: 0, events: [...events], more });
    const asked: (string | undefined)[] = [];
    let isThere = false;
    const held: StaffService['held'] = (after) => {
      asked.push(after?.id);
      if (after === undefined) return Promise.resolve(answer([mark], true));
      return Promise.resolve(isThere ? answer([page2], false) : fault('unreachable'));
    };
    await mount(staffDevice(<HeldScreen />, { server: { held } }).ui);
    await expect.element(page.getByText(/There are more: .* The file has them all/)).toBeVisible();
    const button = page.getByRole('button', { name: 'Save all to a file' });
    await button.click();
    await expect.element(page.getByRole('alert').getByText(/did not answer/)).toBeVisible();
    isThere = true;
    const { text } = await savedFile(() => button.click());
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([mark.id, 'older']);
    expect(asked).toEqual([undefined, mark.id, mark.id]);
  });

  it('are none: then everything counts', async () => {
    await show([]);
    await expect.element(page.getByText('Everything counts')).toBeVisible();
    expect(page.getByRole('button').elements()).toEqual([]);
  });

  it('cannot be listed without the network, and are looked for again with one tap', async () => {
    let asked = 0;
    const server = {
      held: () => {
        asked += 1;
        return staffDevice(null).services.staff.held();
      },
    };
    await mount(staffDevice(<HeldScreen />, { server }).ui, { language: 'es' });
    await page.getByRole('button', { name: 'Mirar de nuevo' }).click();
    await expect.poll(() => asked).toBe(2);
  });
});
