import { useState } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Press } from '#ui/controls/press.tsx';
import { Button } from '#ui/controls/button.tsx';
import { SearchField } from '#ui/controls/search-field.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Card } from '#ui/layout/card.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import css from './class-checks.module.css';
import { matching, type ObjectiveChoice } from './objective-choices.ts';

/** So many are shown before somebody asks for all. */
const FIRST = 12;

export interface ChooseObjectiveProps {
  readonly choices: readonly ObjectiveChoice[];
  readonly onChoose: (choice: ObjectiveChoice) => void;
  readonly onCancel: () => void;
}

/** Objectives with a check, what comes next for the children first; a search over all of them. */
export function ChooseObjective({ choices, onChoose, onCancel }: ChooseObjectiveProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const { number } = useFormatters();
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const found = matching(choices, search, local);
  const shown = all ? found : found.slice(0, FIRST);
  return (
    <Card title={t`Which objective?`} tone="main">
      <Stack gap={4}>
        {choices.length === 0 ? (
          <EmptyState title={t`Nothing to check yet`}>
            {t`No unit in use has an objective that is shown by a check. Choose units under "Courses and units".`}
          </EmptyState>
        ) : (
          <SearchField label={t`Search`} value={search} onChange={setSearch} />
        )}
        <ul className={css['objectives']} aria-label={t`Objectives with a check`}>
          {shown.map((choice) => (
            <li key={`${choice.course.id} ${choice.objective.id}`}>
              <Press className={css['objective'] ?? ''} onPress={() => onChoose(choice)}>
                <span className={css['objectiveTitle']}>{local(choice.objective.title)}</span>
                <span className="soft">{local(choice.unit)}</span>
                <Standing choice={choice} />
              </Press>
            </li>
          ))}
        </ul>
        {choices.length > 0 && found.length === 0 ? (
          <p role="status">{t`No objective in use has these words.`}</p>
        ) : null}
        <Row>
          {shown.length < found.length ? (
            <Button onPress={() => setAll(true)}>{t`Show all ${number(found.length)}`}</Button>
          ) : null}
          <Button kind="quiet" onPress={onCancel}>{t`Cancel`}</Button>
        </Row>
      </Stack>
    </Card>
  );
}

function Standing({ choice: { ready, next, done } }: { readonly choice: ObjectiveChoice }) {
  const { t } = useLingui();
  const parts = [
    ...(ready > 0
      ? [
          t`${plural(ready, { one: '# child is ready to try', other: '# children are ready to try' })}`,
        ]
      : []),
    ...(next > 0
      ? [t`${plural(next, { one: 'comes next for # child', other: 'comes next for # children' })}`]
      : []),
    ...(done > 0
      ? [
          t`${plural(done, { one: '# child has mastered it', other: '# children have mastered it' })}`,
        ]
      : []),
  ];
  return parts.length === 0 ? null : <span className={css['standing']}>{parts.join(' · ')}</span>;
}
