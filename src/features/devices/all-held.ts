/** All entries that do not count, also where there are more than one answer lists. */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { StaffService } from '#data/services.ts';
import type { HeldAnswer } from '#protocol/staff-request.ts';
import type { HeldEntry } from './held-export.ts';

/**
 * Asks on from an answer until there are no more. Faults as `held`.
 * @param first what is on screen
 */
export async function allHeld(
  held: StaffService['held'],
  first: Pick<HeldAnswer, 'events' | 'more'>,
): Promise<Result<readonly HeldEntry[], Fault>> {
  const all: HeldEntry[] = [...first.events];
  const known = new Set(all.map(({ id }) => id));
  for (let { more } = first; more;) {
    const answer = await held(all.at(-1));
    if (!answer.ok) return answer;
    const others = answer.value.events.filter(({ id }) => !known.has(id));
    for (const entry of others) known.add(entry.id);
    all.push(...others);
    // A server of before answers with the newest again.
    more = answer.value.more && others.length > 0;
  }
  return ok(all);
}
