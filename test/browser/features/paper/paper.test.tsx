import { cleanup } from '@testing-library/react';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { readPaperCode, studentInQr, writtenCode } from '#domain/items/paper-code.ts';
import { statusAt } from '#domain/mastery/progress.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { asId } from '#domain/model/ids.ts';
import { readCodes } from '#platform/barcode.ts';
import { usePaperBook } from '#state/paper-book.ts';
import { findSheet } from '#state/paper-sheet.ts';
import { axeFindings } from '#test/support/look-at-page.ts';
import { doubleTap } from '#test/support/press.ts';
import {
  checkEntry,
  classOf,
  GROUP,
  idOf,
  MATH,
  openStaffTablet,
  progressOf,
  type StaffOptions,
  type StaffTablet,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz'];
const ENTER = `/groups/${GROUP}/paper/enter`;
const paperPath = (objective: string): string => `/groups/${GROUP}/paper/${MATH.id}/${objective}`;
const button = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const POSITION = MATH.objectives.findIndex(({ id }) => id === 'add-2d-2d');
const objective = MATH.objectives[POSITION];
assert(objective !== undefined, 'the course has column addition');

function open(path: string, options: Partial<StaffOptions> = {}): Promise<StaffTablet> {
  const body = progressOf(MATH, [{ position: POSITION, entry: checkEntry(10) }]);
  const progress = [{ name: 'Carla Ruiz', course: MATH, body }];
  return openStaffTablet({ path, documents: classOf({ names: NAMES, progress }), ...options });
}

const inTime = () => page.getByText('Within 6 min').click();

/** The class, with supports of Ada. */
function withSupports(supports: readonly string[]): AnyDocument[] {
  return classOf({ names: NAMES }).map((one): AnyDocument =>
    one.kind === 'student' && one.key === `student/${idOf('Ada Lind')}`
      ? { ...one, body: { ...one.body, supports } }
      : one,
  );
}

/** Makes and prints sheets for the children who have not mastered it: Ada and Ben. @returns their codes */
async function printed(options: Partial<StaffOptions> = {}): Promise<readonly string[]> {
  await open(paperPath('add-2d-2d'), options);
  await button('Make the sheets').click();
  const print = vi.spyOn(globalThis, 'print').mockImplementation(() => undefined);
  await button('Print').click();
  expect(print).toHaveBeenCalledOnce();
  const codes = usePaperBook.getState().list.map(({ code }) => code);
  cleanup();
  return codes;
}
/** The pixels of an SVG, as a camera would see it. */
async function drawn(svg: Element): Promise<ImageBitmap> {
  const copy = svg.cloneNode(true);
  assert(copy instanceof SVGElement, 'it is a drawing');
  copy.setAttribute('width', '400');
  copy.setAttribute('height', '400');
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  return createImageBitmap(picture);
}
const statusOf = ({ services }: StaffTablet, name: string) =>
  statusAt(services.snapshot.get().progress(idOf(name), MATH.id), POSITION);

beforeEach(async () => {
  usePaperBook.setState({ list: [] });
  await page.viewport(1024, 768);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('an address that was typed by hand', () => {
  test('of a group that is not here says so calmly, and leads back to the groups', async () => {
    for (const path of ['/groups/nowhere/paper/enter', '/groups/nowhere/paper/a/b']) {
      const tablet = await open(path);
      await expect.element(page.getByText('This group is not on this device')).toBeVisible();
      expect(await axeFindings()).toEqual([]);
      await button('To the groups').click();
      expect(tablet.path()).toBe('/groups');
      cleanup();
    }
  });

  test('of a group without students or of no check leads back to the group', async () => {
    const tablet = await open(ENTER, { documents: classOf({ names: [] }) });
    await expect.element(page.getByText('Nobody is in this group yet')).toBeVisible();
    await button('Add students').click();
    expect(tablet.path()).toBe(`/groups/${GROUP}`);
    cleanup();
    const other = await open(paperPath('no-such-objective'));
    await expect.element(page.getByText('This check is not on this device')).toBeVisible();
    await button('To the group').click();
    expect(other.path()).toBe(`/groups/${GROUP}`);
  });
});

describe('printing', () => {
  test('gives each child who has not mastered it a sheet of its own, with a key on a separate page', async () => {
    await open(paperPath('add-2d-2d'));
    await button('Make the sheets').click();
    const sheets = page.getByRole('article');
    await expect.poll(() => sheets.elements().length).toBe(3);
    const [ada, ben, key] = sheets.elements();
    expect(ada?.textContent).toContain('Ada Lind');
    expect(ben?.textContent).toContain('Ben Okafor');
    expect(ada?.querySelectorAll('ol > li')).toHaveLength(10);
    expect(document.body.textContent).not.toContain('Carla Ruiz');
    const codes = [ada, ben].map((one) =>
      readPaperCode(one?.querySelector('header > div:last-child > span')?.textContent ?? ''),
    );
    const found = codes.map((code) => findSheet([MATH], code ?? ''));
    expect(found.map((sheet) => sheet.ok && sheet.value.objective.id)).toEqual([
      'add-2d-2d',
      'add-2d-2d',
    ]);
    const [first, second] = found.map((sheet) => (sheet.ok ? sheet.value.form.hash : ''));
    expect(first).not.toBe(second);
    expect(key?.textContent).toContain('Answers, for the teacher');
    expect(key?.querySelectorAll('ol > li')).toHaveLength(20);
    const seen = (element: Element | undefined, style: string) =>
      getComputedStyle(element ?? document.body).getPropertyValue(style);
    expect(seen(ada, 'page')).toBe('paper');
  });

  test('prints a square that a camera reads: it finds the sheet and its child on any device', async () => {
    await open(paperPath('add-2d-2d'));
    await button('Make the sheets').click();
    const square = page.getByRole('img', { name: 'Code of this sheet' }).first();
    await expect.element(square).toBeVisible();
    const [text = ''] = await readCodes(await drawn(square.element()));
    const code = readPaperCode(text) ?? '';
    expect(studentInQr(text)).toBe(idOf('Ada Lind'));
    expect(findSheet([MATH], code).ok).toBe(true);
    expect(page.getByText(writtenCode(code)).elements().length).toBeGreaterThan(0);
  });

  test('makes copies without a name in the language of the child, whatever the language of the screen', async () => {
    await open(paperPath('add-2d-2d'));
    await page.getByText('Copies without a name').click();
    const copies = page.getByRole('textbox', { name: 'How many copies' });
    await copies.fill('0');
    await expect.element(button('Make the sheets')).toBeDisabled();
    await copies.fill('3');
    await page.getByText('Español').click();
    await button('Make the sheets').click();
    await expect.element(page.getByText('Nombre:').first()).toBeVisible();
    expect(page.getByText(/^Escribe tus respuestas/).elements()).toHaveLength(3);
    await expect.element(page.getByText('Answers, for the teacher')).toBeVisible();
  });

  test('says so where there is no such check', async () => {
    await open(paperPath('no-such-objective'));
    await expect.element(page.getByText('This check is not on this device')).toBeVisible();
  });
});

describe('entering', () => {
  test('a sheet from the list: tap what is wrong, save, one result; undo sets it aside', async () => {
    const [code = ''] = await printed();
    const tablet = await open(ENTER);
    await page.getByRole('button', { name: /^Ada Lind/ }).click();
    await button(/^3 /).click();
    await inTime();
    await button('Save: 9 of 10 right').click();
    await expect
      .element(page.getByText('Ada Lind: 9 of 10 right, saved on this tablet'))
      .toBeVisible();
    const sheet = findSheet([MATH], code);
    assert(sheet.ok, 'it was printed');
    expect(tablet.appended).toMatchObject([
      {
        kind: 'paper.result',
        id: sheet.value.id,
        refs: [],
        about: `student/${idOf('Ada Lind')}`,
        body: {
          form: { seed: textHash(sheet.value.id), hash: sheet.value.form.hash },
          of: 10,
          wrong: [3],
          minutes: null,
          purpose: 'mastery',
          role: 'teacher',
        },
      },
    ]);
    expect(statusOf(tablet, 'Ada Lind')).toBe('mastered');
    // What is entered is not in the list any more.
    await expect.element(page.getByRole('button', { name: /^Ben Okafor/ })).toBeVisible();
    expect(page.getByRole('button', { name: /^Ada Lind/ }).elements()).toHaveLength(0);
    await button('Undo').click();
    await expect.poll(() => statusOf(tablet, 'Ada Lind')).toBe('not-started');
    expect(tablet.appended[1]).toMatchObject({
      kind: 'attempt.withdraw',
      refs: [`event/${sheet.value.id}`],
      body: { reason: 'undo' },
    });
  });

  test('on a tablet whose clock is a day ahead, a result is of the day that it is at school', async () => {
    await printed();
    const tablet = await open(ENTER);
    const day = 24 * 60 * 60_000;
    tablet.safety.set({ ...tablet.safety.get(), clockOff: day });
    await page.getByRole('button', { name: /^Ada Lind/ }).click();
    await inTime();
    await button('Save: 10 of 10 right').click();
    const occasion = tablet.services.snapshot.get().dayOf(Date.now() - day);
    await expect.poll(() => tablet.appended).toMatchObject([{ body: { occasion } }]);
  });

  test('a sheet that was entered before is corrected: the earlier result is set aside and named', async () => {
    const [code = ''] = await printed();
    const sheet = findSheet([MATH], code);
    assert(sheet.ok, 'it was printed');
    const tablet = await open(ENTER);
    const find = async (): Promise<void> => {
      await page.getByRole('textbox', { name: 'Or type the code' }).fill(code.toLowerCase());
      await userEvent.keyboard('{Enter}');
    };
    await find();
    await inTime();
    await button(/^Save: 10 of 10/).click();
    await expect.element(page.getByText(/^Ada Lind: 10 of 10 right/)).toBeVisible();
    await find();
    await expect.element(page.getByText('This sheet was entered already')).toBeVisible();
    for (const place of [1, 2, 3]) await button(new RegExp(`^${place} `)).click();
    await inTime();
    await button(/^Save: 7 of 10/).click();
    await expect.poll(() => tablet.appended.length).toBe(3);
    expect(tablet.appended.slice(1)).toMatchObject([
      {
        kind: 'attempt.withdraw',
        refs: [`event/${sheet.value.id}`],
        body: { reason: 'entered-again' },
      },
      {
        kind: 'paper.result',
        refs: [`event/${sheet.value.id}`],
        body: { wrong: [1, 2, 3], form: { seed: textHash(sheet.value.id) } },
      },
    ]);
    expect(tablet.appended[2]?.id).not.toBe(sheet.value.id);
    expect(statusOf(tablet, 'Ada Lind')).toBe('working');
    // Taken back, what was entered first counts again, and the sheet is known as entered so.
    await button('Undo').click();
    await expect.poll(() => statusOf(tablet, 'Ada Lind')).toBe('mastered');
    expect(tablet.appended.slice(3)).toMatchObject([
      { kind: 'attempt.withdraw', refs: [`event/${tablet.appended[2]?.id}`] },
      { kind: 'attempt.restore', refs: [`event/${tablet.appended[1]?.id}`] },
    ]);
    await find();
    await expect.element(page.getByText(/^Ada Lind: 10 of 10 right, .* If you save/)).toBeVisible();
  });

  test('a second tap on "Save" while the first one is being saved enters nothing twice', async () => {
    await printed();
    let saved: () => void = () => undefined;
    const disk = new Promise<void>((done) => (saved = done));
    const tablet = await open(ENTER, {
      change: (services) => ({
        ...services,
        append: async (event) => {
          await disk;
          return services.append(event);
        },
      }),
    });
    await page.getByRole('button', { name: /^Ada Lind/ }).click();
    await inTime();
    await doubleTap(button('Save: 10 of 10 right'));
    saved();
    await expect.element(page.getByText(/^Ada Lind: 10 of 10 right/)).toBeVisible();
    expect(tablet.appended).toHaveLength(1);
  });

  test('no printed sheet is left out of the list: all are shown on one tap', async () => {
    await open(paperPath('add-2d-2d'));
    await page.getByText('Copies without a name').click();
    await page.getByRole('textbox', { name: 'How many copies' }).fill('33');
    await button('Make the sheets').click();
    vi.spyOn(globalThis, 'print').mockImplementation(() => undefined);
    await button('Print').click();
    cleanup();
    await open(ENTER);
    const rows = page.getByRole('button', { name: /^No name/ });
    await expect.poll(() => rows.elements().length).toBe(30);
    await button('Show all 33').click();
    await expect.poll(() => rows.elements().length).toBe(33);
  });

  test('the time is not filled in by itself: saving waits until it is said, and says so', async () => {
    await printed();
    await open(ENTER);
    await page.getByRole('button', { name: /^Ada Lind/ }).click();
    await expect.element(page.getByText('First say how long it took.')).toBeVisible();
    await expect.element(button('Save: 10 of 10 right')).toBeDisabled();
    expect(page.getByRole('radio', { checked: true }).elements()).toEqual([]);
    await inTime();
    await expect.element(button('Save: 10 of 10 right')).toBeEnabled();
    expect(page.getByText('First say how long it took.').elements()).toEqual([]);
  });

  test('longer than the limit is accurate but slower, in minutes', async () => {
    await printed();
    const tablet = await open(ENTER);
    await page.getByRole('button', { name: /^Ben Okafor/ }).click();
    await page.getByText('Minutes', { exact: true }).click();
    await expect.element(button('Save: 10 of 10 right')).toBeDisabled();
    await page.getByRole('textbox', { name: 'Minutes taken' }).fill('25');
    await button('Save: 10 of 10 right').click();
    await expect.poll(() => tablet.appended.length).toBe(1);
    expect(tablet.appended).toMatchObject([{ body: { minutes: 25 } }]);
    expect(statusOf(tablet, 'Ben Okafor')).toBe('nearly');
  });

  test('on another device the code alone is enough: the child is chosen, the questions are the same', async () => {
    const [code = ''] = await printed();
    usePaperBook.setState({ list: [] });
    const tablet = await open(ENTER);
    await page.getByRole('textbox', { name: 'Or type the code' }).fill(code);
    await button('Find').click();
    await expect.element(page.getByText('First choose whose sheet it is.')).toBeVisible();
    await expect.element(button('Save: 10 of 10 right')).toBeDisabled();
    await button(/Whose sheet is it/).click();
    await page.getByRole('option', { name: 'Carla Ruiz' }).click();
    await inTime();
    await button('Save: 10 of 10 right').click();
    await expect.poll(() => tablet.appended.length).toBe(1);
    // She has mastered it: the paper asks whether it lasted.
    expect(tablet.appended).toMatchObject([
      { about: `student/${asId(idOf('Carla Ruiz'))}`, body: { purpose: 'retention' } },
    ]);
  });

  test('what is no code, and a slip in one, are said in plain words', async () => {
    const [code = ''] = await printed();
    await open(ENTER);
    const field = page.getByRole('textbox', { name: 'Or type the code' });
    await field.fill('hello');
    await button('Find').click();
    await expect.element(page.getByText(/^A code has 13 letters and digits/)).toBeVisible();
    await field.fill(code.slice(0, -1) + (code.endsWith('7') ? '8' : '7'));
    await button('Find').click();
    await expect.element(page.getByText(/^This code has a slip in it/)).toBeVisible();
  });

  test('a camera that cannot be used leaves the other two ways', async () => {
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(
      new DOMException('no', 'NotAllowedError'),
    );
    await open(ENTER);
    await button('Scan the code of a sheet').click();
    await expect.element(page.getByText('The camera cannot be used here.')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Or type the code' })).toBeVisible();
  });

  test('what could not be saved stays on the screen', async () => {
    await printed();
    const tablet = await open(ENTER);
    tablet.fail('append', 'storage');
    await page.getByRole('button', { name: /^Ada Lind/ }).click();
    await inTime();
    await button('Save: 10 of 10 right').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    tablet.fail('append', null);
    await button('Save: 10 of 10 right').click();
    await expect.poll(() => tablet.appended.length).toBe(1);
  });
});

describe('a child with more time', () => {
  test('reads the own limit on the sheet, is entered by it, and only the time is noted as support', async () => {
    const documents = withSupports(['read-aloud', 'high-contrast', 'time-1.5']);
    await open(paperPath('add-2d-2d'), { documents });
    await button('Make the sheets').click();
    const texts = () =>
      page
        .getByRole('article')
        .elements()
        .map(({ textContent }) => textContent);
    await expect.poll(() => texts()[0]).toContain('9 of 10 right, within 9 minutes');
    expect(texts()[1]).toContain('9 of 10 right, within 6 minutes');
    cleanup();
    await printed({ documents });
    const tablet = await open(ENTER, { documents });
    await page.getByRole('button', { name: /^Ada Lind/ }).click();
    await page.getByText('Within 9 min').click();
    // What was said of Ada's time does not count for a child with another limit.
    await button(/Whose sheet is it/).click();
    await page.getByRole('option', { name: 'Carla Ruiz' }).click();
    await expect.element(page.getByText('First say how long it took.')).toBeVisible();
    await button(/Whose sheet is it/).click();
    await page.getByRole('option', { name: 'Ada Lind' }).click();
    await page.getByText('Within 9 min').click();
    await button('Save: 10 of 10 right').click();
    await expect.poll(() => tablet.appended.length).toBe(1);
    expect(tablet.appended).toMatchObject([{ body: { minutes: null, supports: ['time-1.5'] } }]);
  });

  test('without a limit reads of none, and is not asked how long it took', async () => {
    const documents = withSupports(['untimed', 'large-text']);
    await printed({ documents });
    await open(paperPath('add-2d-2d'), { documents });
    await button('Make the sheets').click();
    const first = () => page.getByRole('article').elements()[0]?.textContent;
    await expect.poll(first).toContain('9 of 10 right');
    expect(first()).not.toContain('minutes');
    cleanup();
    const tablet = await open(ENTER, { documents });
    await page.getByRole('button', { name: /^Ada Lind/ }).click();
    await button('Save: 10 of 10 right').click();
    await expect.poll(() => tablet.appended.length).toBe(1);
    expect(tablet.appended).toMatchObject([{ body: { minutes: null, supports: ['untimed'] } }]);
  });
});

describe.each([
  [768, 1024, 'en', 'light'],
  [1024, 768, 'es', 'dark'],
  [360, 800, 'es', 'light'],
  [360, 800, 'en', 'dark'],
] as const)('at %i x %i, %s, %s', (width, height, language, theme) => {
  const look = async (): Promise<void> => {
    await Promise.all(
      document.getAnimations().map(({ finished }) => finished.catch(() => undefined)),
    );
    expect(await axeFindings()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  };
  test('sheets can be printed and entered by everybody', async () => {
    await page.viewport(width, height);
    await open(paperPath('add-2d-2d'), { language, theme });
    await expect.element(button(/^(Make the sheets|Preparar las hojas)$/)).toBeVisible();
    await look();
    await button(/^(Make the sheets|Preparar las hojas)$/).click();
    await expect.element(page.getByRole('article').first()).toBeVisible();
    await look();
    vi.spyOn(globalThis, 'print').mockImplementation(() => undefined);
    await button(/^(Print|Imprimir)$/).click();
    cleanup();
    await open(ENTER, { language, theme });
    await look();
    await page.getByRole('button', { name: /^Ada Lind/ }).click();
    await button(/^2 /).click();
    await look();
  });
});
