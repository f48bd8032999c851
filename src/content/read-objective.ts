import type { RecordReader } from '#domain/kernel/read-record.ts';
import { familyOf } from '#domain/items/families.ts';
import { prepareRow } from '#domain/items/form.ts';
import type { CheckSpec, InterviewSpec, Method, Objective } from '#domain/model/course.ts';
import { asId, type ObjectiveId, type UnitId } from '#domain/model/ids.ts';
import type { Rule } from '#domain/rules/rule.ts';
import { scoreRuleOf } from '#domain/rules/score-rule.ts';
import type { PackObjective } from './pack.ts';
import { readLocalText, readLocalTexts } from './read-local-text.ts';
import { readRule } from './read-rule.ts';

/** Ids travel in keys and links: short, lower case, words joined by hyphens. */
export const ID = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/u;

const METHODS = ['check', 'interview', 'observation', 'passage', 'work'] as const;

/** Reads one objective. What concerns other objectives (prerequisites, places, units) is not looked at here. */
export function readObjective(read: RecordReader): PackObjective {
  const rule = readRule(read.within('rule'));
  const methods = read.words('methods', METHODS);
  const check = read.has('check') ? readCheck(read.within('check')) : undefined;
  const interview = read.has('interview') ? readInterview(read.within('interview')) : undefined;
  const objective: PackObjective = {
    id: asId<ObjectiveId>(read.text('id', ID)),
    unit: asId<UnitId>(read.text('unit', ID)),
    ...(read.has('concept') ? { concept: readLocalText(read, 'concept') } : {}),
    title: readLocalText(read, 'title'),
    ican: readLocalText(read, 'ican'),
    example: readLocalTexts(read, 'example', 1),
    rule,
    methods,
    ...(check === undefined ? {} : { check }),
    ...(interview === undefined ? {} : { interview }),
    prerequisites: read.texts('prerequisites').map((id) => asId<ObjectiveId>(id)),
    assumes: read.has('assumes') ? read.texts('assumes') : [],
    standards: read.texts('standards'),
    ...(read.has('retired') && read.boolean('retired') ? { retired: true } : {}),
  };
  checkMethods(read, objective);
  return objective;
}

function readCheck(read: RecordReader): CheckSpec {
  const family = read.text('family');
  const version = read.integer('version', 1, 1000);
  const params = read.raw('params');
  const row = prepareRow(family, version, params, familyOf);
  if (!row.ok) {
    const { code, path = '', detail = '' } = row.error;
    if (code === 'items.unknown-family') read.fail('family', detail, code);
    else read.fail(path === '' ? 'params' : `params.${path}`, detail, code);
  }
  return { family, version, params };
}

function readInterview(read: RecordReader): InterviewSpec {
  const things = read.has('things') ? read.list('things').map(readThing) : null;
  if (things !== null && new Set(things.map((one) => one.id)).size !== things.length) {
    read.fail('things', 'two things have the same id', 'pack.duplicate-id');
  }
  return {
    questions: readLocalTexts(read, 'questions', 1),
    counts: readLocalTexts(read, 'counts', 1),
    notYet: readLocalTexts(read, 'notYet', 1),
    ...(things === null ? {} : { things }),
  };
}

function readThing(read: RecordReader): NonNullable<InterviewSpec['things']>[number] {
  return { id: read.text('id', ID), name: readLocalText(read, 'name') };
}

/** A method and what it needs come together: a check with items and a score, an interview with questions. */
function checkMethods(read: RecordReader, objective: PackObjective): void {
  const { rule, methods, check, interview } = objective;
  const accepts = (method: Method): boolean => methods.includes(method);
  if (accepts('check') !== (check !== undefined))
    read.fail('check', 'a check and its method come together');
  if (accepts('interview') !== (interview !== undefined)) {
    read.fail('interview', 'an interview and its method come together');
  }
  if (check !== undefined && scoreRuleOf(rule) === null)
    read.fail('rule', 'a check needs a rule of type score');
  const needed = thingsNeeded(rule);
  const things = interview?.things?.length;
  if (things !== undefined && things < needed) {
    read.fail('interview.things', `the rule asks for ${needed} different things`);
  }
}

/** How many different things the rule asks for at most. */
function thingsNeeded(rule: Rule): number {
  if (rule.type === 'demonstrations') return rule.distinct === 'thing' ? rule.times : 0;
  if (rule.type === 'any') return Math.max(...rule.rules.map(thingsNeeded), 0);
  if (rule.type === 'parts')
    return Math.max(...rule.parts.map((part) => thingsNeeded(part.rule)), 0);
  return 0;
}

/** Leaves out what the domain does not read. */
export function withoutNotes(objective: PackObjective): Omit<Objective, 'rev'> {
  const { assumes: _, ...rest } = objective;
  return rest;
}
