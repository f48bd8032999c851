import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import ArchiveRestore from 'lucide-react/icons/archive-arrow-up';
import ArchiveX from 'lucide-react/icons/archive-x';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useLingui } from '@lingui/react/macro';
import { AUTHORITY } from '#domain/changes/authority.ts';
import { addressKey } from '#domain/mastery/digest.ts';
import type { ObjectiveOutcome } from '#domain/mastery/fold.ts';
import type { EventId } from '#domain/model/ids.ts';
import type { KnownEvent } from '#data/known-event.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { BottomSheet } from '#ui/layout/dialog.tsx';
import { ScrollRegion } from '#ui/layout/scroll-region.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { AttemptBody } from './attempt-body.tsx';
import { AttemptFacts } from './attempt-facts.tsx';
import css from './attempt.module.css';
import board from './board.module.css';
import { NotAtHand } from './not-at-hand.tsx';
import { SetAside } from './set-aside.tsx';
import { useEvidenceWords } from './use-evidence-words.ts';
import type { CellTarget, ObjectiveActs } from './use-objective-acts.ts';
import { useOpened } from './use-opened.ts';

export interface AttemptSheetProps {
  readonly target: CellTarget;
  readonly attempt: ObjectiveOutcome;
  readonly snapshot: Snapshot;
  readonly acts: ObjectiveActs;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** One attempt: what was asked and answered, how it came about, and the way to set it aside or to take it back in. */
export function AttemptSheet(props: AttemptSheetProps) {
  const { target, attempt, snapshot, acts, onBack, onClose } = props;
  const { t } = useLingui();
  const local = useLocalText();
  const words = useEvidenceWords(target.objective);
  const format = useFormatters(snapshot.school()?.timeZone);
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { address, moment, outcome, setAsideBy } = attempt;
  const { state, events, missing, again } = useOpened([address]);
  const known = events.get(addressKey(address));
  const may = useMaySetAside(known);
  return (
    <BottomSheet
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={
        <>
          {snapshot.student(target.student)?.name}
          <span className={board['subtitle']}>{local(target.objective.title)}</span>
        </>
      }
      actions={
        <>
          {acts.fault === null ? null : (
            <p className={board['notSaved']}>{t`This was NOT saved. Tap again.`}</p>
          )}
          <FaultMessage fault={acts.fault} />
          <Button icon={<ArrowLeft />} onPress={onBack}>
            {t`Back to all evidence`}
          </Button>
          {!may ? null : setAsideBy !== undefined ? (
            <Button
              icon={<ArchiveRestore />}
              onPress={() => void acts.restore(target, address, setAsideBy)}
            >
              {t`Take back in`}
            </Button>
          ) : asking ? null : (
            <Button ref={opener} icon={<ArchiveX />} onPress={() => setAsking(true)}>
              {t`Set aside`}
            </Button>
          )}
        </>
      }
    >
      <p className={css['what']}>
        <strong>{words.outcome(outcome)}</strong> <span>{words.what(attempt)}</span>{' '}
        <span className="soft">{format.dayTime(moment)}</span>
      </p>
      {asking ? (
        <SetAside
          onChoose={(reason) => void acts.setAside(target, address, reason, ownId(known))}
          onCancel={() => {
            flushSync(() => setAsking(false));
            opener.current?.focus();
          }}
        />
      ) : null}
      {known === undefined ? (
        state === 'reading' ? (
          <Skeleton />
        ) : (
          <NotAtHand missing={missing} onAgain={again} />
        )
      ) : (
        <ScrollRegion label={t`Questions and answers`} className={css['body']}>
          <AttemptFacts objective={target.objective} known={known} snapshot={snapshot} />
          <AttemptBody objective={target.objective} known={known} />
        </ScrollRegion>
      )}
    </BottomSheet>
  );
}

/** Whose word it is: teachers and admins for every student in reach, a helper for what they marked themselves on this device. */
function useMaySetAside(known: KnownEvent | undefined): boolean {
  const session = useLive(useServices().session.current);
  if (session.state !== 'unlocked') return false;
  const { id, role } = session.member;
  const permission = AUTHORITY['attempt.withdraw'][role];
  if (permission !== 'own') return permission !== 'no';
  return known?.device === null && known.event.by === `member/${id}`;
}

/** The id of what was made here. What another device made is known here by its place alone, and named so: else the status could not follow at once. */
function ownId(known: KnownEvent | undefined): EventId | undefined {
  return known?.device === null ? known.event.id : undefined;
}
