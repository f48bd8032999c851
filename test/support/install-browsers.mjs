// Installs what the tests drive, as a process of its own beside suites that need no browser. What could not be done is said when it is asked for.
import { ensureChromium, ensureShell } from './chromium.mjs';
import { ensureOtherEngines } from './engines.mjs';

try {
  ensureChromium();
  ensureShell();
} catch {
  process.exitCode = 1;
}
ensureOtherEngines();
