/** Questions of a check on the screen as a child meets them: real view, real store, nothing stored. */
import { render } from '@testing-library/react';
import { page } from 'vitest/browser';
import { useStore } from 'zustand';
import type { Item } from '#domain/items/item.ts';
import { asId } from '#domain/model/ids.ts';
import { ok } from '#domain/kernel/result.ts';
import type { CheckDraft } from '#data/services.ts';
import { ServicesProvider } from '#data/services-context.tsx';
import { QuestionView } from '#features/check/question-view.tsx';
import type { OpenedCheck } from '#features/check/use-running-check.ts';
import { openCheck, type CheckStore } from '#state/check-store.ts';
import { activate } from '#ui/i18n/i18n.ts';
import type { Language } from '#ui/i18n/language.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import '#ui/styles/index.css';
import { tabletSession, theCourse, theObjective } from './class-tablet.tsx';
import { fakeServices } from './fake-services.ts';

const DRAFT: CheckDraft = {
  id: asId('event-1'),
  student: asId('student-1'),
  course: theCourse.id,
  objective: theObjective.id,
  rev: '',
  form: { generator: '', version: 1, seed: '', avoid: [], hash: '' },
  answers: [],
  position: 0,
  entry: '',
  activeMs: 0,
  absences: [],
  supports: [],
  identifiedBy: 'secret',
  purpose: 'mastery',
  occasion: '',
  startedAt: 0,
  updatedAt: 0,
};

const moment = () => ({ mono: performance.now(), wall: Date.now() });

export interface Questions {
  /** What was typed or chosen so far, in the order of the items. */
  readonly answers: () => readonly string[];
  /** What stands in the boxes and is no answer yet. */
  readonly entry: () => string;
}

/** Shows the first of these items; Next goes on. */
export async function openQuestions(
  items: readonly Item[],
  language: Language = 'en',
): Promise<Questions> {
  await activate(language);
  const setup = { form: { items, hash: '' }, limitMs: 600_000 };
  const drafts = { save: async () => ok(undefined), finish: async () => ok(null as never) };
  const check = openCheck(DRAFT, setup, { drafts, now: moment }, true);
  check.send({ type: 'carry-on', at: moment() });
  const opened: OpenedCheck = {
    draft: DRAFT,
    setup,
    objective: theObjective,
    timeFactor: 1,
    showsTimer: false,
    asksHowSure: false,
    isRead: false,
    directionsOnly: false,
    check,
  };
  const { services } = fakeServices({ documents: [], session: tabletSession });
  render(
    <UiProvider>
      <ServicesProvider services={services}>
        <Running check={check} opened={opened} />
      </ServicesProvider>
    </UiProvider>,
  );
  await document.fonts.ready;
  const work = () => check.store.getState().state.work;
  return { answers: () => work().answers.map(({ raw }) => raw), entry: () => work().entry };
}

function Running({ check, opened }: { readonly check: CheckStore; readonly opened: OpenedCheck }) {
  const { state, saved } = useStore(check.store);
  if (state.phase !== 'running' && state.phase !== 'late') return <p>{state.phase}</p>;
  if (state.work.position === opened.setup.form.items.length) return <p>All asked</p>;
  return (
    <QuestionView
      opened={opened}
      state={state}
      saved={saved}
      send={(tap) => check.send({ ...tap, at: moment() } as Parameters<CheckStore['send']>[0])}
      timer={null}
      onNotMe={() => undefined}
    />
  );
}

/** A picture of the page for whoever wants to look: set VITE_SHOTS to a folder. */
export async function lookAtPage(name: string): Promise<void> {
  const folder: unknown = import.meta.env['VITE_SHOTS'];
  if (typeof folder !== 'string') return;
  await page.screenshot({ path: `${folder}/${name}.png` });
}
