import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { Banner } from '#ui/layout/banner.tsx';

/** A check did not begin: why, in words, and what to do. */
export function CannotStart({ fault }: { readonly fault: Fault }) {
  const { t } = useLingui();
  return (
    <Banner title={t`This check cannot start just now.`}>
      {fault.code === 'storage'
        ? t`The tablet has no room to save your answers. Tell your teacher. Everything you did before is safe.`
        : fault.code === 'no-code'
          ? t`A part of the app could not be loaded. Tell your teacher: this tablet needs the network once. Everything you did before is safe.`
          : t`Choose something else, or tell your teacher. Everything you did before is safe.`}
    </Banner>
  );
}
