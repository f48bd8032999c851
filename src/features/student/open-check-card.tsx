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
import { Dialog } from '#ui/layout/dialog.tsx';
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
  const question = questionOf(snapshot, draft);
  const found = findObjective(snapshot, draft);
  const carryOn = (): void => {
    carryOnCheck(draft);
    navigate(`/student/${draft.student}/check/${draft.id}`);
  };
  const stop = async (): Promise<void> => {
    setAsking(false);
    const { closeCheck } = await import('#state/check-close.ts');
    await closeCheck(services, draft);
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
      <Dialog
        isOpen={asking}
        onOpenChange={setAsking}
        role="alertdialog"
        title={t`Stop this check?`}
        actions={
          <>
            <Button kind="primary" size="l" onPress={() => setAsking(false)}>
              {t`Keep it`}
            </Button>
            <Button size="l" onPress={() => void stop()}>
              {t`Stop it`}
            </Button>
          </>
        }
      >
        {t`It will not count, and you can begin a new one.`}
      </Dialog>
    </Card>
  );
}
