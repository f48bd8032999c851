/** From environment and arguments to one value. Bad settings are one clear line each, never a guess. */
import { err, ok, type Result } from '#domain/kernel/result.ts';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Where the second copy is kept, best on another disk; undefined: there is none. */
  readonly backupDir: string | undefined;
  /** `https://school.example`, without a trailing slash; undefined: the address that the server finds itself at. */
  readonly publicUrl: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** A school of invented people, in a folder of its own. */
  readonly demo: boolean;
  /** Where the built app lies. */
  readonly dist: string;
  readonly logLevel: 'error' | 'info' | 'debug';
}

type Env = Readonly<Record<string, string | undefined>>;

function portOf(text: string): Result<number, string> {
  const port = Number(text);
  const valid = /^\d{1,5}$/.test(text) && port <= 65_535;
  return valid ? ok(port) : err(`PORT must be a number from 0 to 65535, not "${text}".`);
}

/** An origin and nothing else: no path, no user, no query. Empty means: not set. */
function publicUrlOf(text: string): Result<string | undefined, string> {
  if (text === '') return ok(undefined);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url !== undefined && ['http:', 'https:'].includes(url.protocol);
  if (
    !plain ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.username !== '' ||
    url.hash !== ''
  ) {
    return err(`PUBLIC_URL must be like https://school.example, not "${text}".`);
  }
  return ok(url.origin);
}

/** A second copy inside the folder that it is a copy of, or around it, is lost together with it. */
function backupDirOf(
  text: string,
  root: string,
  dataDir: string,
): Result<string | undefined, string> {
  if (text === '') return ok(undefined);
  const folder = resolve(root, text);
  const [inside, around] = [relative(dataDir, folder), relative(folder, dataDir)];
  return isOutside(inside) && isOutside(around)
    ? ok(folder)
    : err('BACKUP_DIR must be another folder than DATA_DIR, best on another disk.');
}

const isOutside = (path: string): boolean => path.split(sep)[0] === '..' || isAbsolute(path);

/** @returns the settings, or one sentence for the person who starts the server */
export function readConfig(
  env: Env,
  args: readonly string[],
  root: string,
): Result<Config, string> {
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown !== undefined) return err(`Unknown argument "${unknown}". Known: --demo.`);
  const demo = args.includes('--demo');
  const port = portOf(env['PORT'] ?? '8787');
  if (!port.ok) return port;
  const publicUrl = publicUrlOf(env['PUBLIC_URL'] ?? '');
  if (!publicUrl.ok) return publicUrl;
  const cert = env['TLS_CERT'] ?? '';
  const key = env['TLS_KEY'] ?? '';
  if ((cert === '') !== (key === ''))
    return err('TLS_CERT and TLS_KEY belong together: set both or none.');
  if (cert !== '' && publicUrl.value?.startsWith('http:') === true) {
    return err('PUBLIC_URL must begin with https:// when TLS_CERT is set.');
  }
  const logLevel = env['LOG_LEVEL'] ?? 'info';
  if (logLevel !== 'error' && logLevel !== 'info' && logLevel !== 'debug') {
    return err(`LOG_LEVEL must be error, info or debug, not "${logLevel}".`);
  }
  const folder = resolve(root, env['DATA_DIR'] ?? 'data');
  const backupDir = backupDirOf(env['BACKUP_DIR'] ?? '', root, folder);
  if (!backupDir.ok) return backupDir;
  return ok({
    port: port.value,
    host: env['HOST'] ?? '0.0.0.0',
    dataDir: demo ? join(folder, 'demo') : folder,
    // Invented people need no second copy.
    backupDir: demo ? undefined : backupDir.value,
    publicUrl: publicUrl.value,
    tls: cert === '' ? undefined : { cert, key },
    demo,
    dist: resolve(root, env['DIST_DIR'] ?? 'dist'),
    logLevel,
  });
}
