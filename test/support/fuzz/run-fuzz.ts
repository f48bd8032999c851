/**
 * Sends a server what nobody should send, and holds it to four things: no failure of its own, a code or the nonce in every answer,
 * nothing changed by what was refused, and a good request is answered after all that.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import type { SchoolBody } from '#domain/model/documents.ts';
import { DATABASE } from '#server/data-folder.ts';
import { rescueOf } from '#test/support/rescue-files.ts';
import { checkEvent, makeClass } from '#test/support/server-class.ts';
import type { TestDevice } from '#test/support/server-device.ts';
import {
  enrolTablet,
  joinStaff,
  openTestServer,
  setUpSchool,
} from '#test/support/server-harness.ts';
import type { Reply } from '#test/support/server-transport.ts';
import { requestsTo, type FuzzRequest, type Knowledge } from './requests.ts';

export interface FuzzReport {
  readonly requests: number;
  readonly seed: number;
  /** How often each path was answered with each status. */
  readonly answers: ReadonlyMap<string, number>;
}

export interface FuzzOptions {
  readonly requests: number;
  readonly seed?: number;
  /** Called after each so many requests. */
  readonly every?: { readonly requests: number; readonly call: () => void };
}

const CHUNK = 100;

/** All rows of all tables, but for the nonces of signed requests: a request that was read is remembered though it is refused. */
function fingerprint(database: DatabaseSync): string {
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'nonces' ORDER BY name",
    )
    .all();
  const digest = createHash('sha256');
  for (const { name } of tables)
    for (const row of database.prepare(`SELECT * FROM "${String(name)}"`).iterate())
      digest.update(JSON.stringify(Object.values(row)));
  return digest.digest('hex');
}

/** The right that a request of staff names: its own device sends it, or it would never be read further. */
function grantOf({ path, body }: FuzzRequest): unknown {
  const named = path === '/api/staff' && typeof body === 'object' && body !== null;
  return named && 'grant' in body ? body.grant : undefined;
}

function checkAnswer(request: FuzzRequest, reply: Reply): void {
  const where = `${request.method} ${request.path}: ${reply.status} ${reply.text.slice(0, 200)}`;
  if (reply.status >= 500) throw new Error(`A failure of ours: ${where}`);
  const body = JSON.parse(reply.text) as {
    error?: { code?: string };
    nonce?: string;
    ok?: boolean;
  }; // the server's own
  if (reply.status !== 200) {
    if (!/^[a-z-]+$/.test(body.error?.code ?? '')) throw new Error(`No code: ${where}`);
    return;
  }
  if (request.path.startsWith('/api/health')) return;
  const sent =
    request.method === 'GET'
      ? new URL(request.path, 'http://x').searchParams.get('nonce')
      : (request.body as { nonce: string }).nonce; // it was read by the server
  if (body.nonce !== sent) throw new Error(`Another nonce: ${where}`);
}

async function prepare(path: string) {
  const server = await openTestServer({ path });
  const admin = await setUpSchool(server);
  const { group, students } = await makeClass(admin, 2);
  await server.settle();
  const tablet = await enrolTablet(server, admin, [group]);
  const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [group] });
  const ended = await enrolTablet(server, admin, [group]);
  const endedId = ended.enrolment?.device.id ?? '';
  await admin.staff({ action: 'end-device', device: endedId });
  await admin.pull();
  const key = admin.body<SchoolBody>('school')?.key ?? '';
  const row = checkEvent(tablet, students[0] ?? '');
  const rescue = await rescueOf(tablet, key, [
    [row],
    [
      { ...row, text: '{}' },
      { ...row, mac: '' },
    ],
  ]);
  const known = [admin, tablet, teacher, ended];
  const knowledge: Knowledge = {
    school: admin.school,
    devices: known.map(({ enrolment }) => enrolment?.device.id ?? ''),
    students,
    groups: [group],
    grants: known.flatMap(({ grant }) => grant ?? []),
    now: () => server.clock.now,
    sealed: rescue.lines,
  };
  return { server, admin, senders: [...known, server.newDevice()], knowledge };
}

/**
 * Throws at the first thing that should not have happened, with the seed that does it again. Nothing is made smaller: what a request
 * does depends on those before it.
 */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-fuzz-'));
  const path = join(folder, DATABASE);
  const { server, admin, senders, knowledge } = await prepare(path);
  const database = new DatabaseSync(path, { readOnly: true });
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  const answers = new Map<string, number>();
  let count = 0;
  let before = fingerprint(database);
  const cookies = new Map(senders.map((sender) => [sender, sender.cookie]));
  const send = async (anybody: TestDevice, request: FuzzRequest): Promise<void> => {
    const signer = senders.find(
      ({ grant }) => grant !== undefined && grant.id === grantOf(request),
    );
    const sender = signer ?? anybody;
    sender.cookie = cookies.get(sender) ?? '';
    const reply = await sender.send(request.method, request.path, request.body);
    const name = `${request.path.split('?')[0]} ${reply.status}`;
    answers.set(name, (answers.get(name) ?? 0) + 1);
    checkAnswer(request, reply);
    // Past the windows of the guards against guessing, so that what is behind them is reached.
    server.clock.now += 20_000;
    await server.settle();
    const after = fingerprint(database);
    if (reply.status !== 200 && after !== before)
      throw new Error('A refused request changed something');
    before = after;
    count += 1;
    if (options.every !== undefined && count % options.every.requests === 0) options.every.call();
  };
  try {
    const sent = fc.tuple(fc.constantFrom(...senders), requestsTo(knowledge));
    for (let from = 0; from < options.requests; from += CHUNK) {
      const numRuns = Math.min(CHUNK, options.requests - from);
      for (const [sender, request] of fc.sample(sent, { numRuns, seed: seed + from }))
        await send(sender, request).catch((error: unknown) => {
          const asked = JSON.stringify(request).slice(0, 2000);
          throw new Error(`Seed ${seed}, request ${count + 1}: ${asked}`, { cause: error });
        });
    }
    admin.cookie = cookies.get(admin) ?? '';
    await admin.push([admin.event('school.name', 'school', { set: 'After all', was: null })]);
    await server.settle();
    await admin.pull();
    if (admin.body<SchoolBody>('school')?.name !== 'After all')
      throw new Error('It does not work any more');
    const failures = server.lines.filter(
      (line) => line.includes('"error"') && line.includes('failed'),
    );
    if (failures.length > 0) throw new Error(`It failed in the background: ${failures[0]}`);
  } finally {
    database.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { requests: count, seed, answers };
}
