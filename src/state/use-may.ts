import { AUTHORITY } from '#domain/changes/authority.ts';
import type { Kind } from '#domain/model/event.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';

/**
 * Whether whoever is unlocked may do such a thing at all: a screen offers nothing that the school would hold. How far the right
 * reaches is not asked here: what is out of reach is not on the device.
 */
export function useMay(kind: Kind): boolean {
  return useMayDo()(kind);
}

/** The same, for a list of things. */
export function useMayDo(): (kind: Kind) => boolean {
  const session = useLive(useServices().session.current);
  return (kind) => session.state === 'unlocked' && AUTHORITY[kind][session.member.role] !== 'no';
}
