/** The suite of the model, in two files so that it runs on two cores. */
import { expect, test } from 'vitest';
import { runModel } from './run-model.ts';
import { failureText, tableOf } from './table.ts';

const SEEDS = 110;
/** On a machine that does ten other things as well. */
const FOR_MS = 240_000;
const LEAST = 50;

export function modelSuite(from: number): void {
  test('no event is lost or doubled in whatever history, and every device comes to show what the school has', async () => {
    const ran = await runModel({ seeds: SEEDS, from, forMs: FOR_MS, endAtFailure: true });
    process.stdout.write(`${tableOf(ran, from)}\n`);
    expect(failureText(ran)).toBe('');
    expect(ran).toMatchObject({ lost: 0, doubled: 0 });
    expect(ran.counts['seeds']).toBeGreaterThanOrEqual(LEAST);
  });
}
