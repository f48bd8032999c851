/** What every store promises (sync-server/store/port.ts). Registered once for each implementation. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '#server/store/port.ts';
import type { DeviceRow, GrantRow, LogRow, StateRow } from '#server/store/rows.ts';
import { asId, type GroupId } from '#domain/model/ids.ts';

const A = 'school-a';
const B = 'school-b';

function logRow(receipt: number, change: Partial<LogRow> = {}): LogRow {
  return {
    receipt,
    stream: 'stream-one',
    short: 1,
    slot: receipt,
    id: `event-${receipt}`,
    variant: 0,
    text: `{"n":${receipt}}`,
    mac: 'mac',
    device: 'device-1',
    receivedAt: 1000,
    clock: '{}',
    moment: 900,
    clamped: false,
    ...change,
  };
}

const cover = (slot: number, receipt = slot, stream = 'stream-one') => ({
  stream,
  slot,
  branch: 0,
  id: `event-${slot}`,
  receipt,
  code: receipt === 0 ? 'not-json' : '',
});

const doc = (key: string, seq: number, tags: readonly string[], body = '{}'): StateRow => ({
  key,
  kind: key.split('/')[0] ?? '',
  seq,
  body,
  tags,
});

function deviceRow(id: string): DeviceRow {
  return {
    id,
    kind: 'staff',
    name: 'Tablet',
    groups: ['g1'],
    key: 'key',
    createdAt: 1,
    lastHeard: 1,
    waiting: 0,
    drafts: 0,
    app: '',
    skew: 0,
    aside: 0,
    storage: null,
  };
}

/** @param open a new empty store @param reopen the same data again after `close`, where data outlive it */
export function storeContract(
  name: string,
  open: () => Promise<Store>,
  reopen?: () => Promise<Store>,
): void {
  describe(`Store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await store.write(async (writing) => {
        for (const id of [A, B]) await writing.addSchool({ id, createdAt: 1, sealingKey: 'k' });
      });
    });
    afterEach(() => store.close());

    test('a write that throws leaves nothing behind', async () => {
      const failing = store.write(async (writing) => {
        await writing.append(A, [logRow(1)]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await store.read((reading) => reading.eventsAfter(A, 0, 10))).toEqual([]);
      await store.write((writing) => writing.append(A, [logRow(1)]));
      expect(await store.read((reading) => reading.eventsAfter(A, 0, 10))).toHaveLength(1);
    });

    test('of many writes at once the one that throws leaves nothing behind, the others are there, and are told in order', async () => {
      const told: number[] = [];
      const write = async (receipt: number): Promise<number> => {
        const before = await store.write(async (writing) => {
          // Each finds what those before it wrote, and nothing of the one that threw.
          const there = await writing.eventsAfter(A, 0, 100);
          await writing.append(A, [logRow(receipt)]);
          if (receipt === 7) throw new Error('no');
          return there.length;
        });
        told.push(receipt);
        return before;
      };
      const all = Array.from({ length: 50 }, (_, i) => write(i + 1));
      const ended = await Promise.allSettled(all);
      expect(ended.map((one) => (one.status === 'fulfilled' ? one.value : 'no'))).toEqual(
        ended.map((_, i) => (i < 6 ? i : i === 6 ? 'no' : i - 1)),
      );
      const stored = await store.read((reading) => reading.eventsAfter(A, 0, 100));
      expect(stored.map(({ receipt }) => receipt)).toEqual(told);
      expect(told).toHaveLength(49);
    });

    test('writes and derivations that begin together do not overlap', async () => {
      const running = { now: 0, most: 0 };
      const bump = async (): Promise<void> => {
        running.now += 1;
        running.most = Math.max(running.most, running.now);
        await Promise.resolve();
        running.now -= 1;
      };
      const count = async (
        writing: Parameters<Parameters<Store['write']>[0]>[0],
      ): Promise<void> => {
        await bump();
        const counters = await writing.counters(A);
        await Promise.resolve();
        await writing.setCounters(A, { ...counters, seq: counters.seq + 1 });
      };
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          i % 2 === 0 ? store.write(count) : store.derive(count),
        ),
      );
      expect(running.most).toBe(1);
      expect((await store.read((reading) => reading.counters(A))).seq).toBe(20);
    });

    test('a reader sees one committed state from its first to its last question', async () => {
      await store.write((writing) => writing.putDocuments(A, [doc('student/1', 1, ['t'])]));
      const seen = await store.read(async (reading) => {
        const before = await reading.documents(A, ['student/1']);
        const after = await reading.documents(A, ['student/1']);
        return [before[0]?.seq, after[0]?.seq];
      });
      expect(seen).toEqual([1, 1]);
    });

    test('what a device told of its streams replaces what it told before', async () => {
      const row = {
        device: 'device-1',
        stream: 'stream-one',
        high: 3,
        highAt: 1,
        firstAt: 1,
        heardAt: 2,
        goneAt: null,
      };
      await store.write((writing) => writing.putReports(A, [row, { ...row, device: 'other' }]));
      await store.write((writing) => writing.putReports(A, [{ ...row, high: 5, goneAt: 9 }]));
      const found = await store.read(async (reading) => [
        await reading.reports(A, 'device-1'),
        (await reading.reports(A)).length,
        await reading.reports(B),
      ]);
      expect(found).toEqual([[{ ...row, high: 5, goneAt: 9 }], 2, []]);
    });

    test('what arrived of a range is told without what was declared lost of it', async () => {
      await store.write(async (writing) => {
        await writing.append(A, [logRow(2), logRow(3), logRow(7)]);
        await writing.cover(A, [cover(2), cover(3), cover(5, 0), cover(7)]);
        await writing.addLost(A, 'stream-one', [3, 6], 40);
      });
      const found = await store.read(async (reading) => [
        await reading.arrived(A, 'stream-one', [1, 6], 9),
        await reading.arrived(A, 'stream-one', [1, 6], 1),
        await reading.lostOf(A, 'stream-one'),
        await reading.momentBefore(A, 'stream-one', 7),
        await reading.momentBefore(A, 'stream-one', 2),
        await reading.arrived(B, 'stream-one', [1, 6], 9),
      ]);
      expect(found).toEqual([
        [
          [2, 3],
          [5, 5],
        ],
        [[2, 3]],
        [{ stream: 'stream-one', first: 3, last: 6, declaredAt: 40 }],
        900,
        undefined,
        [],
      ]);
    });

    test('rows of one school are never seen through the id of another', async () => {
      await store.write(async (writing) => {
        await writing.append(A, [logRow(1)]);
        await writing.cover(A, [cover(1)]);
        await writing.addStream(A, { stream: 'stream-one', branch: 0, short: 1, device: 'd' });
        await writing.putDocuments(A, [doc('student/1', 1, ['t'])]);
        await writing.addDevice(A, deviceRow('device-1'));
        await writing.putAccount(A, { email: 'a@b', member: 'm', passphrase: 'p', pin: 'q' });
        await writing.addCredential(A, {
          tokenHash: 'h',
          device: 'device-1',
          issuedAt: 1,
          endedAt: null,
        });
        await writing.addCode(A, {
          hash: 'c',
          purpose: 'tablet',
          data: '[]',
          until: 9,
          usedAt: null,
        });
        await writing.putMemberships(A, [
          { group: 'g', list: 'staff', member: 'm', from: 1, to: null },
        ]);
      });
      const foreign = await store.read(async (reading) => [
        await reading.eventsById(B, ['event-1']),
        await reading.eventsAfter(B, 0, 10),
        await reading.coverOf(B, [{ stream: 'stream-one', slot: 1 }]),
        await reading.streams(B, ['stream-one']),
        await reading.covered(B, 'stream-one', 0, 5),
        await reading.documents(B, ['student/1']),
        await reading.documentsOfKind(B),
        await reading.page(B, ['t'], 0, 10),
        await reading.devices(B),
        await reading.memberships(B),
      ]);
      expect(foreign.flat()).toEqual([]);
      const single = await store.read(async (reading) => [
        await reading.account(B, 'a@b'),
        await reading.credential(B, 'h'),
        await reading.code(B, 'c'),
        await reading.device(B, 'device-1'),
      ]);
      expect(single).toEqual([undefined, undefined, undefined, undefined]);
      expect(await store.write((writing) => writing.useCode(B, 'c', 5))).toBe(false);
    });

    test('events come back by id with all variants, by receipt, and in the order of receipts', async () => {
      const rows = [
        logRow(1),
        logRow(2),
        logRow(3, { id: 'event-1', variant: 1, text: 'other', clamped: true }),
      ];
      await store.write((writing) => writing.append(A, rows));
      await store.read(async (reading) => {
        expect(await reading.eventsById(A, ['event-1', 'nothing'])).toEqual([rows[0], rows[2]]);
        expect(await reading.eventsByReceipt(A, [3, 2, 99])).toEqual(
          expect.arrayContaining([rows[1], rows[2]]),
        );
        expect((await reading.eventsAfter(A, 1, 1)).map(({ receipt }) => receipt)).toEqual([2]);
      });
    });

    test('erased events keep their place and lose their text, and nobody else loses any', async () => {
      const about = (name: string): string => JSON.stringify({ about: name, body: {} });
      await store.write(async (writing) => {
        await writing.append(A, [
          logRow(1, { text: about('student/a') }),
          logRow(2, { text: about('student/b') }),
          logRow(3, { text: about('student/a') }),
          logRow(4, { text: about('student/a'), id: 'event-3', variant: 1 }),
        ]);
        await writing.append(B, [logRow(1, { text: about('student/a') })]);
        await writing.cover(A, [cover(1), cover(2), cover(3)]);
      });
      const receiptsOf = (school: string, name: string) =>
        store.read(async (reading) =>
          (await reading.eventsAbout(school, name)).map(({ receipt }) => receipt),
        );
      expect(await receiptsOf(A, 'student/a')).toEqual([1, 3, 4]);
      await store.derive((writing) => writing.eraseEvents(A, [1, 3, 4, 99]));
      expect(await receiptsOf(A, 'student/a')).toEqual([]);
      expect(await receiptsOf(A, 'student/b')).toEqual([2]);
      expect(await receiptsOf(B, 'student/a')).toEqual([1]);
      const rows = await store.read((reading) => reading.eventsAfter(A, 0, 10));
      expect(rows.map(({ text, mac }) => [text, mac])).toEqual([
        ['', ''],
        [about('student/b'), 'mac'],
        ['', ''],
        ['', ''],
      ]);
      expect(rows[0]).toEqual(logRow(1, { text: '', mac: '' }));
      expect(await store.read((reading) => reading.covered(A, 'stream-one', 0, 9))).toEqual([
        [1, 3],
      ]);
    });

    test('the same id and variant cannot be stored twice', async () => {
      await store.write((writing) => writing.append(A, [logRow(1)]));
      await expect(
        store.write((writing) => writing.append(A, [logRow(2, { id: 'event-1' })])),
      ).rejects.toThrow(/unique/i);
    });

    test('covered ranges join slots, refused ones and lost ones, above a floor and up to a receipt', async () => {
      await store.write(async (writing) => {
        await writing.cover(A, [cover(1), cover(2), cover(4, 0), cover(7, 30), cover(9, 31)]);
        await writing.addLost(A, 'stream-one', [5, 6], 1);
        await writing.addLost(A, 'stream-one', [5, 5], 2);
        await writing.cover(A, [cover(3, 3, 'stream-two')]);
      });
      await store.read(async (reading) => {
        expect(await reading.covered(A, 'stream-one', 0, 9)).toEqual([
          [1, 2],
          [4, 7],
          [9, 9],
        ]);
        expect(await reading.covered(A, 'stream-one', 2, 9)).toEqual([
          [4, 7],
          [9, 9],
        ]);
        expect(await reading.covered(A, 'stream-one', 5, 1)).toEqual([[6, 7]]);
        expect(await reading.covered(A, 'stream-one', 0, 9, 2)).toEqual([
          [1, 2],
          [4, 6],
        ]);
        expect((await reading.refusedOf(A, 'stream-one', 5)).map(({ slot }) => slot)).toEqual([4]);
      });
    });

    test('a page holds what carries any of the tags, filtered before it is limited, each document once', async () => {
      await store.write((writing) =>
        writing.putDocuments(A, [
          ...Array.from({ length: 50 }, (_, i) => doc(`student/other-${i}`, i + 1, ['other'])),
          doc('student/a', 51, ['mine', 'also-mine']),
          doc('student/b', 52, ['also-mine']),
          doc('student/c', 52, ['mine']),
        ]),
      );
      await store.read(async (reading) => {
        const keys = async (tags: string[], after: number, limit: number): Promise<string[]> =>
          (await reading.page(A, tags, after, limit)).map(({ key }) => key);
        expect(await keys(['mine', 'also-mine'], 0, 10)).toEqual([
          'student/a',
          'student/b',
          'student/c',
        ]);
        expect(await keys(['mine', 'also-mine'], 0, 2)).toEqual(['student/a', 'student/b']);
        expect(await keys(['mine'], 51, 10)).toEqual(['student/c']);
        expect(
          (await reading.commitOf(A, ['mine', 'also-mine'], 52)).map(({ key }) => key),
        ).toEqual(['student/b', 'student/c']);
        expect(await reading.scopeSum(A, ['mine', 'also-mine'])).toEqual({ count: 3, sumSeq: 155 });
        expect(await reading.scopeSum(A, ['nobody'])).toEqual({ count: 0, sumSeq: 0 });
      });
    });

    test('a document that is put again has its new body, number and tags only', async () => {
      await store.write((writing) =>
        writing.putDocuments(A, [doc('group/g', 1, ['old', 'stays'])]),
      );
      await store.write((writing) =>
        writing.putDocuments(A, [doc('group/g', 2, ['new', 'stays'], '{"x":1}')]),
      );
      await store.read(async (reading) => {
        expect(await reading.documents(A, ['group/g'])).toEqual([
          doc('group/g', 2, ['new', 'stays'], '{"x":1}'),
        ]);
        expect(await reading.page(A, ['old'], 0, 9)).toEqual([]);
        expect(await reading.page(A, ['stays'], 1, 9)).toHaveLength(1);
      });
      await store.write((writing) => writing.removeDocuments(A, ['group/g']));
      await store.read(async (reading) => {
        expect(await reading.documentsOfKind(A, 'group')).toEqual([]);
        expect(await reading.scopeSum(A, ['new', 'stays'])).toEqual({ count: 0, sumSeq: 0 });
      });
    });

    test('keys are found by their beginning, and by nothing that only looks like it', async () => {
      const keys = ['progress/ab/c1', 'progress/ab/c2', 'progress/abc/c1', 'progress/a_/c1'];
      await store.write((writing) =>
        writing.putDocuments(
          A,
          keys.map((key) => doc(key, 1, [])),
        ),
      );
      const found = await store.read((reading) => reading.keysWithPrefix(A, 'progress/ab/'));
      expect([...found].toSorted()).toEqual(['progress/ab/c1', 'progress/ab/c2']);
    });

    test('issues are kept by receipt and counted by device', async () => {
      const issue = {
        state: 'held',
        code: 'bad-mac',
        detail: '',
        stream: 's',
        slot: 1,
        id: 'x',
        device: 'd1',
      } as const;
      await store.write(async (writing) => {
        await writing.putIssues(A, [
          { ...issue, receipt: 2 },
          { ...issue, receipt: 1, state: 'parked' },
        ]);
        await writing.putIssues(A, [
          { ...issue, receipt: 3 },
          { ...issue, receipt: 2, code: 'other' },
        ]);
        await writing.removeIssues(A, [3]);
      });
      await store.read(async (reading) => {
        expect((await reading.issues(A)).map(({ receipt, code }) => [receipt, code])).toEqual([
          [1, 'bad-mac'],
          [2, 'other'],
        ]);
        expect(await reading.heldCount(A, 'd1')).toBe(1);
        expect(await reading.issuesOfStream(A, 's', 1)).toHaveLength(1);
      });
    });

    test('a code is used once, and a nonce until its time runs out', async () => {
      await store.write((writing) =>
        writing.addCode(A, {
          hash: 'c',
          purpose: 'tablet',
          data: '["g"]',
          until: 10,
          usedAt: null,
        }),
      );
      const uses = [5, 6].map((at) => store.write((writing) => writing.useCode(A, 'c', at)));
      expect(await Promise.all(uses)).toEqual([true, false]);
      const nonce = (until: number, now: number): Promise<boolean> =>
        store.write((writing) => writing.useNonce(A, 'n', until, now));
      expect([await nonce(10, 1), await nonce(10, 2), await nonce(20, 11)]).toEqual([
        true,
        false,
        true,
      ]);
    });

    test('credentials and grants end and stay', async () => {
      const grant: GrantRow = {
        id: 'g',
        device: 'd',
        holder: 'class-tablet',
        member: null,
        scope: [asId<GroupId>('g1')],
        until: null,
        endedAt: null,
        key: 'k',
        issuedAt: 1,
      };
      await store.write(async (writing) => {
        await writing.addCredential(A, { tokenHash: 'h', device: 'd', issuedAt: 1, endedAt: null });
        await writing.addGrant(A, grant);
        await writing.addGrant(A, { ...grant, id: 'g2', scope: 'school' });
        await writing.endCredentials(A, 'd', 5);
        await writing.endGrants(A, 'd', 6);
        await writing.endGrants(A, 'd', 7);
      });
      await store.read(async (reading) => {
        expect(await reading.credential(A, 'h')).toMatchObject({ endedAt: 5 });
        expect(await reading.grants(A, ['g', 'g2', 'g3'])).toHaveLength(2);
        expect(await reading.grantsOfDevice(A, 'd')).toMatchObject([
          { scope: ['g1'], endedAt: 6 },
          { scope: 'school' },
        ]);
      });
    });

    test('a device keeps what the last exchange did not tell', async () => {
      await store.write(async (writing) => {
        await writing.addDevice(A, deviceRow('d'));
        await writing.noteDevice(A, {
          id: 'd',
          lastHeard: 50,
          waiting: 3,
          app: '1.0',
          skew: -12.5,
        });
        await writing.noteDevice(A, { id: 'd', lastHeard: 40, drafts: 1 });
      });
      const device = await store.read((reading) => reading.device(A, 'd'));
      expect(device).toEqual({
        ...deviceRow('d'),
        lastHeard: 50,
        waiting: 3,
        drafts: 1,
        app: '1.0',
        skew: -12.5,
      });
    });

    test('epochs come oldest first, and a commit is found by its number or a later one', async () => {
      const epoch = (name: string, from: number) => ({
        epoch: name,
        fromSeq: from,
        fromReceipt: from,
        startedAt: 1,
      });
      await store.write(async (writing) => {
        await writing.addEpoch(A, epoch('z', 0));
        await writing.addEpoch(A, epoch('a', 7));
        await writing.addCommit(A, { seq: 3, at: 100, receipt: 5 });
        await writing.addCommit(A, { seq: 6, at: 200, receipt: 9 });
      });
      await store.read(async (reading) => {
        expect((await reading.epochs(A)).map((row) => row.epoch)).toEqual(['z', 'a']);
        expect(await reading.commitAt(A, 5)).toEqual({ seq: 3, at: 100, receipt: 5 });
        expect(await reading.commitAt(A, 2)).toBeUndefined();
      });
    });

    test('settings belong to the server and can be taken away', async () => {
      await store.write((writing) => writing.setSetting('token', 'x'));
      expect(await store.read((reading) => reading.setting('token'))).toBe('x');
      await store.write((writing) => writing.setSetting('token', undefined));
      expect(await store.read((reading) => reading.setting('token'))).toBeUndefined();
    });

    if (reopen === undefined) return;
    test('what was written is there after closing and opening', async () => {
      await store.write((writing) => writing.append(A, [logRow(1)]));
      await store.derive((writing) => writing.putDocuments(A, [doc('school', 1, ['t'])]));
      await store.close();
      store = await reopen();
      await store.read(async (reading) => {
        expect(await reading.eventsAfter(A, 0, 9)).toEqual([logRow(1)]);
        expect(await reading.documents(A, ['school'])).toHaveLength(1);
      });
    });
  });
}
