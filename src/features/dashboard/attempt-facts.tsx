import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { Objective } from '#domain/model/course.ts';
import type { AnyEvent } from '#domain/model/event.ts';
import type { MemberId } from '#domain/model/ids.ts';
import { asId } from '#domain/model/ids.ts';
import { timeFactorOf } from '#domain/model/supports.ts';
import { scoreRuleOf } from '#domain/rules/score-rule.ts';
import { stretchRule } from '#domain/rules/stretch-rule.ts';
import type { KnownEvent } from '#data/known-event.ts';
import type { Snapshot } from '#data/services.ts';
import css from './attempt.module.css';
import { useAttemptWords } from './use-attempt-words.ts';

export interface AttemptFactsProps {
  readonly objective: Objective;
  readonly known: KnownEvent;
  readonly snapshot: Snapshot;
}

type Fact = readonly [name: string, value: ReactNode];

/** How the attempt came about: the device, who said who the child is, supports, absences, and what was noticed. */
export function AttemptFacts({ objective, known, snapshot }: AttemptFactsProps) {
  const { t } = useLingui();
  const own = useOwnFacts(objective);
  const { event, device } = known;
  const by = authorName(event, snapshot);
  const facts: Fact[] = [
    ...own(event),
    ...(by === null ? [] : [[t`By`, by] as const]),
    [t`Device`, device ?? t`This device`],
  ];
  return (
    <dl className={css['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The member of staff who entered it; null where it is the child. */
function authorName({ by }: AnyEvent, snapshot: Snapshot): string | null {
  const [kind, id = ''] = by.split('/');
  return kind === 'member' ? (snapshot.member(asId<MemberId>(id))?.name ?? null) : null;
}

/** What only one kind of attempt says. */
function useOwnFacts(objective: Objective): (event: AnyEvent) => readonly Fact[] {
  const { t } = useLingui();
  const words = useAttemptWords();
  const supportsOf = (codes: readonly string[]): readonly Fact[] => {
    const named = words.supports(codes);
    return named === '' ? [] : [[t`Supports`, named]];
  };
  return (event) => {
    if (event.kind === 'paper.result') {
      const { minutes, supports } = event.body;
      const rule = stretchRule(objective.rule, timeFactorOf(supports));
      const isTimed = scoreRuleOf(rule)?.minutes !== undefined;
      const time = minutes === null ? t`within the time` : words.time(minutes * 60_000);
      return [
        ...(minutes === null && !isTimed ? [] : [[t`Time`, time] as const]),
        ...supportsOf(supports),
      ];
    }
    if (event.kind !== 'check') return [];
    const { activeMs, absences, supports, identifiedBy, sure, rapid = 0, stopped } = event.body;
    const replaced = event.body.form.replaced?.length ?? 0;
    return [
      [t`Time`, words.time(activeMs)],
      ...(absences.length === 0 ? [] : [[t`Left the check`, words.absences(absences)] as const]),
      ...(replaced === 0
        ? []
        : [
            [
              t`Questions exchanged`,
              t`${plural(replaced, { one: '# after a long absence', other: '# after long absences' })}`,
            ] as const,
          ]),
      ...(rapid === 0
        ? []
        : [
            [
              t`Answered too quickly to read`,
              t`${plural(rapid, { one: '# time', other: '# times' })}`,
            ] as const,
          ]),
      ...(stopped === true ? [[t`Ended`, t`stopped to practice first`] as const] : []),
      ...(sure === undefined ? [] : [[t`How sure before`, words.sure(sure)] as const]),
      ...supportsOf(supports),
      [t`Known by`, words.identified(identifiedBy)],
    ];
  };
}
