import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginInterview,
  GUARD_MS,
  isGuarded,
  step,
  type Answer,
  type InterviewEvent,
  type InterviewState,
} from '#state/interview-machine.ts';

const MET: Answer = { mark: { type: 'met' } };
const NOT_YET: Answer = { mark: { type: 'not-yet' } };
const eight = { steps: Array.from({ length: 8 }, () => ({ done: false })) };

/** A sitting driven by hand: a clock, taps, and storage that answers when told to. */
function sitting(setup = eight) {
  let state = beginInterview(setup);
  let now = 1000;
  let made = 0;
  const send = (event: InterviewEvent): void => {
    state = step(state, event, setup);
  };
  const tap = (answer: Answer = MET, stays = false): void => {
    made += 1;
    send({ type: 'mark', answer, ref: `event/${made}`, at: now, stays });
  };
  const pass = (ms: number): void => {
    now += ms;
  };
  const show = (): void => send({ type: 'shown', at: now });
  const saved = (): void => {
    send({ type: 'stored' });
    send({ type: 'light-over' });
    show();
    pass(GUARD_MS);
  };
  const undo = (): void => {
    send({ type: 'undo', at: now });
    send({ type: 'taken-back' });
    show();
    pass(GUARD_MS);
  };
  show();
  pass(GUARD_MS);
  return { send, tap, pass, show, saved, undo, state: () => state, now: () => now };
}

function placeOf({ stage }: InterviewState): number | string {
  return stage.name === 'asking' ? stage.step : stage.name;
}

describe('one tap, one mark', () => {
  test('eight taps mark eight objectives and end at the summary', () => {
    const s = sitting();
    for (let i = 0; i < 8; i += 1) {
      expect(placeOf(s.state())).toBe(i);
      s.tap();
      s.saved();
    }
    expect(placeOf(s.state())).toBe('summary');
    expect(s.state().marks.map((mark) => mark.step)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('a second tap within the guard marks nothing, however quick or slow the tablet is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: GUARD_MS - 1 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 2000 }),
        (between, storing, painting) => {
          const s = sitting();
          const first = s.now();
          s.tap();
          s.pass(storing);
          s.send({ type: 'stored' });
          s.send({ type: 'light-over' });
          s.pass(painting);
          s.show();
          // The finger came down `between` after the first one; the tablet gets round to it only now.
          s.send({ type: 'mark', answer: MET, ref: 'event/second', at: first + between });
          expect(s.state().marks).toHaveLength(1);
          expect(placeOf(s.state())).toBe(1);
        },
      ),
    );
  });

  test('nothing is heard before the next question is painted', () => {
    const s = sitting();
    s.tap();
    s.send({ type: 'stored' });
    s.send({ type: 'light-over' });
    s.pass(5000);
    s.tap();
    expect(s.state().marks).toHaveLength(1);
  });

  test('the light going out before the mark is durable does not go on', () => {
    const s = sitting();
    s.tap();
    s.send({ type: 'light-over' });
    expect(s.state().stage.name).toBe('saving');
    s.send({ type: 'stored' });
    expect(placeOf(s.state())).toBe(1);
  });
});

describe('a mark that was not saved', () => {
  test('says so, stays at its question, and the same tap can be made again', () => {
    const s = sitting();
    s.tap(NOT_YET);
    s.send({ type: 'not-stored', code: 'storage' });
    expect(s.state()).toMatchObject({ marks: [], stage: { step: 0, fault: 'storage' } });
    s.show();
    s.pass(GUARD_MS);
    s.tap(NOT_YET);
    s.saved();
    expect(s.state().marks).toMatchObject([{ step: 0, answer: NOT_YET }]);
    expect(s.state().stage).toMatchObject({ step: 1, fault: null });
  });

  test('a mark that was not taken back stays among the marks', () => {
    const s = sitting();
    s.tap();
    s.saved();
    s.send({ type: 'undo', at: s.now() });
    s.send({ type: 'not-taken-back', code: 'storage' });
    expect(s.state()).toMatchObject({ marks: [{ step: 0 }], stage: { step: 1, fault: 'storage' } });
  });
});

describe('taking back', () => {
  test('walks back the whole sitting to its beginning', () => {
    const s = sitting();
    for (let i = 0; i < 8; i += 1) {
      s.tap();
      s.saved();
    }
    for (let i = 7; i >= 0; i -= 1) {
      s.undo();
      expect(placeOf(s.state())).toBe(i);
    }
    expect(s.state().marks).toEqual([]);
  });

  test('works while the light is still on', () => {
    const s = sitting();
    s.tap();
    s.send({ type: 'stored' });
    s.undo();
    expect(s.state()).toMatchObject({ marks: [], stage: { name: 'asking', step: 0 } });
  });

  test('a double tap on it takes back one mark', () => {
    const s = sitting();
    s.tap();
    s.saved();
    s.tap();
    s.saved();
    const first = s.now();
    s.send({ type: 'undo', at: first });
    s.send({ type: 'taken-back' });
    s.show();
    s.send({ type: 'undo', at: first + 120 });
    expect(s.state().marks).toHaveLength(1);
  });
});

