/** How screens reach their records: the composition root opens the data and provides it here. */
import { createContext, use, type ReactNode } from 'react';
import { assert } from '#domain/kernel/assert.ts';
import type { DataServices } from './services.ts';

const ServicesContext = createContext<DataServices | null>(null);

export interface ServicesProviderProps {
  readonly services: DataServices;
  readonly children: ReactNode;
}

export function ServicesProvider({ services, children }: ServicesProviderProps) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

/** The services of this device. Outside the provider it is a bug and throws. */
export function useServices(): DataServices {
  const services = use(ServicesContext);
  assert(services !== null, 'screens stand inside ServicesProvider');
  return services;
}
