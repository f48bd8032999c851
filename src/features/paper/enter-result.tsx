import { useState } from 'react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { useLingui } from '@lingui/react/macro';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Item } from '#domain/items/item.ts';
import { writtenCode } from '#domain/items/paper-code.ts';
import { timeFactorOf } from '#domain/model/supports.ts';
import { scoreRuleOf } from '#domain/rules/score-rule.ts';
import { stretchRule } from '#domain/rules/stretch-rule.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { usePaperBook } from '#state/paper-book.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import type { FoundSheet } from './found-sheet.ts';
import { RightAnswer } from './key-pages.tsx';
import css from './paper.module.css';
import { plainPrompt } from './plain-prompt.ts';
import { minutesOf, TimeTaken, type Taken } from './time-taken.tsx';
import type { EnterActs } from './use-enter-paper.ts';

export interface EnterResultProps {
  readonly found: FoundSheet;
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly acts: EnterActs;
  readonly onBack: () => void;
}

/** Whose sheet it is, what was wrong on it (all right until tapped), and how long it took (nothing until it is said). */
export function EnterResult({ found, group, snapshot, acts, onBack }: EnterResultProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const { sheet } = found;
  const { items } = sheet.form;
  const inGroup = snapshot.studentsOf(group);
  const named = found.student === null ? null : ownIn(snapshot, inGroup, found.student);
  const [student, setStudent] = useState<StudentId | null>(named);
  const [wrong, setWrong] = useState<ReadonlySet<number>>(new Set());
  const [taken, setTaken] = useState<Taken | null>(null);
  const limitFor = (one: StudentId | null): number | null => {
    const supports = one === null ? undefined : snapshot.student(one)?.supports;
    const rule = stretchRule(sheet.objective.rule, timeFactorOf(supports ?? []));
    return scoreRuleOf(rule)?.minutes ?? null;
  };
  const limit = limitFor(student);
  const minutes = minutesOf(taken, limit);
  const toggle = (place: number): void => {
    const next = new Set(wrong);
    if (!next.delete(place)) next.add(place);
    setWrong(next);
  };
  const right = items.length - wrong.size;
  const lacks =
    student === null
      ? t`First choose whose sheet it is.`
      : minutes === undefined
        ? t`First say how long it took.`
        : null;
  return (
    <Stack gap={5} className={css['choose'] ?? ''}>
      <Row>
        <Button kind="quiet" icon={<ArrowLeft />} onPress={onBack}>
          {t`Another sheet`}
        </Button>
        <span className="soft">{writtenCode(sheet.code)}</span>
      </Row>
      <h2>{local(sheet.objective.title)}</h2>
      <EnteredBefore code={sheet.code} snapshot={snapshot} />
      <Select<StudentId>
        label={t`Whose sheet is it?`}
        options={inGroup.map((id) => ({ id, label: snapshot.student(id)?.name ?? '' }))}
        value={student}
        onChange={(next) => {
          // "Within the time" was said of another limit.
          if (limitFor(next) !== limit) setTaken(null);
          setStudent(next);
        }}
      />
      <section>
        <h3>{t`Tap what is wrong`}</h3>
        <ol className={css['marks']}>
          {items.map((item, i) => (
            <li key={item.identity}>
              <Mark item={item} place={i + 1} isWrong={wrong.has(i + 1)} onToggle={toggle} />
            </li>
          ))}
        </ol>
      </section>
      <TimeTaken limit={limit} taken={taken} onChange={setTaken} />
      <FaultMessage fault={acts.fault} />
      <Row>
        <Button
          kind="primary"
          size="l"
          isDisabled={lacks !== null}
          onPress={() => {
            if (student === null || minutes === undefined) return;
            const places = [...wrong].toSorted((a, b) => a - b);
            void acts.save(sheet, { student, wrong: places, minutes });
          }}
        >
          {t`Save: ${right} of ${items.length} right`}
        </Button>
        {lacks === null ? null : <span className="soft">{lacks}</span>}
      </Row>
    </Stack>
  );
}

/** A record that was joined with another is the other one's by now. */
function ownIn(
  snapshot: Snapshot,
  inGroup: readonly StudentId[],
  student: StudentId,
): StudentId | null {
  return inGroup.find((one) => snapshot.recordsOf(one).includes(student)) ?? null;
}

interface MarkProps {
  readonly item: Item;
  readonly place: number;
  readonly isWrong: boolean;
  readonly onToggle: (place: number) => void;
}

/** One item: its number, what is asked, the right answer to compare with. */
function Mark({ item, place, isWrong, onToggle }: MarkProps) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <ToggleButton
      isSelected={isWrong}
      onChange={() => onToggle(place)}
      className={css['mark'] ?? ''}
    >
      <span className={css['place']}>{place}</span>
      <span className={css['asks']}>{plainPrompt(item, language)}</span>
      <span className={css['is']}>
        <RightAnswer item={item} />
      </span>
      <span className={css['sign']}>
        {isWrong ? <X aria-hidden /> : <Check aria-hidden />}
        {isWrong ? t`Wrong` : t`Correct`}
      </span>
    </ToggleButton>
  );
}

/** Said before it is entered a second time: then the earlier entry is set aside. */
function EnteredBefore({ code, snapshot }: { readonly code: string; readonly snapshot: Snapshot }) {
  const { t } = useLingui();
  const format = useFormatters(snapshot.school()?.timeZone);
  const entry = usePaperBook(({ list }) => list.find((one) => one.code === code)?.entry ?? null);
  if (entry === null || entry.undone === true) return null;
  const { student, correct, of, at } = entry;
  const name = snapshot.student(student)?.name ?? '';
  return (
    <Banner tone="amber" title={t`This sheet was entered already`}>
      {t`${name}: ${correct} of ${of} right, ${format.dayTime(at)}. If you save again, the earlier result is set aside.`}
    </Banner>
  );
}
