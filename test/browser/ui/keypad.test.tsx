import { useState } from 'react';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { AnswerBox } from '#ui/answer/answer-box.tsx';
import { Keypad } from '#ui/answer/keypad.tsx';
import type { KeypadProps } from '#ui/answer/keypad.tsx';
import { editNumber } from '#ui/answer/keypad-keys.ts';
import { PinPad } from '#ui/controls/pin-pad.tsx';
import { PicturePicker } from '#ui/controls/picture-picker.tsx';
import { mount } from './mount.tsx';

function Answering({
  onNext,
  ...props
}: { readonly onNext: (text: string) => void } & Partial<KeypadProps>) {
  const [text, setText] = useState('');
  return (
    <>
      <AnswerBox value={text} />
      <Keypad
        {...props}
        onKey={(key) =>
          key === 'next' ? onNext(text) : setText(editNumber(text, key, { maxDigits: 4 }))
        }
        next={{ label: 'Next', isDisabled: text === '' }}
      />
    </>
  );
}

const ignore = () => {};
const answer = () => page.getByRole('status', { name: 'Your answer' });
const key = (name: string) => page.getByRole('button', { name, exact: true });

describe('the number pad', () => {
  it('types with taps and takes back with the delete key', async () => {
    await mount(<Answering onNext={ignore} />);
    await key('5').click();
    await key('7').click();
    await key('Delete the last digit').click();
    await key('6').click();
    await expect.element(answer()).toHaveTextContent('56');
  });

  it('goes on only when Next is pressed, and not with an empty answer', async () => {
    const onNext = vi.fn<(text: string) => void>();
    await mount(<Answering onNext={onNext} />);
    await expect.element(key('Next')).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    expect(onNext).not.toHaveBeenCalled();
    await key('5').click();
    await key('6').click();
    expect(onNext).not.toHaveBeenCalled();
    await key('Next').click();
    expect(onNext).toHaveBeenCalledExactlyOnceWith('56');
  });

  it('listens to a hardware keyboard, also right after a tap', async () => {
    const onNext = vi.fn<(text: string) => void>();
    await mount(<Answering onNext={onNext} />);
    await key('4').click();
    await userEvent.keyboard('2{Backspace}8{Enter}');
    expect(onNext).toHaveBeenCalledExactlyOnceWith('48');
  });

  it('can be worked with Tab and Space alone', async () => {
    await mount(<Answering onNext={ignore} />);
    await userEvent.tab();
    await expect.element(key('1')).toHaveFocus();
    await userEvent.keyboard(' ');
    await expect.element(answer()).toHaveTextContent('1');
  });

  it('opens no system keyboard: there is no text field to focus', async () => {
    const container = await mount(<Answering onNext={ignore} />);
    expect(container.querySelectorAll('input, textarea, [contenteditable]')).toHaveLength(0);
  });

  it('puts 1 or 7 first, as the school wants', async () => {
    const container = await mount(<Keypad onKey={ignore} order="calculator" />);
    expect(container.querySelector('button')?.textContent).toBe('7');
  });

  it('keys are 72 pixels and more, on the smallest phone too', async () => {
    await page.viewport(320, 640);
    const container = await mount(<Answering onNext={ignore} withMinus decimalMark="." />);
    const sides = [...container.querySelectorAll('button')].flatMap((button) => {
      const { width, height } = button.getBoundingClientRect();
      return [width, height];
    });
    expect(Math.min(...sides)).toBeGreaterThanOrEqual(72);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(768, 1024);
  });
});

describe('the PIN pad', () => {
  it('completes by itself when the length is fixed, and never shows the digits', async () => {
    const onComplete = vi.fn<(pin: string) => void>();
    const container = await mount(
      <PinPad label="Your PIN" minLength={4} maxLength={4} onComplete={onComplete} />,
    );
    await userEvent.keyboard('4071');
    expect(onComplete).toHaveBeenCalledExactlyOnceWith('4071');
    await expect.element(page.getByRole('img', { name: '4 digits entered' })).toBeVisible();
    expect(container.textContent).not.toContain('4071');
  });

  it('waits for OK between four and six digits', async () => {
    const onComplete = vi.fn<(pin: string) => void>();
    await mount(<PinPad label="Your PIN" onComplete={onComplete} />);
    await userEvent.keyboard('407');
    await expect.element(key('OK')).toBeDisabled();
    await userEvent.keyboard('15');
    await key('OK').click();
    expect(onComplete).toHaveBeenCalledExactlyOnceWith('40715');
  });

  it('a new attempt starts with no digit', async () => {
    function Retrying() {
      const [attempt, setAttempt] = useState(0);
      return (
        <PinPad
          label="Your PIN"
          minLength={4}
          maxLength={4}
          attempt={attempt}
          onComplete={() => setAttempt(attempt + 1)}
        />
      );
    }
    await mount(<Retrying />);
    await userEvent.keyboard('1234');
    await expect.element(page.getByRole('img', { name: '0 digits entered' })).toBeVisible();
  });
});

describe('the picture secret', () => {
  it('completes with the third picture, in order, without showing which were chosen', async () => {
    const onComplete = vi.fn<(pictures: readonly string[]) => void>();
    await mount(<PicturePicker label="Your three pictures" onComplete={onComplete} />);
    await key('moon').click();
    await key('key').click();
    await key('moon').click();
    expect(onComplete).toHaveBeenCalledExactlyOnceWith(['moon', 'key', 'moon']);
    await expect.element(page.getByRole('img', { name: '3 of 3 pictures chosen' })).toBeVisible();
  });

  it('a wrong tap can be taken back', async () => {
    const onComplete = vi.fn<(pictures: readonly string[]) => void>();
    await mount(<PicturePicker label="Your three pictures" onComplete={onComplete} />);
    await key('sun').click();
    await key('Take back the last picture').click();
    await key('boat').click();
    await key('kite').click();
    await key('bell').click();
    expect(onComplete).toHaveBeenCalledExactlyOnceWith(['boat', 'kite', 'bell']);
  });

  it.each([
    [768, 1024],
    [1024, 768],
    [360, 800],
  ])(
    'all twelve pictures are in sight at %i x %i, each 64 pixels and more',
    async (width, height) => {
      await page.viewport(width, height);
      const container = await mount(
        <PicturePicker label="Your three pictures" onComplete={ignore} />,
      );
      const pictures = [...container.querySelectorAll('button')].slice(1);
      expect(pictures).toHaveLength(12);
      for (const picture of pictures) {
        const box = picture.getBoundingClientRect();
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(64);
        expect(box.bottom).toBeLessThanOrEqual(height);
        expect(box.right).toBeLessThanOrEqual(width);
      }
      await page.viewport(768, 1024);
    },
  );
});
