import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import type { Imported } from '#data/services-leaving.ts';
import { Banner } from '#ui/layout/banner.tsx';
import css from './devices.module.css';

export interface BroughtInProps {
  readonly imported: Imported;
}

/** What became of a rescue file, in words. */
export function BroughtIn({ imported }: BroughtInProps) {
  const { t } = useLingui();
  const { deviceName, cut, unreadable, refused } = imported;
  const isDamaged = cut || unreadable > 0;
  return (
    <Banner
      tone={isDamaged || refused > 0 ? 'amber' : 'neutral'}
      title={
        deviceName === '' ? t`The file was brought in` : t`The file of ${deviceName} was brought in`
      }
    >
      <ul className={css['losses']}>
        <Counts imported={imported} />
      </ul>
      {isDamaged ? <Damage imported={imported} /> : null}
      {isDamaged || refused > 0 ? null : (
        <p>{t`The school has everything that was in the file. You may delete it.`}</p>
      )}
    </Banner>
  );
}

function Counts({ imported }: BroughtInProps) {
  const { t } = useLingui();
  const { stored, duplicate, held, refused } = imported;
  return (
    <>
      <li>{t`${plural(stored, { 0: 'None was new', one: '# was new', other: '# were new' })}`}</li>
      {duplicate === 0 ? null : (
        <li>
          {t`${plural(duplicate, { one: '# was there already', other: '# were there already' })}`}
        </li>
      )}
      {held === 0 ? null : (
        <li>
          {t`${plural(held, { one: '# does not count yet', other: '# do not count yet' })}`}{' '}
          <Link href="/devices/held" className={css['held'] ?? ''}>{t`See why`}</Link>
        </li>
      )}
      {refused === 0 ? null : (
        <li>
          {t`${plural(refused, { one: "# was not taken in. Keep the file and show it to the person who looks after the school's server.", other: "# were not taken in. Keep the file and show it to the person who looks after the school's server." })}`}
        </li>
      )}
    </>
  );
}

/** The end of the file is missing, or some of it cannot be read. */
function Damage({ imported }: BroughtInProps) {
  const { t } = useLingui();
  const { events, stored, duplicate, held, refused } = imported;
  const there = stored + duplicate + held + refused;
  return (
    <p>
      {imported.cut
        ? t`The file was cut: it should hold ${events} results, and ${there} of them could be read. Save it again on its device, if you can.`
        : t`A part of the file is damaged: it should hold ${events} results, and ${there} of them could be read. Save it again on its device, if you can.`}
    </p>
  );
}
