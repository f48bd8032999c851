/** Plants every bug of planted.ts and prints after how many histories the model found it: `node test/model/find-planted.ts [most]
 * [part of a name]`. */
import { findPlanted, PLANTED } from './planted.ts';

const most = Number(process.argv[2] ?? 60);
const named = process.argv[3] ?? '';
for (const bug of PLANTED.filter(({ name }) => name.includes(named))) {
  const { name, after, fault } = await findPlanted(bug, most).catch((error: unknown) => ({
    name: bug.name,
    after: 0,
    fault: String(error),
  }));
  process.stdout.write(`| ${name} | ${after ?? 'not found'} | ${fault.slice(0, 120)} |\n`);
}
