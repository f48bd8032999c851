import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Row } from '#ui/layout/stack.tsx';

/** How long a sheet took, as it was said: within the time, or a number of minutes. */
export interface Taken {
  readonly how: 'within' | 'minutes';
  /** The minutes as they were typed. */
  readonly text: string;
}

export interface TimeTakenProps {
  /** The limit of the rule in minutes, null where it has none: then nothing is asked. */
  readonly limit: number | null;
  /** null: nothing was said yet; nothing is chosen by itself. */
  readonly taken: Taken | null;
  readonly onChange: (taken: Taken) => void;
}

/** How long it took: within the time of this child, or a number of minutes. */
export function TimeTaken({ limit, taken, onChange }: TimeTakenProps) {
  const { t } = useLingui();
  const { number } = useFormatters();
  if (limit === null) return null;
  const text = taken?.text ?? '';
  return (
    <Row gap={4} align="end">
      <SegmentedControl
        label={t`Time taken`}
        labelShown
        options={[
          { id: 'within', label: t`Within ${number(limit)} min` },
          { id: 'minutes', label: t`Minutes` },
        ]}
        value={taken?.how ?? null}
        onChange={(how) => onChange({ how, text })}
      />
      {taken?.how === 'minutes' ? (
        <TextField
          label={t`Minutes taken`}
          inputMode="numeric"
          value={text}
          onChange={(next) => onChange({ how: 'minutes', text: next })}
          error={
            text !== '' && readMinutes(text) === undefined ? t`A whole number of minutes` : null
          }
        />
      ) : null}
    </Row>
  );
}

/** The minutes of an entry: null = within the time, or there is no limit; undefined while it is not said or cannot be read. */
export function minutesOf(taken: Taken | null, limit: number | null): number | null | undefined {
  if (limit === null) return null;
  if (taken === null) return undefined;
  return taken.how === 'within' ? null : readMinutes(taken.text);
}

function readMinutes(text: string): number | undefined {
  return /^\d{1,3}$/u.test(text.trim()) ? Number(text) : undefined;
}
