import { useEffect, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { CodeDisplay } from '../controls/code-field.tsx';
import { useDurations } from '../i18n/use-durations.ts';
import { QrCode } from './qr-code.tsx';
import css from './code-card.module.css';

export interface CodeCardProps {
  /** Eight characters. */
  readonly code: string;
  /** The link that the QR code holds; it names the code behind its hash. */
  readonly url: string;
  /** How long the code is good for, in ms, when the card was first given this code. */
  readonly msLeft: number;
  readonly label: string;
}

/** A code to hand on: to scan, to open, to type; and how long it is good for, in words. */
export function CodeCard(props: CodeCardProps) {
  return <Card key={props.code} {...props} />;
}

function Card({ code, url, msLeft, label }: CodeCardProps) {
  const { t } = useLingui();
  const { length } = useDurations();
  const left = useCountdown(msLeft);
  const words = length(left);
  const address = url.split('#')[0] ?? url;
  return (
    <div className={css['card']}>
      <div className={css['qr']} data-over={left <= 0}>
        <QrCode text={url} label={label} mm={45} />
      </div>
      <div className={css['words']}>
        <CodeDisplay code={code} label={label} />
        <span className={css['address']} dir="ltr">
          {address}
        </span>
        <span role="status" className={css['left']}>
          {left <= 0 ? t`This code has run out. Ask for a new one.` : t`Good for ${words}.`}
        </span>
      </div>
    </div>
  );
}

/** What is left of a length of time in ms, looked at every 20 seconds: words change by the minute. */
function useCountdown(ms: number): number {
  const [end] = useState(() => performance.now() + ms);
  const [left, setLeft] = useState(ms);
  useEffect(() => {
    const timer = setInterval(() => setLeft(end - performance.now()), 20_000);
    return () => clearInterval(timer);
  }, [end]);
  return left;
}
