/**
 * A child as a model: some ability, a speed, slips, and a misconception or two that fade with practice. Enough to make a
 * history that looks like a classroom; nothing of it is ever used to judge a real child.
 */
import { accepted } from '#domain/items/graders.ts';
import type { Form } from '#domain/items/form.ts';
import type { Item } from '#domain/items/item.ts';
import { pick, type Random } from '#domain/kernel/random.ts';
import type { CheckBody } from '#domain/model/event.ts';

export interface Learner {
  /** Logits above the middle of the group. */
  readonly ability: number;
  /** Seconds an item of ordinary difficulty takes. */
  readonly pace: number;
  /** Gain in logits by one more attempt at the same objective. */
  readonly learning: number;
}

/** A number around 0 with a spread of about 1: the sum of twelve uniform ones. */
function bell(random: Random): number {
  return Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6);
}

export function makeLearner(random: Random): Learner {
  return {
    ability: 0.2 + bell(random) * 0.9,
    pace: 6 * Math.exp(bell(random) * 0.3),
    learning: 0.3 + Math.abs(bell(random)) * 0.3,
  };
}

/** A wrong answer: most often one that a known misconception gives, else a slip by one. */
function wrongAnswer(random: Random, item: Item): string {
  if (item.traps.length > 0 && random() < 0.75) return pick(random, item.traps).value;
  const right = accepted(item.answer);
  const number = Number(right);
  if (!Number.isInteger(number)) return right === 'true' ? 'false' : 'true';
  return String(Math.max(0, number + (random() < 0.5 ? 1 : -1)));
}

export interface TakenCheck {
  readonly answers: CheckBody['answers'];
  readonly correct: number;
  readonly activeMs: number;
}

/**
 * @param difficulty logits of the objective @param attempt how often it was tried before
 */
export function takeCheck(
  random: Random,
  learner: Learner,
  form: Form,
  difficulty: number,
  attempt: number,
): TakenCheck {
  const skill = learner.ability + learner.learning * attempt - difficulty;
  const right = 1 / (1 + Math.exp(-(skill + 1.4)));
  let correct = 0;
  const answers = form.items.map((item, i) => {
    const isRight = random() < right;
    if (isRight) correct += 1;
    const seconds =
      learner.pace * (1 + Math.max(0, difficulty) * 0.5) * Math.exp(bell(random) * 0.35);
    const raw = isRight ? accepted(item.answer) : wrongAnswer(random, item);
    return { key: String(i + 1), raw, ms: Math.round(seconds * 1000) };
  });
  return { answers, correct, activeMs: answers.reduce((sum, { ms }) => sum + ms, 0) };
}

/** Whether an oral demonstration succeeds. */
export function speaksWell(
  random: Random,
  learner: Learner,
  difficulty: number,
  attempt: number,
): boolean {
  const skill = learner.ability + learner.learning * attempt - difficulty;
  return random() < 1 / (1 + Math.exp(-skill));
}
