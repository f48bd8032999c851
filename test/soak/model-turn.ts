/**
 * Histories of the model in a process of their own: `node test/soak/model-turn.ts FROM SEEDS FOR_MS`, the outcome as one line of JSON.
 * So that a turn can be killed, and begins with the same memory as every other one.
 */
import { runModel } from '#test/model/run-model.ts';

const [from = 1, seeds = 1, forMs = 30_000] = process.argv.slice(2).map(Number);
process.stdout.write(`${JSON.stringify(await runModel({ from, seeds, forMs }))}\n`);