describe('going on', () => {
  test('passes over what is mastered, and over what has a mark', () => {
    const s = sitting({
      steps: [{ done: true }, { done: false }, { done: true }, { done: false }],
    });
    expect(placeOf(s.state())).toBe(1);
    s.tap();
    s.saved();
    expect(placeOf(s.state())).toBe(3);
    s.undo();
    s.send({ type: 'skip', at: s.now() });
    expect(placeOf(s.state())).toBe(3);
  });

  test('several things are shown at one question before it goes on', () => {
    const s = sitting();
    s.tap({ ...MET, thing: 'glad' }, true);
    s.saved();
    expect(placeOf(s.state())).toBe(0);
    s.tap({ ...MET, thing: 'tired' });
    s.saved();
    expect(placeOf(s.state())).toBe(1);
    expect(s.state().marks).toHaveLength(2);
  });

  test('a mark that is changed on the summary takes the place of the old one, and leads back there', () => {
    const s = sitting({ steps: [{ done: false }] });
    s.tap();
    s.saved();
    s.send({ type: 'go', step: 0, at: s.now() });
    s.show();
    s.pass(GUARD_MS);
    s.tap(NOT_YET);
    expect(s.state().stage).toMatchObject({ name: 'saving', replaces: [{ answer: MET }] });
    s.send({ type: 'replaced' });
    s.saved();
    expect(s.state()).toMatchObject({ marks: [{ answer: NOT_YET }], stage: { name: 'summary' } });
    expect(s.state().marks).toHaveLength(1);
  });

  test('a sitting that was closed goes on after its last mark', () => {
    const marks = [
      { ref: 'slot/1.1', step: 0, answer: MET },
      { ref: 'slot/1.2', step: 1, answer: MET },
    ];
    expect(placeOf(beginInterview(eight, marks))).toBe(2);
  });
});

const TAPS: readonly string[] = ['mark', 'skip', 'undo', 'go', 'count', 'uncount'];

/** What one step broke of the machine's promises, or null. */
function broken(
  before: InterviewState,
  event: InterviewEvent,
  after: InterviewState,
  at: number,
): string | null {
  const grew = after.marks.length - before.marks.length;
  if (grew > 0 && event.type !== 'stored') return 'a mark without storage';
  if (grew < 0 && event.type !== 'taken-back' && event.type !== 'replaced') return 'a mark lost';
  if (TAPS.includes(event.type) && isGuarded(before, at) && after !== before)
    return 'a guarded tap heard';
  const left = before.stage.name === 'saving' && after.stage.name !== 'saving';
  if (left && event.type !== 'stored' && event.type !== 'not-stored')
    return 'went on without an answer';
  const refs = new Set(after.marks.map(({ ref }) => ref));
  return refs.size === after.marks.length ? null : 'a mark twice';
}

/** What comes next when nothing goes wrong. */
function usual({ stage }: InterviewState): string {
  switch (stage.name) {
    case 'asking':
      return stage.shownAt === null ? 'shown' : 'mark';
    case 'saving':
      return 'stored';
    case 'saved':
      return 'light-over';
    case 'undoing':
      return 'taken-back';
    case 'summary':
      return stage.shownAt === null ? 'shown' : 'go';
  }
}

test('whatever happens: no mark without storage, none lost without being taken back, none moved by a guarded tap', () => {
  const type = fc.constantFrom(
    ...['mark', 'stored', 'light-over', 'shown', 'skip', 'undo', 'go', 'count'],
    ...['not-stored', 'replaced', 'taken-back', 'not-taken-back'],
  );
  let made = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(type, fc.integer({ min: 0, max: 900 }), fc.nat(9)), {
        minLength: 80,
        maxLength: 160,
      }),
      (script) => {
        let state = beginInterview(eight);
        let at = 0;
        for (const [i, [name, passed, n]] of script.entries()) {
          at += passed;
          const event = eventOf(n < 6 ? usual(state) : name, at, n, i);
          const next = step(state, event, eight);
          expect(broken(state, event, next, at)).toBeNull();
          made += Math.max(0, next.marks.length - state.marks.length);
          state = next;
        }
      },
    ),
    { numRuns: 200 },
  );
  // The scripts really come to marks.
  expect(made).toBeGreaterThan(200);
});

function eventOf(type: string, at: number, n: number, i: number): InterviewEvent {
  switch (type) {
    case 'mark':
      return { type, answer: n % 2 === 0 ? MET : NOT_YET, ref: `event/${i}`, at };
    case 'go':
      return { type, step: n, at };
    case 'count':
      return { type, hit: n % 2 === 0, at };
    case 'skip':
    case 'undo':
    case 'shown':
      return { type, at };
    case 'not-stored':
    case 'not-taken-back':
      return { type, code: 'storage' };
    case 'stored':
    case 'replaced':
    case 'light-over':
    case 'taken-back':
      return { type };
    default:
      throw new Error(`no such event: ${type}`);
  }
}
