/**
 * The server's chance and its slow hash in the hands of the model: random bytes come from the seed, so that a seed is one
 * history, and scrypt takes one round, so that a sign-in takes no tenth of a second. Only while a model world is open.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { fillRandom, type Random } from './random.ts';

type Done = (error: Error | null, key: Buffer) => void;

const real = {
  randomBytes: crypto.randomBytes,
  randomInt: crypto.randomInt,
  scrypt: crypto.scrypt,
};

/** Until the function that it gives is called. */
export function takeOverChance(random: Random): () => void {
  const replaced = {
    randomBytes: (size: number) => fillRandom(Buffer.alloc(size), random),
    randomInt: (below: number) => Math.floor(random() * below),
    scrypt: (secret: string, salt: Buffer, length: number, _cost: unknown, done: Done) => {
      const key = crypto.createHmac('sha256', salt).update(secret).digest().subarray(0, length);
      queueMicrotask(() => done(null, key));
    },
  };
  Object.assign(crypto, replaced);
  syncBuiltinESMExports();
  return () => {
    Object.assign(crypto, real);
    syncBuiltinESMExports();
  };
}
