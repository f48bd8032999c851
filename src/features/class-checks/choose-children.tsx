import { useState } from 'react';
import Hand from 'lucide-react/icons/hand';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { StudentId } from '#domain/model/ids.ts';
import { Button } from '#ui/controls/button.tsx';
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { StatusTag } from '#ui/status/status-glyph.tsx';
import type { ChildChoice } from './child-choices.ts';
import css from './class-checks.module.css';

export interface ChooseChildrenProps {
  readonly choices: readonly ChildChoice[];
  readonly value: readonly StudentId[] | 'all';
  readonly onChange: (value: readonly StudentId[] | 'all') => void;
}

/** All of the group, or some by picture and name. */
export function ChooseChildren({ choices, value, onChange }: ChooseChildrenProps) {
  const { t } = useLingui();
  const ready = choices.flatMap(({ id, isReady }) => (isReady ? [id] : []));
  // What was chosen comes back when "all" was a slip.
  const [some, setSome] = useState<readonly StudentId[]>(value === 'all' ? [] : value);
  const choose = (ids: readonly StudentId[]): void => {
    setSome(ids);
    onChange(ids);
  };
  return (
    <Stack gap={4}>
      <SegmentedControl
        label={t`For whom`}
        labelShown
        options={[
          { id: 'all', label: t`The whole group` },
          { id: 'some', label: t`Some children` },
        ]}
        value={value === 'all' ? 'all' : 'some'}
        onChange={(id) => onChange(id === 'all' ? 'all' : some)}
      />
      {ready.length === 0 ? null : (
        <Row>
          <Button icon={<Hand />} onPress={() => choose(ready)}>
            {t`${plural(ready.length, { one: 'The # child who is ready to try', other: 'The # children who are ready to try' })}`}
          </Button>
        </Row>
      )}
      {value === 'all' ? null : (
        <CheckboxGroup
          label={t`Children`}
          columns={2}
          options={choices.map((child) => ({ id: child.id, label: <Child child={child} /> }))}
          value={value}
          onChange={choose}
        />
      )}
    </Stack>
  );
}

function Child({ child }: { readonly child: ChildChoice }) {
  const { t } = useLingui();
  const { name, avatar, status, isReady, retake } = child;
  return (
    <span className={css['child']}>
      <Avatar id={avatar} name={name} size="m" />
      <span className={css['childWords']}>
        <strong>{name}</strong>
        <StatusTag status={status} />
        {isReady ? <span className="soft">{t`Ready to try`}</span> : null}
        {retake === 'another-day' ? (
          <span className="soft">{t`Enough tries for today`}</span>
        ) : retake === 'review-first' ? (
          <span className="soft">{t`Looks at the mistakes first`}</span>
        ) : null}
      </span>
    </span>
  );
}
