/** What staff see in the demo school. */
import type { Page } from 'playwright';
import { button, goTo, heading, unlock } from '#test/support/actions-staff.ts';
import type { DemoGroup } from '#server/demo/people.ts';
import { DEMO_PASSPHRASE, DEMO_PIN, DEMO_STAFF } from '#server/demo/people.ts';
import type { Walk } from './walk.ts';

const EMAIL = DEMO_STAFF[0]?.email ?? '';

/** Signs the admin of the demo in, with the pictures on the way. */
export async function walkSignIn({ device, step }: Walk): Promise<void> {
  const { page, t, url } = device;
  await step('welcome', async () => {
    await page().goto(url);
    await button(device, t('I work here')).waitFor();
  });
  await step('join', async () => {
    await page().goto(`${url}/join#ABCD2345`);
    await button(device, t('Begin')).waitFor();
  });
  await step('sign-in', async () => {
    await page().goto(`${url}/sign-in`);
    await button(device, t('Sign in')).waitFor();
  });
  const fill = (label: string, text: string): Promise<void> =>
    page().getByLabel(t(label), { exact: true }).fill(text);
  await step('sign-in-wrong', async () => {
    await fill('Email', EMAIL);
    await fill('Passphrase', 'not the passphrase');
    await fill('PIN', DEMO_PIN);
    await button(device, t('Sign in')).click();
    await page().getByRole('alert').first().waitFor();
  });
  await fill('Passphrase', DEMO_PASSPHRASE);
  await button(device, t('Sign in')).click();
  await step('today', () => heading(device, t('Today')).waitFor(), { whole: true });
}

/** Groups, courses, badges. */
export async function walkGroups(walk: Walk, group: DemoGroup): Promise<void> {
  const { device, step, go } = walk;
  const { page, t } = device;
  const [, student] = group.students;
  await step('groups', async () => {
    await goTo(device, 'Groups');
    await heading(device, t('Groups')).waitFor();
  });
  await step('group-new', () => go('/groups/new'));
  await step('group', () => go(`/groups/${group.id}`));
  await step('group-secrets', () =>
    page()
      .locator('label')
      .filter({ hasText: t('Show the picture secrets') })
      .click(),
  );
  await step('group-student-menu', () =>
    page()
      .getByRole('button', { name: t('More about {name}', { name: student?.name ?? '' }) })
      .click(),
  );
  await step('group-student-rename', () =>
    page()
      .getByRole('menuitem', { name: t('Rename'), exact: true })
      .click(),
  );
  await closeLayer(page());
  await step('group-student-supports', async () => {
    const name = student?.name ?? '';
    await page()
      .getByRole('button', { name: t('More about {name}', { name }) })
      .click();
    await page()
      .getByRole('menuitem', { name: t('Supports in checks'), exact: true })
      .click();
  });
  await closeLayer(page());
  await step('group-add-students', () => button(device, t('Add students')).click());
  await step('badges', () => go(`/groups/${group.id}/badges`));
  await step('badges-printed', () => Promise.resolve(), { print: true });
  await step('courses', () => go(`/groups/${group.id}/courses`), { whole: true });
  await step('group-unknown', () => go('/groups/nobody-knows-it'));
}

/** Escape, as often as something lies above the page. */
async function closeLayer(page: Page): Promise<void> {
  for (let i = 0; i < 3 && (await page.getByRole('dialog').count()) > 0; i += 1)
    await page.keyboard.press('Escape');
}

/** Overview, objectives, and the sheets over them. */
export async function walkDashboards(walk: Walk, group: DemoGroup): Promise<void> {
  const { device, step, go } = walk;
  const { page, t } = device;
  const overview = `/groups/${group.id}/overview/late-elementary-math-1`;
  const board = `/groups/${group.id}/objectives/late-elementary-math-1/multiplication`;
  const again = { again: () => go(overview) };
  await step('overview', () => go(overview), again);
  await step('overview-whole', () => go(overview), { ...again, whole: true });
  await step('overview-printed', () => Promise.resolve(), { print: true });
  await step('overview-list', async () => {
    await go(overview);
    await page()
      .getByRole('radio', { name: t('List'), exact: true })
      .click();
  });
  await step('objectives', () => go(board));
  await step('objectives-whole', () => Promise.resolve(), { whole: true });
  await step('objectives-printed', () => Promise.resolve(), { print: true });
  await step('cell', () => page().locator('tbody td[data-status="mastered"]').first().click());
  await step('cell-decide', () =>
    page()
      .getByRole('dialog')
      .getByRole('button', { name: t('Excuse'), exact: true })
      .click(),
  );
  await closeLayer(page());
  await step('objective', () => page().locator('thead th[data-cell]').nth(2).click());
  await closeLayer(page());
}

