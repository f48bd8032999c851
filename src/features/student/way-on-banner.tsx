import { useLingui } from '@lingui/react/macro';
import { Banner } from '#ui/layout/banner.tsx';
import type { WayOn } from './way-on.ts';

/** Why there is no Start just now, in kind words, and what comes instead; nothing where there is one. */
export function WayOnBanner({ way }: { readonly way: WayOn }) {
  const { t } = useLingui();
  switch (way) {
    case 'start':
      return null;
    case 'ask':
      return <Banner title={t`Your teacher will ask you.`} />;
    case 'mistakes':
      return (
        <Banner title={t`First look at what went wrong.`}>{t`Then you can try again.`}</Banner>
      );
    case 'practise-first':
      return <Banner title={t`First practise a little.`}>{t`Then you can try again.`}</Banner>;
    case 'tomorrow':
      return (
        <Banner title={t`Tomorrow you can try again.`}>
          {t`That is enough checking for today. You can practise as much as you like.`}
        </Banner>
      );
    case 'practise':
      return (
        <Banner title={t`You can do this.`}>{t`You can practise it as often as you like.`}</Banner>
      );
  }
}
