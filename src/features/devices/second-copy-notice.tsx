import { useLingui } from '@lingui/react/macro';
import type { Fault, Result } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import type { DevicesAnswer } from '#protocol/staff-request.ts';
import { Banner } from '#ui/layout/banner.tsx';

export interface SecondCopyNoticeProps {
  readonly answer: Result<DevicesAnswer, Fault> | null;
}

/** Tells the admin, who can see to it, that the school has everything on one disk only. */
export function SecondCopyNotice({ answer }: SecondCopyNoticeProps) {
  const { t } = useLingui();
  const session = useLive(useServices().session.current);
  const isAdmin = session.state === 'unlocked' && session.member.role === 'admin';
  if (!isAdmin || answer?.ok !== true || answer.value.secondCopy) return null;
  return (
    <Banner tone="amber" title={t`The school's results are on one disk only`}>
      {t`If that disk breaks, they are gone. Ask the person who looks after the server to set a second place (BACKUP_DIR): every result is then copied there at once.`}
    </Banner>
  );
}
