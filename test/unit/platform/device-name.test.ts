import { expect, it } from 'vitest';
import { deviceName } from '#platform/device-name.ts';

it('a device gets a first name that people would give it', () => {
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15';
  expect(deviceName(mac, 5)).toBe('iPad');
  expect(deviceName(mac, 0)).toBe('Mac');
  expect(deviceName('Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)', 10)).toBe('Chromebook');
  expect(deviceName('Mozilla/5.0 (Linux; Android 13; Lenovo TB-X306F)', 10)).toBe('Android');
});
