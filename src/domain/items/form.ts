import { canonicalJson, textHash } from '../kernel/content-hash.ts';
import { seededRandom } from '../kernel/random.ts';
import { fault, ok, type Fault, type Result } from '../kernel/result.ts';
import type { FormParams } from './blueprint.ts';
import { candidatesOf, type Candidates } from './candidates.ts';
import { chooseItems, NO_BAN, siblingOf, type Ban } from './choose-items.ts';
import type { Candidate, Family, FamilyLookup } from './family.ts';
import { accepted } from './graders.ts';
import type { Item } from './item.ts';

/** Everything that a form depends on: equal requests give equal forms, on every machine, for ever. */
export interface FormRequest {
  readonly objectiveId: string;
  readonly family: string;
  readonly version: number;
  readonly params: unknown;
  readonly count: number;
  readonly seed: string;
  /** Identities of the items of earlier forms, oldest form first. As many forms count as the row's `fresh` claims. */
  readonly avoid: readonly string[];
  /** Places (from 0) whose item was exchanged for a sibling, in the order in which that happened. */
  readonly replaced?: readonly number[];
}

/** The items of one check in the order in which they are asked; item i answers to the key `String(i + 1)`. */
export interface Form {
  readonly items: readonly Item[];
  /** Names the form by what is asked and what is right, not by wording: a better translation changes nothing. */
  readonly hash: string;
}

/** A row made ready: parsed at once, listed or surveyed when the first form is asked for. */
export interface PreparedRow {
  readonly form: FormParams;
  candidates(): Candidates;
}

/**
 * Builds the form of a request with the families at hand. Faults: `items.unknown-family`, `value.*` (with the path inside params),
 * `form.bad-count`, and `form.impossible` (the objective's id in `detail`) when the row cannot give such a form.
 */
export function buildForm(request: FormRequest, families: FamilyLookup): Result<Form, Fault> {
  const { objectiveId, family, version, count, seed, avoid } = request;
  if (!Number.isInteger(count) || count < 1 || count > 50) return fault('form.bad-count', 'count');
  const row = prepareRow(family, version, request.params, families);
  if (!row.ok) return row;
  const { form } = row.value;
  const candidates = row.value.candidates();
  const random = seededRandom(`${objectiveId} ${family}@${version} ${seed}`);
  for (const ban of bansOf(avoid, count, form, candidates)) {
    const chosen = chooseItems(candidates, count, random, ban);
    if (chosen === null) continue;
    exchange(chosen, request, candidates, ban);
    return ok(formOf(chosen.map((one) => one.build())));
  }
  return fault('form.impossible', undefined, objectiveId);
}

/** Puts siblings in the places of `replaced`, one after the other. */
function exchange(
  chosen: Candidate[],
  { objectiveId, family, version, seed, replaced = [] }: FormRequest,
  candidates: Candidates,
  ban: Ban,
): void {
  const shown = new Set(chosen.map(({ identity }) => identity));
  for (const [time, place] of replaced.entries()) {
    const random = seededRandom(`${objectiveId} ${family}@${version} ${seed} sibling ${time}`);
    const sibling = siblingOf(candidates, chosen, place, shown, random, ban);
    if (sibling === null) continue;
    shown.add(sibling.identity);
    chosen[place] = sibling;
  }
}

function formOf(items: readonly Item[]): Form {
  // A list of lists of texts is canonical as it is: this is `contentHash` without its walk.
  const named = JSON.stringify(items.map((item) => [item.identity, accepted(item.answer)]));
  return { items, hash: textHash(named) };
}

/** A form of the first `count` items of another (they stand in an order of chance). Fault `form.bad-count`. */
export function beginningOf({ items }: Form, count: number): Result<Form, Fault> {
  return count >= 1 && count <= items.length
    ? ok(formOf(items.slice(0, count)))
    : fault('form.bad-count', 'count');
}

/** What a later form has to avoid of this one: send these back as `avoid`, oldest form first. */
export function identitiesOf(form: Form): string[] {
  return form.items.map((item) => item.identity);
}

/**
 * Bans to try in turn. First the items of the last `fresh.items - 1` forms and the twins of the last `fresh.twins - 1`.
 * In a small pool the forms before can have been such that nothing is left; then twins may come back, then the fewest
 * possible of the older forms, then of the last one too: a child is never told that there is no check left. A census row
 * claims nothing, so that nothing is banned there.
 */
function* bansOf(
  avoid: readonly string[],
  count: number,
  form: FormParams,
  candidates: Candidates,
): Iterable<Ban> {
  const none = NO_BAN.identities;
  const last = (forms: number): readonly string[] => (forms > 0 ? avoid.slice(-forms * count) : []);
  const all = new Set(last(form.fresh.items - 1));
  if (all.size === 0) {
    yield NO_BAN;
    return;
  }
  const twins = new Set(last(form.fresh.twins - 1).flatMap((one) => candidates.twinOf(one) ?? []));
  if (twins.size > 0) yield { identities: all, twins, unwanted: none };
  yield { identities: all, twins: none, unwanted: none };
  if (form.fresh.items > 2) yield { identities: new Set(last(1)), twins: none, unwanted: all };
  yield { identities: none, twins: none, unwanted: all };
}

/** Rows that were prepared before, by the parameters object where it is the same one, else by its text. */
const byObject = new WeakMap<object, Map<string, Result<PreparedRow, Fault>>>();
const byText = new Map<string, Result<PreparedRow, Fault>>();
/** More rows than all courses hold. What comes from outside (an old event, a bad pack) cannot fill the memory. */
const KEPT_ROWS = 512;

/** Parses the parameters of a row and lists what it can ask. Remembered: the same row costs nothing the second time. */
export function prepareRow(
  family: string,
  version: number,
  params: unknown,
  families: FamilyLookup,
): Result<PreparedRow, Fault> {
  if (typeof params !== 'object' || params === null) return fault('value.not-an-object', '');
  const name = `${family}@${version}`;
  const known = byObject.get(params) ?? new Map<string, Result<PreparedRow, Fault>>();
  byObject.set(params, known);
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const found = families(family, version);
  // Not remembered: a device may load it later.
  if (!found.ok) return found;
  const text = `${name} ${canonicalJson(params)}`;
  const prepared = byText.get(text) ?? prepare(found.value, params);
  if (byText.size >= KEPT_ROWS) byText.clear();
  byText.set(text, prepared);
  known.set(name, prepared);
  return prepared;
}

function prepare(family: Family, params: unknown): Result<PreparedRow, Fault> {
  const source = family.parse(params);
  if (!source.ok) return source;
  let known: Candidates | null = null;
  const candidates = (): Candidates => (known ??= candidatesOf(source.value));
  return ok({ form: source.value.form, candidates });
}
