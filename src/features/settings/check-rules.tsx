import { useState } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { DEFAULT_RETAKES } from '#domain/mastery/retake.ts';
import { DEFAULT_RETENTION } from '#domain/mastery/retention.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { Switch } from '#ui/controls/switch.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Card } from '#ui/layout/card.tsx';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { LONGEST_DAYS, MOST_DAYS, readDays, writeDays } from './retention-days.ts';
import { useCheckRules, type CheckRulesSetting } from './use-check-rules.ts';

export interface CheckRulesProps {
  /** Without the right they are read, not changed. */
  readonly mayChange: boolean;
  /** Says what was saved, with a way back. */
  readonly onSaid: (message: SnackbarMessage) => void;
}

/** The rules of checks for the whole school. */
export function CheckRules({ mayChange, onSaid }: CheckRulesProps) {
  const { t } = useLingui();
  const setting = useCheckRules(onSaid);
  return (
    <>
      <Card title={t`Checks: another try`}>
        {mayChange ? <Retakes setting={setting} /> : <RetakesRead setting={setting} />}
      </Card>
      <Card title={t`Checks: does it last?`}>
        {mayChange ? <Retention setting={setting} /> : <RetentionRead setting={setting} />}
      </Card>
      <Card title={t`Checks: how sure are you?`}>
        {mayChange ? (
          <Switch
            isOn={setting.rules.howSure}
            onChange={setting.setHowSure}
            hint={t`One tap, which a child may leave out. Over time child and teacher see how well the child knows what it knows. Off unless you switch it on.`}
          >
            {t`Ask before a check how sure the child is`}
          </Switch>
        ) : (
          <p>
            {setting.rules.howSure
              ? t`Children are asked before a check how sure they are.`
              : t`Children are not asked before a check how sure they are.`}
          </p>
        )}
      </Card>
      <FaultMessage fault={setting.fault} />
      {mayChange ? null : (
        <p className="soft">{t`The admin of the school sets the rules of checks.`}</p>
      )}
    </>
  );
}

interface PartProps {
  readonly setting: CheckRulesSetting;
}

const PER_DAY = [1, 2, 3, 4, 5] as const;

function Retakes({ setting: { rules, setRetakes } }: PartProps) {
  const { t } = useLingui();
  const { retakes } = rules;
  const counts = [...new Set([...PER_DAY, retakes.perDay])].filter((count) => count > 0);
  const options = [
    ...counts
      .toSorted((a, b) => a - b)
      .map((count) => ({
        id: String(count),
        label: t`${plural(count, { one: 'one "not yet" a day', other: '# "not yet" a day' })}`,
      })),
    { id: '0', label: t`no limit` },
  ];
  const usual = DEFAULT_RETAKES.perDay;
  return (
    <Stack gap={4}>
      <Switch
        isOn={retakes.reviewFirst}
        onChange={(reviewFirst) => setRetakes({ ...retakes, reviewFirst })}
        hint={t`After "not yet" a child looks at what went wrong, or practices, before the next try. On unless you switch it off.`}
      >
        {t`Look at the mistakes first`}
      </Switch>
      <Select
        label={t`Then on another day`}
        hint={t`After so many the next try is on the next day: ${usual} unless you change it. A teacher can always say "Allow now", and a failed try takes nothing away.`}
        options={options}
        value={String(retakes.perDay)}
        onChange={(id) => setRetakes({ ...retakes, perDay: Number(id) })}
      />
    </Stack>
  );
}

function RetakesRead({ setting: { rules } }: PartProps) {
  const { t } = useLingui();
  const { reviewFirst, perDay } = rules.retakes;
  return (
    <Stack gap={2}>
      <p>
        {reviewFirst
          ? t`After "not yet" a child first looks at what went wrong, or practices.`
          : t`After "not yet" a child may try again at once.`}
      </p>
      <p>
        {perDay === 0
          ? t`There is no limit of tries a day.`
          : t`${plural(perDay, { one: 'After one "not yet" on a day the next try is on another day.', other: 'After # "not yet" on a day the next try is on another day.' })}`}
      </p>
    </Stack>
  );
}

function Retention({ setting: { rules, setRetention } }: PartProps) {
  const { t } = useLingui();
  const { retention } = rules;
  return (
    <Stack gap={4}>
      <Switch
        isOn={retention.length > 0}
        onChange={(on) => setRetention(on ? DEFAULT_RETENTION : [])}
        hint={t`Some days after mastery a child is offered one question of it. Nobody has to take it; only two misses mean "check again".`}
      >
        {t`Ask whether it lasted`}
      </Switch>
      {retention.length === 0 ? null : (
        <Days key={writeDays(retention)} days={retention} onSave={setRetention} />
      )}
    </Stack>
  );
}

interface DaysProps {
  readonly days: readonly number[];
  readonly onSave: (days: readonly number[]) => void;
}

function Days({ days, onSave }: DaysProps) {
  const { t } = useLingui();
  const [text, setText] = useState(() => writeDays(days));
  const [asked, setAsked] = useState(false);
  const read = readDays(text);
  const changed = !read.ok || writeDays(read.value) !== writeDays(days);
  const usual = writeDays(DEFAULT_RETENTION);
  const error = useDaysError(text, asked);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (read.ok && changed) onSave(read.value);
      }}
    >
      <Stack gap={4}>
        <TextField
          label={t`Days after mastery`}
          hint={t`Whole numbers with commas between them. Unless you change it: ${usual}.`}
          autoComplete="off"
          maxLength={120}
          value={text}
          onChange={setText}
          {...(error === undefined ? {} : { error })}
        />
        <Row>
          <Button type="submit" isDisabled={!changed}>{t`Save the days`}</Button>
        </Row>
      </Stack>
    </form>
  );
}

function useDaysError(text: string, asked: boolean): string | undefined {
  const { t } = useLingui();
  const read = readDays(text);
  if (read.ok || !asked) return undefined;
  const { code, detail = '' } = read.error;
  if (code === 'no-days') return t`Write at least one day, or switch it off.`;
  if (code === 'too-many-days') return t`At most ${MOST_DAYS} days.`;
  return t`"${detail}" is no whole number from 1 to ${LONGEST_DAYS}.`;
}

function RetentionRead({ setting: { rules } }: PartProps) {
  const { t } = useLingui();
  const { list } = useFormatters();
  const days = list(rules.retention.map(String));
  return (
    <p>
      {rules.retention.length === 0
        ? t`Children are not asked whether it lasted.`
        : t`Children are offered a question ${days} days after mastery. Nobody has to take it.`}
    </p>
  );
}
