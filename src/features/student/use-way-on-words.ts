import { useLingui } from '@lingui/react/macro';
import type { WayOn } from './way-on.ts';

/** Why there is no Start just now, in kind words, and what comes instead; null where there is one. */
export function useWayOnWords(
  way: WayOn | null,
): { readonly title: string; readonly text: string | null } | null {
  const { t } = useLingui();
  switch (way) {
    case null:
    case 'start':
      return null;
    case 'ask':
      return { title: t`Your teacher will ask you.`, text: null };
    case 'mistakes':
      return { title: t`First look at what went wrong.`, text: t`Then you can try again.` };
    case 'practice-first':
      return { title: t`First practice a little.`, text: t`Then you can try again.` };
    case 'tomorrow':
      return {
        title: t`Tomorrow you can try again.`,
        text: t`That is enough checking for today. You can practice as much as you like.`,
      };
    case 'practice':
      return { title: t`You can do this.`, text: t`You can practice it as often as you like.` };
  }
}
