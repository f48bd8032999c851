import { useState } from 'react';
import Tablet from 'lucide-react/icons/tablet';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import type { GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import { Button } from '#ui/controls/button.tsx';
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Card } from '#ui/layout/card.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { CodeCard } from '#ui/print/code-card.tsx';

/** Connecting a class tablet: its groups, then a code to scan or to type. Needs the network. */
export function ConnectTablet() {
  const { t } = useLingui();
  const { staff, snapshot } = useServices();
  const groups = useLive(snapshot).groups();
  const [chosen, setChosen] = useState<readonly GroupId[] | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [code, setCode] = useState<CodeAnswer | null>(null);
  // With a single group there is nothing to choose.
  const only = groups.length === 1 ? groups.map(({ id }) => id) : [];
  const picked = chosen ?? only;

  const ask = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const result = await staff.tabletCode(picked);
    setBusy(false);
    if (result.ok) setCode(result.value);
    else setFault(result.error);
  };
  const close = () => {
    setOpen(false);
    setCode(null);
    setFault(null);
  };

  if (!isOpen) {
    return (
      <Row>
        <Button kind="primary" icon={<Tablet />} onPress={() => setOpen(true)}>
          {t`Connect a class tablet`}
        </Button>
      </Row>
    );
  }
  return (
    <Card
      tone="main"
      title={t`Connect a class tablet`}
      aside={<Button kind="quiet" onPress={close}>{t`Close`}</Button>}
    >
      {code === null ? (
        <Stack gap={4}>
          {groups.length === 0 ? (
            <p>{t`Make a group first: a class tablet belongs to groups.`}</p>
          ) : (
            <CheckboxGroup
              label={t`Groups that use this tablet`}
              columns={2}
              options={groups.map(({ id, body }) => ({ id, label: body.name }))}
              value={picked}
              onChange={setChosen}
            />
          )}
          <FaultMessage fault={fault} />
          <Row>
            <Button
              kind="primary"
              isDisabled={busy || picked.length === 0}
              onPress={() => void ask()}
            >
              {busy ? t`One moment` : t`Show the code`}
            </Button>
          </Row>
        </Stack>
      ) : (
        <Stack gap={4}>
          <ol>
            <li>{t`1. On the tablet, scan this picture with the camera, or open the address below.`}</li>
            <li>{t`2. If it asks, type the code.`}</li>
            <li>{t`3. Wait until it says "Ready for offline".`}</li>
          </ol>
          <CodeCard
            code={code.code}
            url={code.url}
            msLeft={code.until - code.now}
            label={t`Code of the class tablet`}
          />
          <FaultMessage fault={fault} />
          <Row>
            <Button isDisabled={busy} onPress={() => void ask()}>{t`A new code`}</Button>
          </Row>
        </Stack>
      )}
    </Card>
  );
}