/** Starting a check, and watching the class at work. */
export async function walkChecks(walk: Walk, group: DemoGroup): Promise<void> {
  const { device, step, go } = walk;
  const { page, t } = device;
  await step('checks', () => go(`/groups/${group.id}/checks`));
  await step('checks-objective', () => button(device, t('Start a check')).click());
  await step('checks-children', async () => {
    await page()
      .getByRole('list', { name: t('Objectives with a check') })
      .getByRole('button')
      .first()
      .click();
    await page()
      .getByRole('radio', { name: t('Some children'), exact: true })
      .click();
  });
  await step('checks-started', async () => {
    await page()
      .getByRole('radio', { name: t('The whole group'), exact: true })
      .click();
    await button(device, t('Start the check')).click();
    await page().getByText(t('Whole group')).first().waitFor();
  });
  await step('checks-live', () => go(`/groups/${group.id}/checks/live`));
  await device.cut();
  await step('checks-live-offline', async () => {
    await go(`/groups/${group.id}/checks/live`);
    await page().getByText(t('Not connected to the school'), { exact: true }).waitFor();
  });
  await device.mend();
}

/** The devices of the school, and the code of a class tablet for this group. @returns the code */
export async function walkDevices({ device, step, go }: Walk, group: DemoGroup): Promise<string> {
  const { page, t } = device;
  const open = async (): Promise<void> => {
    await goTo(device, 'Devices');
    await heading(device, t('Heard from in the last day')).waitFor();
  };
  await step('devices', open, { whole: true });
  await step('devices-choose-groups', () => button(device, t('Connect a class tablet')).click());
  await step('devices-lost', () =>
    page()
      .getByRole('button', { name: new RegExp(`^${t('This device is lost')}: `) })
      .first()
      .click(),
  );
  await page().keyboard.press('Escape');
  await step('held', () => go('/devices/held'));
  await goTo(device, 'Devices');
  await button(device, t('Connect a class tablet')).click();
  const label = t('Code of the class tablet');
  const spoken = page().getByRole('img', { name: `${label}:` });
  await step('devices-code', async () => {
    await page().locator('label').filter({ hasText: group.name }).click();
    await button(device, t('Show the code')).click();
    await spoken.waitFor();
  });
  const said = (await spoken.getAttribute('aria-label')) ?? '';
  return said.slice(label.length + 1).replaceAll(' ', '');
}

/** Settings, sync, lock. */
export async function walkRest(walk: Walk): Promise<void> {
  const { device, step, go, take } = walk;
  const { page, t } = device;
  await step('settings', () => goTo(device, 'Settings'), { whole: true });
  await step('settings-invite', () => button(device, t('Invite somebody')).click(), {
    whole: true,
  });
  await step('leave', () => go('/settings/leave'));
  await go('/teacher');
  await step('sync-sheet', () => page().getByRole('banner').getByRole('button').first().click());
  await closeLayer(page());
  await device.cut();
  await step('today-offline', async () => {
    await page().waitForTimeout(4000);
  });
  await step('devices-offline', () => goTo(device, 'Devices'));
  await step('held-offline', () => go('/devices/held'));
  await step('leaving-offline', async () => {
    await go('/settings/leave');
    await button(device, t('Send everything, then erase')).click();
    await page().getByText(t('No connection to the school'), { exact: true }).waitFor();
  });
  await button(device, t('Stop and go back to work')).click();
  await device.mend();
  await step('locked', async () => {
    await button(device, t('Lock this device')).click();
    await page()
      .getByRole('group', { name: t('Your PIN') })
      .waitFor();
  });
  await step('locked-wrong', async () => {
    const pad = page().getByRole('group', { name: t('Your PIN') });
    for (const digit of '9876') await pad.getByRole('button', { name: digit, exact: true }).click();
    await pad.getByRole('button', { name: t('OK'), exact: true }).click();
    await page().getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
  });
  await unlock(device, DEMO_PIN);
  await take('unlocked-again');
}
