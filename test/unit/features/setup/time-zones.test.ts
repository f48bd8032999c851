import { expect, it } from 'vitest';
import { ownZone, zoneLabel, zones } from '#features/setup/time-zones.ts';

it('a time zone is found by its city', () => {
  expect(zoneLabel('America/Argentina/Buenos_Aires')).toBe('Buenos Aires (America, Argentina)');
  expect(zoneLabel('UTC')).toBe('UTC');
});

it('the zone of the device is always among those to choose from', () => {
  expect(zones()).toContain(ownZone());
  expect(new Set(zones()).size).toBe(zones().length);
});
