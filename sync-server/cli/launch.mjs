// `npm start`: makes everything ready, then runs the server on the pinned Node and passes on arguments, signals and the exit code.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, ensureModules, pinnedNode, ROOT } from './ready.mjs';

ensureModules();
ensureBuild();

const server = spawn(
  pinnedNode(),
  [join(ROOT, 'sync-server', 'main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
// Ctrl-C reaches the whole group, and npm passes a signal on as well: the server hears it twice at most, this process never dies first.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => server.kill(signal));
}
server.on('error', (error) => {
  process.stderr.write(`The server could not be started: ${error.message}\n`);
  process.exitCode = 1;
});
server.on('exit', (code, signal) => {
  process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1);
});
