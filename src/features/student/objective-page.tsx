import { useState } from 'react';
import { ArrowLeft, MessageCircle, Volume2 } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { explainForChild } from '#domain/rules/explain.ts';
import type { Fault, Result } from '#domain/kernel/result.ts';
import { useVoice } from '#state/use-voice.ts';
import { Button } from '#ui/controls/button.tsx';
import { isLanguage } from '#ui/i18n/language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { Card } from '#ui/layout/card.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import type { MyObjective } from './my-objectives.ts';
import css from './student.module.css';

export interface ObjectivePageProps {
  readonly mine: MyObjective;
  /** Begins the check; on success the screen changes. */
  readonly onStart: () => Promise<Result<unknown, Fault>>;
  readonly onBack: () => void;
}

/** Before a check: what I will be able to do, one worked example, what "got it" means, and Start. */
export function ObjectivePage({ mine, onStart, onBack }: ObjectivePageProps) {
  const { t, i18n } = useLingui();
  const localText = useLocalText();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { objective } = mine;
  const language = isLanguage(i18n.locale) ? i18n.locale : 'en';
  const gotIt = explainForChild(objective.rule, language);
  const spoken = [localText(objective.ican), ...objective.example.map(localText), gotIt].join('. ');
  const start = async (): Promise<void> => {
    setBusy(true);
    const begun = await onStart();
    if (begun.ok) return;
    setBusy(false);
    setFault(begun.error);
  };
  return (
    <StudentShell
      headStart={
        <Button kind="quiet" size="l" icon={<ArrowLeft />} onPress={onBack}>
          {t`Back`}
        </Button>
      }
      headEnd={<ReadToMe text={spoken} language={language} />}
      foot={
        objective.check === undefined ? undefined : (
          <div className={css['start']}>
            <Button kind="primary" size="xl" wide isDisabled={busy} onPress={() => void start()}>
              {t`Start`}
            </Button>
          </div>
        )
      }
    >
      <h1 className={css['ican']}>{localText(objective.ican)}</h1>
      <div className={css['columns']}>
        <Card title={t`Like this`}>
          <ul className={css['example']}>
            {objective.example.map((line, i) => (
              <li key={i}>{localText(line)}</li>
            ))}
          </ul>
        </Card>
        <Card title={t`"Got it" means`} tone="flat">
          <p>{gotIt}</p>
          {objective.check === undefined ? null : <p>{t`Take your time. You can try again.`}</p>}
        </Card>
      </div>
      {objective.check === undefined ? (
        <Banner title={t`Your teacher will ask you.`}>
          <MessageCircle aria-hidden />
        </Banner>
      ) : null}
      <div role="alert">{fault === null ? null : <CannotStart fault={fault} />}</div>
    </StudentShell>
  );
}

function CannotStart({ fault }: { readonly fault: Fault }) {
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

function ReadToMe({ text, language }: { readonly text: string; readonly language: string }) {
  const { t } = useLingui();
  const read = useVoice(language);
  if (read === null) return null;
  return (
    <Button kind="quiet" size="l" icon={<Volume2 />} onPress={() => read(text)}>
      {t`Read to me`}
    </Button>
  );
}
