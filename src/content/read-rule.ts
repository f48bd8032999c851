import { unreachable } from '#domain/kernel/assert.ts';
import type { RecordReader } from '#domain/kernel/read-record.ts';
import type { PartsRule, Rule, ScoreRule, ShareRule } from '#domain/rules/rule.ts';
import { readLocalText, readLocalTexts } from './read-local-text.ts';

const TYPES = ['score', 'demonstrations', 'consistently', 'rate', 'level', 'parts', 'any'] as const;

/** The limits of a check in minutes: shorter hurries a child, longer is no check any more (the table of objectives). */
const MINUTES = { min: 3, max: 20 };

/** A rule inside a rule inside a rule: nobody could read that aloud. */
const DEEPEST = 3;

/** Reads a rule; every number has to lie in a range that can be met. Faults stay in the reader. */
export function readRule(read: RecordReader, depth = 1): Rule {
  const type = read.oneOf('type', TYPES);
  switch (type) {
    case 'score':
      return readScore(read);
    case 'demonstrations':
      return {
        type,
        times: read.integer('times', 1, 20),
        distinct: read.oneOf('distinct', ['day', 'thing', 'occasion', 'none']),
      };
    case 'consistently':
      return { type, days: read.integer('days', 1, 60) };
    case 'rate': {
      const compare = read.oneOf('compare', ['more', 'at-least']);
      const opportunities = read.has('opportunities')
        ? read.integer('opportunities', 1, 200)
        : null;
      // More than 100 percent of anything cannot happen.
      const percent = read.integer('percent', 1, compare === 'more' ? 99 : 100);
      return { type, percent, compare, ...(opportunities === null ? {} : { opportunities }) };
    }
    case 'level': {
      const levels = read.integer('levels', 2, 10);
      const level = read.integer('level', 1, levels);
      const criteria = readLocalTexts(read, 'criteria', 1);
      const share = read.has('share') ? read.integer('share', 1, 100) : null;
      return { type, level, levels, criteria, ...(share === null ? {} : { share }) };
    }
    case 'parts':
      return readParts(read, depth);
    case 'any': {
      const list = read.list('rules');
      if (list.length < 2) read.fail('rules', 'a choice has at least two rules');
      return {
        type,
        rules: nested(read, 'rules', depth) ? list.map((one) => readRule(one, depth + 1)) : [],
      };
    }
    default:
      return unreachable(type);
  }
}

function readScore(read: RecordReader): ScoreRule {
  const of = read.integer('of', 1, 50);
  const correct = read.integer('correct', 1, of);
  const minutes = read.has('minutes') ? read.integer('minutes', MINUTES.min, MINUTES.max) : null;
  return { type: 'score', correct, of, ...(minutes === null ? {} : { minutes }) };
}

function readParts(read: RecordReader, depth: number): PartsRule {
  const list = read.list('parts');
  if (list.length < 2) read.fail('parts', 'at least two parts are expected');
  if (!nested(read, 'parts', depth)) return { type: 'parts', parts: [] };
  const seen = new Set<string>();
  const parts = list.map((part) => {
    const id = part.text('id', /^[a-z0-9]+(-[a-z0-9]+)*$/u);
    if (seen.has(id)) part.fail('id', `the part ${id} is there twice`, 'pack.duplicate-id');
    seen.add(id);
    return {
      id,
      name: readLocalText(part, 'name'),
      rule: readRule(part.within('rule'), depth + 1),
    };
  });
  return { type: 'parts', parts };
}

function nested(read: RecordReader, name: string, depth: number): boolean {
  if (depth < DEEPEST) return true;
  read.fail(name, `rules are nested at most ${DEEPEST} deep`);
  return false;
}

/** Reads the rule of a unit. */
export function readShare(read: RecordReader): ShareRule {
  return { type: read.oneOf('type', ['share']), percent: read.integer('percent', 1, 100) };
}
