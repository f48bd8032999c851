import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Kind } from '#domain/model/event.ts';
import { useMay } from '#state/use-may.ts';
import { OtherRole } from '#ui/layout/other-role.tsx';

export interface ForRoleProps {
  /** What the page is for. */
  readonly kind: Kind;
  readonly children: ReactNode;
}

/** A page that is only for acting. No button leads there for whoever may not; an address that was typed by hand says so calmly. */
export function ForRole({ kind, children }: ForRoleProps) {
  const [, navigate] = useLocation();
  return useMay(kind) ? children : <OtherRole onGroups={() => navigate('/groups')} />;
}
