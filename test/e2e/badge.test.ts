/** A child who holds up a badge instead of tapping pictures: through the camera, without a network. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrol } from '#test/support/actions-child.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import {
  button,
  heading,
  openGroup,
  setUpSchool,
  showTabletCode,
} from '#test/support/actions-staff.ts';
import { cameraShowing } from '#test/support/browser-camera.ts';
import { readQr } from '#test/support/browser-qr.ts';
import { tellInOrder } from '#test/support/browser-story.ts';

const folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-camera-'));

let school: School;
/** The teacher's tablet, the class tablet with a camera that sees Cai's badge. */
let a: Device;
let b: Device;

tellInOrder(() => [a, b]);

beforeAll(async () => {
  school = await openSchool();
  a = await school.device();
  await setUpSchool(a, school.server().setupToken ?? '');
  await button(a, a.t('Go to Today')).click();
  await openGroup(a);
  await button(a, a.t('Print badges')).click();
  const badge = a.page().getByRole('img', { name: a.t('Badge of {0}', { 0: 'Cai Lin' }) });
  const { text } = await readQr(badge);
  const { code } = await showTabletCode(a);
  b = await school.device({ args: cameraShowing(text, join(folder, 'badge.y4m')) });
  await enrol(b, code);
  await b.cut();
});

afterAll(async () => {
  await school.close();
  rmSync(folder, { recursive: true });
});

test('the tablet knows the badge of a child, asks once whether it is them, and lets them in', async () => {
  const { page, t } = b;
  await button(b, t('Show my badge')).click();
  await heading(b, 'Cai Lin').waitFor();
  await button(b, t("Yes, that's me")).click();
  await heading(b, t('My work')).waitFor();
  expect(await page().getByRole('main').innerText()).toContain(t('I am learning'));
});
