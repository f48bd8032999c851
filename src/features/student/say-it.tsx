import { useState } from 'react';
import { Flag, Hand } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Signal } from '#domain/model/event.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { MyObjective } from './my-objectives.ts';
import css from './my-work.module.css';

export interface SayItProps {
  readonly student: StudentId;
  readonly mine: MyObjective;
}

/** "I am ready to try", "I would like help": one tap tells the teacher, the same tap takes it back. */
export function SayIt({ student, mine }: SayItProps) {
  const { t } = useLingui();
  const { append } = useServices();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const { course, objective, said } = mine;
  const say = async (signal: Signal): Promise<void> => {
    setBusy(true);
    const saved = await append({
      kind: 'student.signal',
      about: `student/${student}`,
      by: `student/${student}`,
      body: { course: course.id, objective: objective.id, signal },
    });
    setBusy(false);
    setFailed(!saved.ok);
  };
  const toggle = (signal: Exclude<Signal, 'none'>, is: boolean): void => {
    void say(is ? signal : 'none');
  };
  return (
    <section className={css['say']} aria-label={t`Tell your teacher`}>
      <div className={css['choices']}>
        <ToggleButton
          isSelected={said === 'ready'}
          isDisabled={busy}
          onChange={(is) => toggle('ready', is)}
          className={css['word'] ?? ''}
        >
          <Flag aria-hidden />
          {t`I am ready to try`}
        </ToggleButton>
        <ToggleButton
          isSelected={said === 'help'}
          isDisabled={busy}
          onChange={(is) => toggle('help', is)}
          className={css['word'] ?? ''}
        >
          <Hand aria-hidden />
          {t`I would like help`}
        </ToggleButton>
      </div>
      <p role="status" className={css['told']}>
        {failed
          ? t`This could not be kept. Tell your teacher yourself.`
          : said === 'ready'
            ? t`Your teacher will see that you are ready.`
            : said === 'help'
              ? t`Your teacher will see that you would like help.`
              : null}
      </p>
    </section>
  );
}
