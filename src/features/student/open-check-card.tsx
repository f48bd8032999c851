import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import type { CheckDraft, Snapshot } from '#data/services.ts';
import { findObjective } from '#state/find-objective.ts';
import { carryOnCheck } from '#state/identified-child.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Card } from '#ui/layout/card.tsx';
import { Sure } from '#ui/layout/sure.tsx';
import css from './my-work.module.css';
import { questionOf } from './use-open-checks.ts';

export interface OpenCheckCardProps {
  readonly draft: CheckDraft;
  readonly snapshot: Snapshot;
}

/** The check that is open: carry on, or stop it for good. */
export function OpenCheckCard({ draft, snapshot }: OpenCheckCardProps) {
  const { t } = useLingui();
  const localText = useLocalText();
  const services = useServices();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const [notStopped, setNotStopped] = useState(false);
  const question = questionOf(snapshot, draft);
  const found = findObjective(snapshot, draft);
  const carryOn = (): void => {
    carryOnCheck(draft);
    navigate(`/student/${draft.student}/check/${draft.id}`);
  };
  const stop = async (): Promise<void> => {
    setAsking(false);
    const { closeCheck } = await import('#state/check-close.ts');
    const closed = await closeCheck(services, draft);
    setNotStopped(!closed.ok);
  };
  return (
    <Card tone="main" title={t`Carry on where you were?`}>
      {found === null ? null : <p className={css['ican']}>{localText(found.objective.ican)}</p>}
      <Button kind="primary" size="l" onPress={carryOn}>
        {question === null ? t`Look over the answers` : t`Carry on with question ${question}`}
      </Button>
      <Button kind="quiet" size="l" onPress={() => setAsking(true)}>
        {t`Stop this check`}
      </Button>
      {notStopped ? (
        <p role="alert">{t`It cannot be stopped just now. Your answers are kept on this tablet.`}</p>
      ) : null}
      <Sure
        asks={asking}
        title={t`Stop this check?`}
        text={t`It will not count, and you can begin a new one.`}
        keep={t`Keep it`}
        end={t`Stop it`}
        onKeep={() => setAsking(false)}
        onEnd={() => void stop()}
      />
    </Card>
  );
}
