import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import { useDurations } from '#ui/i18n/use-durations.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { compareBuild, versionOf } from './app-version.ts';
import { clockError, shelfOf, type Device } from './device-order.ts';
import { keepingOf } from './device-storage.ts';

export interface DeviceFact {
  readonly id: 'heard' | 'ended' | 'waiting' | 'drafts' | 'aside' | 'storage' | 'clock' | 'app';
  /** amber: worth a look. red: somebody has to act. */
  readonly tone: 'plain' | 'soft' | 'amber' | 'red';
  readonly text: string;
}

/** What a device said of itself at its last exchange, one plain sentence a fact. */
export function useDeviceFacts(
  now: number,
  timeZone: string | undefined,
): (device: Device) => readonly DeviceFact[] {
  const { t } = useLingui();
  const { ago } = useDurations();
  const { dayTime } = useFormatters(timeZone);
  const storage = useStorageFact();
  const clock = useClockFact();
  const app = useAppFact();
  return (device) => {
    const { waiting, drafts, aside, endedAt } = device;
    const heard = ago(now - device.lastHeard);
    const ended = endedAt === null ? '' : dayTime(endedAt);
    const facts: readonly (DeviceFact | null)[] = [
      {
        id: 'heard',
        tone: shelfOf(device, now) === 'quiet' ? 'amber' : 'plain',
        text: t`Last heard ${heard}`,
      },
      endedAt === null
        ? null
        : { id: 'ended', tone: 'plain', text: t`Its rights ended on ${ended}` },
      aside === 0
        ? null
        : {
            id: 'aside',
            tone: 'red',
            text: t`${plural(aside, { one: '# result is not saved there: its browser could not write it. Keep its page open and make room.', other: '# results are not saved there: its browser could not write them. Keep its page open and make room.' })}`,
          },
      waiting === 0
        ? { id: 'waiting', tone: 'plain', text: t`Nothing waits on it` }
        : {
            id: 'waiting',
            tone: 'amber',
            text: t`${plural(waiting, { one: '# result waits on it', other: '# results wait on it' })}`,
          },
      drafts === 0
        ? null
        : {
            id: 'drafts',
            tone: 'plain',
            text: t`${plural(drafts, { one: '# check is running on it', other: '# checks are running on it' })}`,
          },
      clock(device),
      storage(device),
      app(device),
    ];
    return facts.filter((fact) => fact !== null);
  };
}

function useClockFact(): (device: Device) => DeviceFact | null {
  const { t } = useLingui();
  const { length } = useDurations();
  return (device) => {
    const error = clockError(device);
    if (error === 0) return null;
    const much = length(Math.abs(error));
    const text = error > 0 ? t`Its clock is ${much} fast` : t`Its clock is ${much} slow`;
    return { id: 'clock', tone: 'amber', text };
  };
}

function useStorageFact(): (device: Device) => DeviceFact {
  const { t } = useLingui();
  const { number } = useFormatters();
  const megabytes = (bytes: number) => number(Math.max(1, Math.round(bytes / 1_000_000)));
  return (device) => {
    const keeping = keepingOf(device.storage);
    const fact = (tone: DeviceFact['tone'], text: string): DeviceFact => ({
      id: 'storage',
      tone,
      text,
    });
    switch (keeping.state) {
      case 'unknown':
        return fact('soft', t`How long its browser keeps the data is not known`);
      case 'temporary':
        return fact(
          'amber',
          t`A guest or private profile: what is on it is erased at sign-out of the computer`,
        );
      case 'almost-full': {
        const [usage, quota] = [megabytes(keeping.usage), megabytes(keeping.quota)];
        return fact('amber', t`Almost full: ${usage} of ${quota} MB`);
      }
      case 'promised':
        return fact('soft', t`Its browser has promised to keep the data`);
      case 'may-erase':
        return fact(
          device.waiting > 0 ? 'amber' : 'soft',
          t`Its browser may erase the data when room gets short`,
        );
      default:
        return unreachable(keeping);
    }
  };
}

/** Compared with the app on this screen, which may itself be the older one. */
function useAppFact(): (device: Device) => DeviceFact | null {
  const { t } = useLingui();
  return ({ app }) => {
    if (app === '') return null;
    const [theirs, ours] = [versionOf(app), versionOf(__APP_BUILD__)];
    switch (compareBuild(app, __APP_BUILD__)) {
      case 'same':
        return { id: 'app', tone: 'soft', text: t`Version ${theirs}` };
      case 'older':
        return {
          id: 'app',
          tone: 'amber',
          text: t`Has an older app: version ${theirs}, here ${ours}`,
        };
      case 'newer':
        return {
          id: 'app',
          tone: 'soft',
          text: t`Has a newer app: version ${theirs}, here ${ours}`,
        };
      case 'other':
        return { id: 'app', tone: 'soft', text: t`Version ${theirs}, another build than here` };
    }
  };
}
