import { useRef, useState } from 'react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import Volume2 from 'lucide-react/icons/volume-2';
import { useLingui } from '@lingui/react/macro';
import { explainForChild } from '#domain/rules/explain.ts';
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { useVoice } from '#state/use-voice.ts';
import { Button } from '#ui/controls/button.tsx';
import { NoVoice } from '#ui/feedback/no-voice.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { Card } from '#ui/layout/card.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { CannotStart } from './cannot-start.tsx';
import type { MyObjective } from './my-objectives.ts';
import css from './my-work.module.css';
import { ObjectiveFoot, type ObjectiveFootProps } from './objective-foot.tsx';
import { SayIt } from './say-it.tsx';
import type { WayOn } from './way-on.ts';
import { useWayOnWords } from './use-way-on-words.ts';

export interface ObjectivePageProps extends Omit<ObjectiveFootProps, 'way' | 'busy' | 'onStart'> {
  readonly student: StudentId;
  readonly mine: MyObjective;
  /** How much longer this child may take; 0 = no time is spoken of. */
  readonly timeFactor: number;
  /** Null while it is looked up, for a moment. */
  readonly way: WayOn | null;
  /** Begins the check; on success the screen changes. */
  readonly onStart: () => Promise<Result<unknown, Fault>>;
  /** This child is read to. */
  readonly isReadTo: boolean;
  readonly onBack: () => void;
}

/** Before a check: what I will be able to do, one worked example, what "got it" means, and what I can do now. */
export function ObjectivePage(props: ObjectivePageProps) {
  const { student, mine, timeFactor, isReadTo, way, onStart, onBack, ...foot } = props;
  const { t } = useLingui();
  const localText = useLocalText();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { objective } = mine;
  const gotIt = explainForChild(objective.rule, language, timeFactor);
  const words = useWayOnWords(way);
  const why = [words?.title ?? [], words?.text ?? []].flat();
  const example = objective.example.map(localText);
  const spoken = [localText(objective.ican), ...why, ...example, gotIt].join('. ');
  const read = useVoice(language);
  const starts = useRef(false);
  const start = async (): Promise<void> => {
    if (starts.current) return;
    starts.current = true;
    const slow = setTimeout(() => setBusy(true), BUSY_AFTER_MS);
    const begun = await onStart();
    clearTimeout(slow);
    if (begun.ok) return;
    starts.current = false;
    setBusy(false);
    setFault(begun.error);
  };
  const isDone = mine.status === 'mastered' || mine.status === 'excused';
  return (
    <StudentShell
      headStart={
        <Button kind="quiet" size="l" icon={<ArrowLeft />} onPress={onBack}>
          {t`Back`}
        </Button>
      }
      headEnd={<ReadToMe text={spoken} read={read} />}
      foot={
        way === null || way === 'ask' ? undefined : (
          <ObjectiveFoot {...foot} way={way} busy={busy} onStart={() => void start()} />
        )
      }
    >
      <h1 className={css['ican']}>{localText(objective.ican)}</h1>
      {isReadTo && read === null ? <NoVoice /> : null}
      {words === null ? null : <Banner title={words.title}>{words.text}</Banner>}
      <div className={css['columns']}>
        <Card title={t`Like this`}>
          <ul className={css['example']}>
            {example.map((line, i) => (
              <li key={i}>{line}</li>
            ))}
          </ul>
        </Card>
        <Card title={t`"Got it" means`} tone="flat">
          <p>{gotIt}</p>
          {objective.check === undefined ? null : <p>{t`Take your time. You can try again.`}</p>}
        </Card>
      </div>
      {isDone ? null : <SayIt student={student} mine={mine} />}
      <div role="alert">{fault === null ? null : <CannotStart fault={fault} />}</div>
    </StudentShell>
  );
}

/** A start that is quicker than this draws nothing in between: drawing would make it slower. */
const BUSY_AFTER_MS = 250;

interface ReadToMeProps {
  readonly text: string;
  readonly read: ((text: string) => void) | null;
}

function ReadToMe({ text, read }: ReadToMeProps) {
  const { t } = useLingui();
  if (read === null) return null;
  return (
    <Button kind="quiet" size="l" icon={<Volume2 />} onPress={() => read(text)}>
      {t`Read to me`}
    </Button>
  );
}
