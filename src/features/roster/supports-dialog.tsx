import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { PLAIN_SUPPORTS, TIME_SUPPORTS } from '#domain/model/supports.ts';
import { Button } from '#ui/controls/button.tsx';
import { Checkbox, CheckboxGroup } from '#ui/controls/checkbox-group.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { Select } from '#ui/controls/select.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Dialog } from '#ui/layout/dialog.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { readChoice, writeChoice, type SupportsChoice } from './supports-choice.ts';
import { usePlainSupportWords, useTimeWords } from './use-support-words.ts';

export interface SupportsDialogProps {
  readonly name: string;
  /** As they are set; undefined: never. */
  readonly supports: readonly string[] | undefined;
  readonly onClose: () => void;
  /** Saves all of them; null when saved. */
  readonly onSave: (codes: readonly string[]) => Promise<Fault | null>;
}

/** What helps a child in checks: set once, used in every check, seen by nobody but staff. */
export function SupportsDialog({ name, supports, onClose, onSave }: SupportsDialogProps) {
  const { t } = useLingui();
  const timeWords = useTimeWords();
  const plainWords = usePlainSupportWords();
  const [choice, setChoice] = useState<SupportsChoice>(() => readChoice(supports));
  const [fault, setFault] = useState<Fault | null>(null);
  const change = (part: Partial<SupportsChoice>): void => setChoice({ ...choice, ...part });
  const save = async (): Promise<void> => {
    const codes = writeChoice(choice, supports);
    const same = codes.join() === (supports ?? []).join();
    const refused = same ? null : await onSave(codes);
    setFault(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t`Supports for ${name}`}
      actions={
        <>
          <Button kind="primary" onPress={() => void save()}>{t`Save`}</Button>
          <Button onPress={onClose}>{t`Cancel`}</Button>
        </>
      }
    >
      <Stack gap={5}>
        <p className="soft">{t`They apply to every check from the next one on, and are noted with its result. Other children do not see them.`}</p>
        <Select
          label={t`Time`}
          hint={t`Nobody is cut off when the time is over: the check then counts as "accurate, took longer".`}
          options={(['usual', ...TIME_SUPPORTS] as const).map((id) => ({
            id,
            label: timeWords(id),
          }))}
          value={choice.time}
          onChange={(time) => change({ time })}
        />
        <CheckboxGroup
          label={t`While the check runs`}
          options={PLAIN_SUPPORTS.map((id) => ({ id, ...plainWords(id) }))}
          value={choice.plain}
          onChange={(plain) => change({ plain })}
        />
        <Checkbox
          isSelected={choice.isLeftHanded}
          onChange={(isLeftHanded) => change({ isLeftHanded })}
          hint={t`The number keys stand on the left, where the hand is.`}
        >
          {t`Left-handed`}
        </Checkbox>
        {choice.time === 'untimed' ? null : (
          <SegmentedControl
            label={t`Time bar`}
            labelShown
            wide
            options={[
              { id: 'course', label: t`As the course` },
              { id: 'shown', label: t`Shown` },
              { id: 'hidden', label: t`Hidden` },
            ]}
            value={choice.timeBar}
            onChange={(timeBar) => change({ timeBar })}
          />
        )}
        <FaultMessage fault={fault} />
      </Stack>
    </Dialog>
  );
}
