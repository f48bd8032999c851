import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import type { StudentId } from '#domain/model/ids.ts';
import { Button } from '#ui/controls/button.tsx';
import { Sure } from '#ui/layout/sure.tsx';

export interface NotMeButtonProps {
  readonly student: StudentId;
  /** Something was answered: it is not given up without a question. */
  readonly asks: boolean;
  /** Ends the check; the tablet goes to the door. */
  readonly onNotMe: () => void;
}

/** "Not you?" of the first question: somebody else's name was tapped. */
export function NotMeButton({ student, asks, onNotMe }: NotMeButtonProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const name = useServices().snapshot.get().student(student)?.name ?? '';
  return (
    <>
      <Button kind="quiet" size="l" onPress={() => (asks ? setAsking(true) : onNotMe())}>
        {t`Not you?`}
      </Button>
      <Sure
        asks={asking}
        title={t`Are you not ${name}?`}
        text={t`What was answered here will not count.`}
        keep={t`I am ${name}`}
        end={t`I am not ${name}`}
        onKeep={() => setAsking(false)}
        onEnd={onNotMe}
      />
    </>
  );
}
