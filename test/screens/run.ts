/**
 * `npm run screens`: every screen of the app in three sizes, two themes and two languages, from a real school, on one contact
 * sheet; and the pictures of the README.
 *
 *   npm run screens -- --language es --walk tablet --axe
 */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '#domain/kernel/random.ts';
import { makeGroups } from '#server/demo/people.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import { buildApp } from '#test/support/build-app.ts';
import { textsOnScreens } from '#test/support/catalogues.ts';
import { createCamera, type Camera, type Shot } from './camera.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { walkInterview } from './walk-interview.ts';
import {
  walkChecks,
  walkDashboards,
  walkDevices,
  walkGroups,
  walkRest,
  walkSignIn,
} from './walk-staff.ts';
import { walkAttempt, walkPaper } from './walk-paper.ts';
import { walkLooks, walkPractice } from './walk-practice.ts';
import { walkSetup } from './walk-setup.ts';
import { walkCheck, walkDoor, walkEnrol, walkMistakes, walkStaffOnTablet } from './walk-tablet.ts';
import { walkWith, type Walk } from './walk.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'test', 'output', 'screens');
const LANGUAGES = ['en', 'es'] as const;
type Language = (typeof LANGUAGES)[number];

const { values } = parseArgs({
  options: {
    language: { type: 'string' },
    walk: { type: 'string' },
    axe: { type: 'boolean', default: false },
  },
});
const languages = LANGUAGES.filter(
  (one) => values.language === undefined || one === values.language,
);

/** English texts that a Spanish screen must not show: those that are translated into something else. */
async function foreignTo(language: Language): Promise<string[]> {
  if (language === 'en') return [];
  return (await textsOnScreens(language)).flatMap(({ message, translation }) =>
    message === undefined || message === translation || /[{<]/.test(message) ? [] : [message],
  );
}

/** Whether this part is walked: setup, staff, tablet. */
const walks = (part: string): boolean => values.walk === undefined || values.walk === part;

const failures: string[] = [];

async function onDevice(
  school: School,
  language: Language,
  camera: Camera,
  work: (walk: Walk) => Promise<void>,
): Promise<Device> {
  const device = await school.device({ language });
  const walk = walkWith(device, camera, (screen, error) => {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    failures.push(`${language} ${screen}: ${why ?? ''}`);
    console.error(`  not taken: ${language} ${screen}: ${why ?? ''}`);
  });
  try {
    await work(walk);
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    failures.push(`${language}: a walk ended early: ${why}`);
    console.error(`  a walk ended early: ${why}`);
  }
  for (const fault of device.faults())
    failures.push(`${language}: a page ran into a bug: ${fault}`);
  return device;
}

/** Everything in one language. */
async function walkAll(
  language: Language,
  env: Readonly<Record<string, string>>,
): Promise<readonly Shot[]> {
  const foreign = await foreignTo(language);
  const camera = createCamera({ folder: FOLDER, language, foreign, withAxe: values.axe });
  if (walks('setup')) {
    const fresh = await openSchool({ env });
    const token = fresh.server().setupToken ?? '';
    await onDevice(fresh, language, camera, (walk) => walkSetup(walk, token));
    await fresh.close();
  }
  if (!walks('staff') && !walks('tablet')) return camera.shots;

  const demo = await openSchool({ env, args: ['--demo'] });
  const [, second, third] = makeGroups(seededRandom('demo people 1'));
  if (second === undefined || third === undefined) throw new Error('The demo has three groups');
  let code = '';
  await onDevice(demo, language, camera, async (walk) => {
    await walkSignIn(walk);
    code = await walkDevices(walk, second);
    if (!walks('staff')) return;
    await walkGroups(walk, third);
    await walkDashboards(walk, third);
    await walkAttempt(walk, third);
    await walkPaper(walk, third);
    await walkChecks(walk, third);
    await walkInterview(walk, third);
    await walkRest(walk);
  });
  if (!walks('tablet')) return closed(demo, camera.shots);
  await onDevice(demo, language, camera, async (walk) => {
    await walkEnrol(walk, code);
    const [first] = second.students;
    if (first !== undefined) await walkDoor(walk, first);
    const taken = await walkCheck(walk, second.students);
    const tried = await walkMistakes(
      walk,
      second.students.filter((one) => one !== taken),
    );
    await walkPractice(walk, tried);
    await walkLooks(walk, second.students);
    await walkStaffOnTablet(walk);
  });
  return closed(demo, camera.shots);
}

async function closed(school: School, shots: readonly Shot[]): Promise<readonly Shot[]> {
  await school.close();
  return shots;
}

/** Pictures of the README, by the name of the screen that they show. */
const README_PICTURES = {
  'overview.png': 'overview',
  'interview.png': 'interview-question',
  'question.png': 'question-answered',
} as const;

/** English, light, upright. */
async function copyReadmePictures(taken: readonly Shot[]): Promise<void> {
  const plain = taken.filter(
    ({ language, theme, size }) => language === 'en' && theme === 'light' && size === 'upright',
  );
  for (const [name, screen] of Object.entries(README_PICTURES)) {
    const shot = plain.find((one) => one.screen.replace(/^\d+-/, '') === screen);
    if (shot !== undefined)
      await copyFile(join(FOLDER, shot.file), join(ROOT, 'docs', 'images', name));
  }
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const env = { DIST_DIR: await buildApp('screens'), LOG_LEVEL: 'error' };
const shots: Shot[] = [];
for (const language of languages) {
  console.log(`Walking through the app: ${language}`);
  shots.push(...(await walkAll(language, env)));
}
const sheet = await writeContactSheet(FOLDER, shots);
await copyReadmePictures(shots);
const findings = shots.flatMap(({ screen, language, size, theme, findings: found }) =>
  found.map((one) => `${language} ${screen} ${size} ${theme}: ${one}`),
);
for (const finding of findings) console.log(finding);
console.log(`${shots.length} pictures, ${findings.length} findings: ${sheet}`);
for (const failure of failures) console.error(`FAILED ${failure}`);
if (failures.length > 0) process.exitCode = 1;
