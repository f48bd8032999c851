/**
 * Looks at seeds by hand: `node test/model/one.ts 6` runs one and shrinks what fails, `node test/model/one.ts 6 40` runs forty from 6
 * on and says which fail. Prints histories as the data that seeds.ts takes.
 */
import { runModel, type Ran } from './run-model.ts';
import { failureText, tableOf } from './table.ts';

const [from = 1, seeds = 1] = process.argv.slice(2).map(Number);
const say = (ran: Ran): void => void process.stdout.write(`${failureText(ran)}\n`);
const ran = await runModel({
  seeds,
  from,
  shrink: seeds === 1,
  failed: (failure) =>
    say({ counts: {}, acknowledged: 0, lost: 0, doubled: 0, failures: [failure] }),
});
process.stdout.write(`${tableOf(ran, from)}\n`);
