/** What the figures were taken on. */
import { cpus, loadavg, totalmem, release } from 'node:os';

/** How long a fixed sum takes here, ms: the median of seven. Two machines, or two moments, are compared by it. */
export function spin(): number {
  const runs = Array.from({ length: 7 }, () => {
    const from = performance.now();
    let sum = 0;
    for (let i = 0; i < 5e6; i += 1) sum = (sum + Math.imul(i, 2_654_435_761)) >>> 1;
    return performance.now() - from + (sum === 1 ? 1 : 0);
  });
  return runs.toSorted((a, b) => a - b)[3] ?? Number.NaN;
}

export function describeMachine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    load: loadavg().map((load) => Number(load.toFixed(1))),
    spinMs: Number(spin().toFixed(1)),
  };
}
