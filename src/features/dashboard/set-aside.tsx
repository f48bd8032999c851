import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { ASIDE_REASONS, LONGEST_REASON, useAsideWords } from './use-aside-words.ts';
import css from './board.module.css';

export interface SetAsideProps {
  readonly onChoose: (reason: string) => void;
  readonly onCancel: () => void;
}

/** When it appears: the button that opened it is out of sight of it. */
const takeFocus = (heading: HTMLElement | null): void => heading?.focus();

/** Why an attempt is set aside: one tap, or a few words. It is kept, and can be taken back in at any time. */
export function SetAside({ onChoose, onCancel }: SetAsideProps) {
  const { t } = useLingui();
  const words = useAsideWords();
  const [own, setOwn] = useState('');
  const reason = own.trim();
  return (
    <section className={css['decide']}>
      <h3 ref={takeFocus} tabIndex={-1}>
        {t`Why should it not count?`}
      </h3>
      <p className="soft">{t`It is kept and can be taken back in at any time.`}</p>
      <Row gap={2}>
        {ASIDE_REASONS.map((code) => (
          <Button key={code} onPress={() => onChoose(code)}>
            {words(code)}
          </Button>
        ))}
      </Row>
      <Stack gap={2}>
        <TextField
          label={t`Or in a few words`}
          value={own}
          onChange={setOwn}
          maxLength={LONGEST_REASON}
        />
        <Row gap={2}>
          <Button isDisabled={reason === ''} onPress={() => onChoose(reason)}>
            {t`Set aside`}
          </Button>
          <Button kind="quiet" onPress={onCancel}>{t`Cancel`}</Button>
        </Row>
      </Stack>
    </section>
  );
}
