import type { DataServices } from '#data/services.ts';

/** A grown-up who let a child in does not leave staff pages open behind them. On a device of staff nothing is locked. */
export function lockClassTablet({ session }: Pick<DataServices, 'session'>): void {
  const current = session.current.get();
  if ('device' in current && current.device.kind === 'class-tablet') session.lock();
}
