/** Waiting for the projection, for a while: where the disk is full nothing is folded, and nobody may wait for it for ever. */
import { isInTime } from '../in-time.ts';
import type { Projector } from './project.ts';

/** Shorter than devices and service managers wait. */
const PATIENCE_MS = 5000;

/** @returns whether everything that was stored before the call is folded */
export function foldedInTime({ drain }: Pick<Projector, 'drain'>): Promise<boolean> {
  return isInTime(drain(), PATIENCE_MS);
}
