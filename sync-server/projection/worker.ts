/** The start of a projector's thread. */
import { keepCompiled } from '../compile-cache.ts';

keepCompiled();
await import('./run-worker.ts');
