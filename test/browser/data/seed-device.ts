/** Makes this browser a class tablet without asking a server: keys of our own in the keyring. */
import { openKeyring } from '#data/keyring.ts';
import { importMacKey } from '#platform/crypto.ts';

export const KEY = 'q'.repeat(42) + 'A';

export async function seedTablet(name: string): Promise<void> {
  const keyring = await openKeyring(`${name}-keys`);
  if (!keyring.ok) throw new Error(keyring.error.code);
  const key = await importMacKey(KEY);
  const school = { id: 'school-1', name: 'Oak School', timeZone: 'UTC', language: 'en' } as const;
  await keyring.value.write([
    {
      name: 'device',
      value: { id: 'device-1', kind: 'class-tablet', name: 'Tablet 1', school, key },
    },
    { name: 'tablet', value: { grant: 'grant-1', groups: ['group-1'], key } },
  ]);
  keyring.value.close();
}
