import { beforeEach, expect, test } from 'vitest';
import { refToEvent } from '#domain/changes/refs.ts';
import type { CheckBody } from '#domain/model/event.ts';
import { asId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import { createOwnEvents, type OwnEvents } from '#data/own-events.ts';
import { createSnapshot, type SnapshotStore } from '#data/snapshot.ts';
import { checkpointRow, createStateDocuments, keysRow } from '#data/state-documents.ts';
import { createStreams } from '#data/streams.ts';
import { createClock } from '#platform/clock.ts';
import type { EventRow } from '#protocol/event.ts';
import { KINDS } from '#protocol/kinds.ts';
import type { StateDocument } from '#protocol/pull.ts';
import { formatSlot } from '#protocol/slot.ts';
import { makeEvent, testId } from '#test/support/events.ts';
import { memoryRows, type MemoryRows } from './memory-rows.ts';

const STREAM = 'streamstreamstreamstre';
const stamp = { on: true, stamp: '0' };
const doc = (key: string, body: unknown, seq = 1): StateDocument => ({
  key,
  kind: key.split('/')[0] ?? key,
  seq,
  body: JSON.stringify(body),
});
const school = doc('school', { name: 'Oak', timeZone: 'UTC', language: 'en', key: '', stamps: {} });
const student = (id: string, name: string, seq = 1): StateDocument =>
  doc(`student/${id}`, { name, avatar: 'fox', stamps: { name: '0' } }, seq);
const group = doc('group/g', {
  name: '3B',
  stamps: {},
  students: { a: stamp, b: stamp },
  staff: {},
});

let rows: MemoryRows<StateDocument>;
let events: MemoryRows<EventRow>;
let own: OwnEvents;
let store: SnapshotStore;

beforeEach(async () => {
  const documents = [
    school,
    student('a', 'Zoe'),
    student('b', 'Ann'),
    group,
    doc('course/c', { id: 'c', objectives: [] }),
    doc('weather/x', { rain: true }),
  ];
  const checkpoint = checkpointRow({ epoch: 'E', seq: 9, scope: 's', completeAt: 5 });
  const broken: StateDocument = {
    key: 'student/broken',
    kind: 'student',
    seq: 1,
    body: '{"name":',
  };
  const keys = keysRow([...documents, broken].map(({ key }) => key));
  rows = memoryRows(({ key }) => key, [...documents, broken, keys, checkpoint]);
  events = memoryRows(({ slot }) => slot);
  const state = createStateDocuments(rows);
  const streams = createStreams(events);
  own = createOwnEvents(events, streams, createClock());
  store = createSnapshot(state, own, { short: () => null, takenFromEarlier: () => 0 });
  await state.load();
});

function tap(
  slot: number,
  event = makeEvent('student.rename', 'student/a', { set: `Name ${slot}`, was: null }),
): void {
  own.take({ slot: formatSlot(STREAM, slot), id: event.id, text: JSON.stringify(event), mac: '' });
  store.ownChanged();
}

test('students stand by name; what cannot be read and kinds from a later version are left out', () => {
  const snapshot = store.live.get();
  expect(snapshot.seen).toBe('E.9');
  expect(snapshot.studentsOf(asId<GroupId>('g'))).toEqual(['b', 'a']);
  expect(snapshot.students().map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a tap changes the one record that it is about: all others, and all lists without it, stay the same objects', () => {
  const before = store.live.get();
  const [ann, zoe] = [before.student(asId<StudentId>('b')), before.student(asId<StudentId>('a'))];
  const lists = [before.groups(), before.courses(), before.held(), before.members()];
  expect(before.courses()).toBe(before.courses());
  expect(before.held()).toBe(before.held());
  expect(before.studentsOf(asId<GroupId>('g'))).toBe(before.studentsOf(asId<GroupId>('g')));
  tap(1);
  const after = store.live.get();
  expect(after).not.toBe(before);
  expect(after.student(asId<StudentId>('a'))?.name).toBe('Name 1');
  expect(after.student(asId<StudentId>('a'))).not.toBe(zoe);
  expect(after.student(asId<StudentId>('b'))).toBe(ann);
  [after.groups(), after.courses(), after.held(), after.members()].forEach((list, i) =>
    expect(list).toBe(lists[i]),
  );
});

test('[P10] the overlay lets go when the server has applied the event, and not before', async () => {
  tap(1);
  tap(2);
  expect(store.live.get().pending()).toHaveLength(2);
  await rows.write(
    [student('a', 'Name 1', 10), doc(`applied/${STREAM}`, { short: 4, through: 1, held: [] }, 10)],
    [],
    new Map(),
  );
  expect(store.live.get().pending()).toHaveLength(1);
  expect(store.live.get().student(asId<StudentId>('a'))?.name).toBe('Name 2');
  await rows.write(
    [student('a', 'Name 2', 11), doc(`applied/${STREAM}`, { short: 4, through: 2, held: [] }, 11)],
    [],
    new Map(),
  );
  expect(store.live.get().pending()).toEqual([]);
  expect(store.live.get().student(asId<StudentId>('a'))?.name).toBe('Name 2');
});

test('while a pull runs the screen stands still, but what somebody taps is shown at once', async () => {
  const release = store.hold();
  await rows.write([student('b', 'Anna', 12)], [], new Map());
  expect(store.live.get().student(asId<StudentId>('b'))?.name).toBe('Ann');
  tap(1);
  expect(store.live.get().student(asId<StudentId>('a'))?.name).toBe('Name 1');
  expect(store.live.get().student(asId<StudentId>('b'))?.name).toBe('Ann');
  release();
  expect(store.live.get().student(asId<StudentId>('b'))?.name).toBe('Anna');
});

test('an own event that names an own event of long ago finds it in storage', async () => {
  const old = makeEvent(
    'student.rename',
    'student/a',
    { set: 'Old', was: null },
    { id: testId('old') },
  );
  await rows.write([doc(`applied/${STREAM}`, { short: 4, through: 1, held: [] })], [], new Map());
  const row = { slot: formatSlot(STREAM, 1), id: old.id, text: JSON.stringify(old), mac: '' };
  await events.insert(row);
  const withdraw = makeEvent(
    'attempt.withdraw',
    'student/a',
    { course: asId('c'), objective: asId('o'), reason: 'x' },
    { refs: [refToEvent(old.id)] },
  );
  tap(2, withdraw);
  expect(own.unplaced()).toEqual([old.id]);
  const streams = createStreams(events);
  await streams.reread();
  const reader = createOwnEvents(events, streams, createClock());
  reader.take({
    slot: formatSlot(STREAM, 2),
    id: withdraw.id,
    text: JSON.stringify(withdraw),
    mac: '',
  });
  await reader.read(store.applied);
  expect(reader.find(old.id)).toEqual({ stream: STREAM, slot: 1 });
  expect(reader.unplaced()).toEqual([]);
});

test('a check that an earlier build of the app saved is shown after the update; one of a later build is only sent', () => {
  const body: CheckBody = {
    course: asId('c'),
    objective: asId('o'),
    rev: 'r',
    form: { generator: 'add-sub', version: 1, seed: 's', avoid: [], hash: 'h' },
    answers: [],
    claim: { correct: 9, of: 10 },
    activeMs: 60_000,
    absences: [],
    supports: [],
    identifiedBy: 'secret',
    purpose: 'mastery',
    occasion: 'today',
    finished: true,
  };
  const kinds = [1, KINDS.check.version, KINDS.check.version + 1].map((kv, i) => ({
    ...makeEvent('check', 'student/a', body, { id: testId(`kv${i}`) }),
    kv,
  }));
  for (const [i, event] of kinds.entries()) tap(i + 1, event);
  expect(
    store.live
      .get()
      .pending()
      .map(({ event }) => event.kv),
  ).toEqual([1, KINDS.check.version]);
});
