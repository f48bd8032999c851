import { useLingui } from '@lingui/react/macro';
import type { Item } from '#domain/items/item.ts';
import { shownAnswer } from '#domain/items/shown-answer.ts';
import { OptionFace } from '#ui/answer/option-face.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';

/** An answer as it was given, "" for none. */
export function GivenAnswer({ item, raw }: { readonly item: Item; readonly raw: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  if (raw === '') return <span className="soft">{t`empty`}</span>;
  const shown = shownAnswer(item.answer, raw, language);
  return shown.type === 'option' ? (
    <OptionFace option={shown.option} />
  ) : (
    <bdi dir="ltr">{shown.text}</bdi>
  );
}
