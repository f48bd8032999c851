import { useEffect, useRef, type ComponentProps, type PointerEvent } from 'react';

export interface PressProps extends Omit<
  ComponentProps<'button'>,
  'disabled' | 'onClick' | 'onMouseDown' | 'onPointerDown' | 'onPointerUp' | 'type'
> {
  /** Once per tap, click, Enter or Space. */
  readonly onPress?: (() => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  /** The focus stays where it is: keys of a pad must not take Enter away from "next". */
  readonly preventFocusOnPress?: boolean | undefined;
  readonly type?: 'button' | 'submit';
}

/** A finger that stayed so long: browsers of touch screens may take it for something else and say no click. */
const LONG_MS = 350;
/** A click that comes after all is there by then, ms. */
const CLICK_WITHIN_MS = 80;

/**
 * What can be pressed: the browser's own button, without a look. Hover, press, focus and disabled are plain CSS states. Two things
 * are added: a finger that stays long presses as well, and a button that was pressed has the focus in every browser.
 */
export function Press(props: PressProps) {
  const {
    onPress,
    isDisabled = false,
    preventFocusOnPress = false,
    type = 'button',
    ...rest
  } = props;
  const down = useRef(0);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);
  const noLateClick = (): void => clearTimeout(late.current);
  useEffect(() => noLateClick, []);
  return (
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      onMouseDown={preventFocusOnPress ? (event) => event.preventDefault() : undefined}
      onPointerDown={({ timeStamp }) => {
        noLateClick();
        down.current = timeStamp;
      }}
      onPointerUp={(event) => {
        const { currentTarget: button, pointerType, timeStamp } = event;
        const wasLong = pointerType !== 'mouse' && timeStamp - down.current >= LONG_MS;
        if (wasLong && isOver(event))
          late.current = setTimeout(() => button.click(), CLICK_WITHIN_MS);
      }}
      onClick={({ currentTarget: button }) => {
        noLateClick();
        if (!preventFocusOnPress && document.activeElement !== button)
          button.focus({ preventScroll: true });
        onPress?.();
      }}
    />
  );
}

/** The finger did not leave the button before it was lifted. */
function isOver({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): boolean {
  return currentTarget.contains(document.elementFromPoint(clientX, clientY));
}
