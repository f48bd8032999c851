import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Banner } from '../layout/banner.tsx';

export interface UnreadableNoticeProps {
  /** Running checks on this device that cannot be read any more. */
  readonly count: number;
}

/** A check that was begun on this device cannot be read: it is kept, what that means, and what to do. */
export function UnreadableNotice({ count }: UnreadableNoticeProps) {
  const { t } = useLingui();
  if (count === 0) return null;
  return (
    <Banner
      tone="amber"
      title={t`${plural(count, { one: '# check that was begun on this device cannot be read', other: '# checks that were begun on this device cannot be read' })}`}
    >
      {t`What is stored of it is kept here and was not counted. The student can begin a new check. Save it to a file, and give the file to whoever looks after Nine of Ten at your school.`}
    </Banner>
  );
}
