/** Entries that the school keeps and does not count, for tests of screens. */
import { ENVELOPE_VERSION } from '#protocol/version.ts';
import type { HeldAnswer } from '#protocol/staff-request.ts';

export type HeldEntry = HeldAnswer['events'][number];

/** @param body of the kind, as it was sent */
export function heldEntry(part: Partial<HeldEntry> = {}, body: unknown = {}): HeldEntry {
  const { id = 'AAAAAAAAAAAAAAAAAAAAAA', kind = 'student.rename' } = part;
  const { about = 'student/nobody', by = 'member/nobody', moment = 0 } = part;
  const envelope = {
    v: ENVELOPE_VERSION,
    id,
    type: /^(?:check|interview)/.test(kind) ? 'attempt' : 'change',
    kind,
    kv: 1,
    school: 'school-1',
    about,
    by,
    grant: 'grant-1',
    refs: [],
    at: moment,
    mono: 0,
    boot: 'boot',
    skew: 0,
    seen: '1.1',
    app: 'test',
    body,
    sealed: '',
  };
  return {
    id,
    state: 'held',
    code: 'out-of-scope',
    kind,
    about,
    by,
    device: 'tablet',
    deviceName: 'Tablet 1',
    moment,
    receivedAt: moment,
    text: JSON.stringify(envelope),
    ...part,
  };
}
