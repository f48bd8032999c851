import { readRecord, type RecordReader } from '#domain/kernel/read-record.ts';
import { err, fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { asId, type CourseId, type UnitId } from '#domain/model/ids.ts';
import type { Course, Unit } from '#domain/model/course.ts';
import { checkForms } from './check-forms.ts';
import type { LoadedPack, PackObjective } from './pack.ts';
import { readLocalText } from './read-local-text.ts';
import { ID, readObjective, withoutNotes } from './read-objective.ts';
import { readShare } from './read-rule.ts';
import { revisionOf } from './revision.ts';

export interface LoadOptions {
  /** Also build forms of every check and hold the `fresh` claims against a search: seconds instead of milliseconds. */
  readonly deep?: boolean;
}

/**
 * Reads a course pack from `unknown`. A bad pack is refused with the path of the first fault found, such as
 * `objectives[3].rule.correct`, and with the id of the objective in `detail`. Codes: `value.*` (shape, type, range, unknown field), `items.unknown-family`,
 * `pack.duplicate-id`, `pack.unknown-unit`, `pack.empty-unit`, `pack.unknown-prerequisite`, `pack.prerequisite-cycle`,
 * `pack.form-impossible`, `pack.fresh-unreachable` (the last two with `deep`).
 */
export function loadPack(value: unknown, options: LoadOptions = {}): Result<LoadedPack, Fault> {
  const read = readRecord(value);
  const units = read.list('units').map(readUnit);
  const objectives = read.list('objectives').map(readObjective);
  const head = {
    id: asId<CourseId>(read.text('id', ID)),
    version: read.integer('version', 1, 1_000_000),
    subject: readLocalText(read, 'subject'),
    title: readLocalText(read, 'title'),
    ...(read.has('timer') ? { timer: read.oneOf('timer', ['hidden']) } : {}),
    ...(read.has('voice') ? { voice: read.oneOf('voice', ['everyone']) } : {}),
  };
  const found = read.fault() ?? faultAmong(units, objectives);
  if (found !== null) return err(named(found, objectives));
  const course: Course = {
    ...head,
    units,
    objectives: objectives.map((one) => ({ ...withoutNotes(one), rev: revisionOf(one) })),
  };
  const deep = options.deep === true ? checkForms(course) : null;
  if (deep !== null) return err(named(deep, objectives));
  return ok({ course, assumes: new Map(objectives.map((one) => [one.id, one.assumes ?? []])) });
}

/** A fault of an objective with its id before the detail: a path of numbers says little to whoever wrote the pack. */
function named(found: Fault, objectives: readonly PackObjective[]): Fault {
  const place = /^objectives\[(\d+)\]/u.exec(found.path ?? '')?.[1];
  const id = place === undefined ? '' : (objectives[Number(place)]?.id ?? '');
  if (id === '') return found;
  return { ...found, detail: (found.detail ?? '') === '' ? id : `${id}: ${found.detail}` };
}

function readUnit(read: RecordReader): Unit {
  return {
    id: asId<UnitId>(read.text('id', ID)),
    title: readLocalText(read, 'title'),
    ...(read.has('seal') ? { seal: readShare(read.within('seal')) } : {}),
  };
}

/** What has to hold between the units and objectives of one pack, each of which is sound in itself. */
function faultAmong(units: readonly Unit[], objectives: readonly PackObjective[]): Fault | null {
  return (
    duplicate(units, 'units') ??
    duplicate(objectives, 'objectives') ??
    misplaced(units, objectives) ??
    unknownPrerequisite(objectives) ??
    cycle(objectives)
  );
}

function duplicate(list: readonly { readonly id: string }[], name: string): Fault | null {
  const place = list.findIndex(({ id }, i) => list.findIndex((one) => one.id === id) < i);
  return place === -1 ? null : { code: 'pack.duplicate-id', path: `${name}[${place}].id` };
}

function misplaced(units: readonly Unit[], objectives: readonly PackObjective[]): Fault | null {
  const lost = objectives.findIndex((one) => !units.some((unit) => unit.id === one.unit));
  if (lost !== -1) return { code: 'pack.unknown-unit', path: `objectives[${lost}].unit` };
  const empty = units.findIndex((unit) => !objectives.some((one) => one.unit === unit.id));
  return empty === -1 ? null : { code: 'pack.empty-unit', path: `units[${empty}]` };
}

function unknownPrerequisite(objectives: readonly PackObjective[]): Fault | null {
  const ids = new Set<string>(objectives.map((one) => one.id));
  for (const [i, { prerequisites, assumes = [] }] of objectives.entries()) {
    const unknown = prerequisites.findIndex((id) => !ids.has(id));
    if (unknown !== -1) {
      return {
        code: 'pack.unknown-prerequisite',
        path: `objectives[${i}].prerequisites[${unknown}]`,
      };
    }
    // What stands in this course can be asked for: assuming it would leave the gate open by mistake.
    const inside = assumes.findIndex((id) => ids.has(id));
    if (inside !== -1) {
      return {
        code: 'value.bad',
        path: `objectives[${i}].assumes[${inside}]`,
        detail: 'it is in this course',
      };
    }
  }
  return null;
}

/** Takes away, again and again, what needs nothing more; what stays needs itself. */
function cycle(objectives: readonly PackObjective[]): Fault | null {
  let rest = objectives.map((one, place) => ({ one, place }));
  for (;;) {
    const waiting = new Set<string>(rest.map(({ one }) => one.id));
    const next = rest.filter(({ one }) => one.prerequisites.some((id) => waiting.has(id)));
    if (next.length === rest.length) break;
    rest = next;
  }
  const [first] = rest;
  return first === undefined
    ? null
    : { code: 'pack.prerequisite-cycle', path: `objectives[${first.place}].prerequisites` };
}

/**
 * Holds a new edition against the one before it: same course, a higher version, and every objective still at its place.
 * Faults: `pack.other-course`, `pack.version-not-higher`, `pack.objective-moved` with the path of the place.
 */
export function checkSuccessor(before: Course, after: Course): Result<Course, Fault> {
  if (after.id !== before.id) return fault('pack.other-course', 'id');
  if (after.version <= before.version) return fault('pack.version-not-higher', 'version');
  const moved = before.objectives.findIndex((one, place) => after.objectives[place]?.id !== one.id);
  return moved === -1 ? ok(after) : fault('pack.objective-moved', `objectives[${moved}].id`);
}
