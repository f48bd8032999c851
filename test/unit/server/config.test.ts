import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';

const read = (env: Record<string, string>, args: string[] = []) => readConfig(env, args, '/app');

test('without settings the server listens on 8787 and keeps data beside the app', () => {
  expect(read({})).toMatchObject({
    ok: true,
    value: { port: 8787, dataDir: '/app/data', publicUrl: undefined, tls: undefined, demo: false },
  });
});

test('the demo has a folder of its own', () => {
  expect(read({}, ['--demo'])).toMatchObject({ value: { dataDir: '/app/data/demo', demo: true } });
  expect(read({ DATA_DIR: '/srv/school' }, ['--demo'])).toMatchObject({
    value: { dataDir: '/srv/school/demo' },
  });
});

test('a public address is an origin, without the slash', () => {
  expect(read({ PUBLIC_URL: 'https://school.example/' })).toMatchObject({
    value: { publicUrl: 'https://school.example' },
  });
});

test('a second copy is kept where BACKUP_DIR says, and not of the demo', () => {
  const second = { BACKUP_DIR: '/mnt/usb/school' };
  expect(read(second)).toMatchObject({ value: { backupDir: '/mnt/usb/school' } });
  expect(read({ BACKUP_DIR: '../backup' })).toMatchObject({ value: { backupDir: '/backup' } });
  expect(read({})).toMatchObject({ value: { backupDir: undefined } });
  expect(read(second, ['--demo'])).toMatchObject({ value: { backupDir: undefined } });
});

test.each([
  [{ BACKUP_DIR: 'data' }, 'BACKUP_DIR'],
  [{ BACKUP_DIR: 'data/copies' }, 'BACKUP_DIR'],
  [{ DATA_DIR: '/srv/school/data', BACKUP_DIR: '/srv/school' }, 'BACKUP_DIR'],
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ PUBLIC_URL: 'school.example' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://school.example/app' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'ftp://school.example' }, 'PUBLIC_URL'],
  [{ TLS_CERT: 'a.pem' }, 'TLS_CERT'],
  [{ TLS_KEY: 'a.pem' }, 'TLS_CERT'],
  [{ TLS_CERT: 'a.pem', TLS_KEY: 'b.pem', PUBLIC_URL: 'http://school.example' }, 'https'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
])('bad settings are one clear line: %j', (env, word) => {
  const config = read(env);
  expect(config).toMatchObject({ ok: false, error: expect.stringContaining(word) });
  expect(config.ok ? '' : config.error).not.toContain('\n');
});

test('an unknown argument is named', () => {
  expect(read({}, ['--dmeo'])).toMatchObject({
    ok: false,
    error: expect.stringContaining('--dmeo'),
  });
});
