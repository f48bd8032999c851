import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { Banner } from '#ui/layout/banner.tsx';

/** Why the tablet was not connected, and what to do, in kind words. */
export function EnrolFault({ fault }: { readonly fault: Fault | null }) {
  const text = useEnrolFaultText();
  return (
    <div role="alert">
      {fault === null ? null : <Banner tone="amber">{text(fault.code)}</Banner>}
    </div>
  );
}

function useEnrolFaultText(): (code: string) => string {
  const { t } = useLingui();
  return (code) => {
    switch (code) {
      case 'bad-code':
        return t`The school does not know this code. Look at the teacher's screen once more: it may have run out, and a new one takes a moment.`;
      case 'too-many':
        return t`Those were many tries. Wait a few minutes, then ask the teacher for a new code.`;
      case 'unreachable':
        return t`The school does not answer. Connect this tablet to the network, then try again: the code is still there.`;
      case 'not-an-answer':
        return t`Something between this tablet and the school answered instead of it, for example the sign-in page of a network. Sign in there first, then try again.`;
      case 'storage':
        return t`The browser could not save anything here. Make some room on the tablet, or leave the private window, then try again.`;
      default:
        return t`That did not work (${code}). Nothing was changed. Try again, or ask the teacher for a new code.`;
    }
  };
}
