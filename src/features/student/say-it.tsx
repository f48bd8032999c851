import { useState } from 'react';
import Flag from 'lucide-react/icons/flag';
import Hand from 'lucide-react/icons/hand';
import { useLingui } from '@lingui/react/macro';
import type { Signal } from '#domain/model/event.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { Press } from '#ui/controls/press.tsx';
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
  return (
    <section className={css['say']} aria-label={t`Tell your teacher`}>
      <div className={css['choices']}>
        <Press
          aria-pressed={said === 'ready'}
          isDisabled={busy}
          onPress={() => void say(said === 'ready' ? 'none' : 'ready')}
          className={css['word'] ?? ''}
        >
          <Flag aria-hidden />
          {t`I am ready to try`}
        </Press>
        <Press
          aria-pressed={said === 'help'}
          isDisabled={busy}
          onPress={() => void say(said === 'help' ? 'none' : 'help')}
          className={css['word'] ?? ''}
        >
          <Hand aria-hidden />
          {t`I would like help`}
        </Press>
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
