import { useState } from 'react';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { MarkBar } from '#ui/answer/mark-bar.tsx';
import { Button } from '#ui/controls/button.tsx';
import { CodeField } from '#ui/controls/code-field.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { Select } from '#ui/controls/select.tsx';
import { BottomSheet, Dialog } from '#ui/layout/dialog.tsx';
import { Snackbar } from '#ui/layout/snackbar.tsx';
import { SyncChip } from '#ui/sync/sync-chip.tsx';
import type { SyncState } from '#ui/sync/sync-state.ts';
import { mount } from './mount.tsx';

const ignore = () => {};
const button = (name: string) => page.getByRole('button', { name, exact: true });

function Opening({ form }: { readonly form: 'dialog' | 'sheet' }) {
  const [isOpen, setIsOpen] = useState(false);
  const Form = form === 'dialog' ? Dialog : BottomSheet;
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>Open</Button>
      <Form
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Amara"
        actions={<Button onPress={() => setIsOpen(false)}>Done</Button>}
      >
        Nearly
      </Form>
    </>
  );
}

describe.each(['dialog', 'sheet'] as const)('a %s', (form) => {
  it('takes the focus, keeps it, and gives it back to where it was', async () => {
    await mount(<Opening form={form} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const layer = page.getByRole('dialog', { name: 'Amara' });
    await expect.element(layer).toBeVisible();
    const hasFocus = () => layer.element().contains(document.activeElement);
    // It is painted a moment before it takes the focus.
    await expect.poll(hasFocus).toBe(true);
    for (let i = 0; i < 5; i += 1) {
      expect(hasFocus()).toBe(true);
      await userEvent.tab();
    }
    await userEvent.keyboard('{Escape}');
    await expect.element(layer).not.toBeInTheDocument();
    await expect.element(button('Open')).toHaveFocus();
  });
});

describe('undo', () => {
  it('is offered at the top, far from the foot where the marks are', async () => {
    const onUndo = vi.fn<() => void>();
    await mount(
      <Snackbar message={{ id: '1', text: 'Amara: got it', onUndo }} onDismiss={ignore} />,
    );
    expect(button('Undo').element().getBoundingClientRect().bottom).toBeLessThan(140);
    await button('Undo').click();
    expect(onUndo).toHaveBeenCalledOnce();
  });
});

describe('the two marks', () => {
  it('are 96 pixels tall, half the width each, at least 8 apart, and mark with one tap', async () => {
    const onMark = vi.fn<(mark: string) => void>();
    await mount(<MarkBar onMark={onMark} />);
    const notYet = button('Not yet').element().getBoundingClientRect();
    const gotIt = button('Got it').element().getBoundingClientRect();
    expect(Math.min(notYet.height, gotIt.height)).toBeGreaterThanOrEqual(96);
    expect(Math.abs(notYet.width - gotIt.width)).toBeLessThan(1);
    expect(gotIt.left - notYet.right).toBeGreaterThanOrEqual(8);
    await button('Got it').click();
    expect(onMark).toHaveBeenCalledExactlyOnceWith('got-it');
  });
});

describe('the sync chip', () => {
  const states: readonly SyncState[] = [
    { state: 'all-sent', at: 0 },
    { state: 'waiting', count: 3 },
    { state: 'sending', done: 1, total: 300 },
    { state: 'offline', count: 12 },
    { state: 'busy', count: 12 },
    { state: 'old', count: 1200, since: 0 },
    { state: 'needs-you', count: 2 },
    { state: 'storage-risk' },
  ];

  it.each(['en', 'es'] as const)(
    'has one size in every state, so that nothing moves (%s)',
    async (language) => {
      const container = await mount(
        states.map((sync) => (
          <SyncChip key={sync.state} sync={sync} onPress={ignore} timeZone="UTC" />
        )),
        { language },
      );
      const sizes = [...container.querySelectorAll('button')].map((chip) => {
        const { width, height } = chip.getBoundingClientRect();
        return `${width}x${height}`;
      });
      expect(sizes).toHaveLength(states.length);
      expect(new Set(sizes).size).toBe(1);
    },
  );

  it('says what waits in words, and opens with one press', async () => {
    const onPress = vi.fn<() => void>();
    await mount(<SyncChip sync={{ state: 'offline', count: 3 }} onPress={onPress} />);
    await page.getByRole('button', { name: /Offline\s*3 saved here/u }).click();
    expect(onPress).toHaveBeenCalledOnce();
  });

  it('tells a screen reader a new state, but not every change of count', async () => {
    function Counting() {
      const [count, setCount] = useState(0);
      return (
        <>
          <SyncChip
            sync={count === 0 ? { state: 'all-sent', at: 0 } : { state: 'offline', count }}
            onPress={ignore}
          />
          <Button onPress={() => setCount(count + 1)}>One more</Button>
        </>
      );
    }
    await mount(<Counting />);
    await button('One more').click();
    await expect.element(page.getByRole('status')).toHaveTextContent('Offline. 1 saved here');
    await button('One more').click();
    await expect.element(page.getByRole('button', { name: /2 saved here/u })).toBeVisible();
    expect(page.getByRole('status').element().textContent).toBe('Offline. 1 saved here');
  });
});

describe('choices', () => {
  it('nothing is chosen until somebody chooses', async () => {
    const onChange = vi.fn<(id: string) => void>();
    const options = [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ] as const;
    await mount(
      <>
        <SegmentedControl label="Sure?" options={options} value={null} onChange={onChange} />
        <Select label="Answer" options={options} value={null} onChange={onChange} />
      </>,
    );
    expect(onChange).not.toHaveBeenCalled();
    await page.getByRole('radio', { name: 'No' }).click();
    expect(onChange).toHaveBeenLastCalledWith('no');
    await page.getByRole('button', { name: /Answer/u }).click();
    await page.getByRole('option', { name: 'Yes' }).click();
    expect(onChange).toHaveBeenLastCalledWith('yes');
  });
});

describe('the code field', () => {
  it('takes lower case, spaces and dashes, and completes with the eighth character', async () => {
    const onComplete = vi.fn<(code: string) => void>();
    function Coding() {
      const [code, setCode] = useState('');
      return <CodeField label="Code" value={code} onChange={setCode} onComplete={onComplete} />;
    }
    await mount(<Coding />);
    await page.getByLabelText('Code').fill('k7m2-xq9a');
    expect(onComplete).toHaveBeenCalledExactlyOnceWith('K7M2XQ9A');
  });
});
