/** The supports of a child as a form has them. Codes of a later version are kept beside it and written back. */
import {
  isSupport,
  PLAIN_SUPPORTS,
  readSupports,
  TIME_SUPPORTS,
  type PlainSupport,
  type TimeSupport,
} from '#domain/model/supports.ts';

export interface SupportsChoice {
  readonly time: TimeSupport | 'usual';
  readonly plain: readonly PlainSupport[];
  readonly isLeftHanded: boolean;
  readonly timeBar: 'course' | 'shown' | 'hidden';
}

export function readChoice(codes: readonly string[] | undefined): SupportsChoice {
  const known = readSupports(codes);
  // Of several the one that gives most stands, as in a check.
  const time = TIME_SUPPORTS.findLast((code) => known.includes(code)) ?? 'usual';
  return {
    time,
    plain: PLAIN_SUPPORTS.filter((code) => known.includes(code)),
    isLeftHanded: known.includes('left-handed'),
    timeBar: known.includes('timer-hidden')
      ? 'hidden'
      : known.includes('timer-shown')
        ? 'shown'
        : 'course',
  };
}

/** The codes of a choice, in a fixed order, with what `before` has of a later version. */
export function writeChoice(
  { time, plain, isLeftHanded, timeBar }: SupportsChoice,
  before: readonly string[] | undefined,
): readonly string[] {
  const codes: string[] = [
    ...(time === 'usual' ? [] : [time]),
    ...plain,
    ...(isLeftHanded ? ['left-handed'] : []),
    ...(timeBar === 'course' ? [] : [`timer-${timeBar}`]),
  ];
  return [...readSupports(codes), ...(before ?? []).filter((code) => !isSupport(code))];
}
