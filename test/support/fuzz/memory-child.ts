/** Fuzzes in a process of its own and prints how much memory is in use after each part, as JSON: `[bytes, ...]`. */
import { runFuzz } from './run-fuzz.ts';

const PARTS = 6;
const requests = Number(process.argv[2] ?? 300);
const used: number[] = [];
const seed = Number(process.argv[3] ?? 1);

await runFuzz({
  requests,
  seed,
  every: {
    requests: Math.floor(requests / PARTS),
    call: () => {
      globalThis.gc?.();
      used.push(process.memoryUsage().heapUsed);
    },
  },
});
process.stdout.write(JSON.stringify(used));
