/**
 * The moment of an event (PROTOCOL 13): when it happened by the server's clock, worked out once, at receipt, from a device
 * clock that may be wrong by years.
 */

export interface EventClock {
  /** Raw device clock, ms. */
  readonly at: number;
  /** ms since page load, and which page load. */
  readonly mono: number;
  readonly boot: string;
  /** Server clock minus device clock as last measured when the event was made, or null. */
  readonly skew: number | null;
}

export interface Exchange {
  /** The device's clocks at the moment of sending. */
  readonly clock: { readonly wall: number; readonly mono: number; readonly boot: string };
  /** The server's clock at receipt, ms. */
  readonly now: number;
}

export interface Moment {
  readonly moment: number;
  /** The clocks contradicted what is known, and the moment was moved by more than a minute into the possible span. */
  readonly clamped: boolean;
  /** Server clock minus device clock, ms: shown where it is large. */
  readonly offset: number;
}

/** Clocks that agree differ by the time a request takes; more than this is a contradiction, ms. */
const CONTRADICTION_MS = 60_000;

/**
 * clamp(at + offset, commit time of `seen`, receipt), with the offset measured nearest to the event, else the one of this exchange.
 *
 * In the page load that sends, the monotonic clock knows better: exactly how long ago the event was, whatever the wall clock says.
 * But it stands still while many systems sleep (w3c/hr-time#115), so that it tells the latest moment for certain and no more. Where
 * the wall clock went on for another time, the device slept, or somebody set the clock, or both: `at + offset` is right for all.
 * Only where that is impossible (the offset was measured before the clock was lost) the monotonic clock decides, and it is flagged.
 * @param seenAt commit time of the state that the author had seen (ms), or null where it is not known
 */
export function momentOf(event: EventClock, exchange: Exchange, seenAt: number | null): Moment {
  const { clock, now } = exchange;
  const sameLoad = event.boot === clock.boot && clock.mono >= event.mono;
  const awake = clock.mono - event.mono;
  const jumped = Math.abs(clock.wall - event.at - awake) > CONTRADICTION_MS;
  const offset = now - clock.wall;
  // A clock may say anything; before 1970 there is no moment.
  const floor = Math.max(Math.min(seenAt ?? 0, now), 0);
  const latest = sameLoad ? now - awake : now;
  const guess = sameLoad && !jumped ? latest : event.at + (event.skew ?? offset);
  const isPossible = (at: number): boolean =>
    at >= floor - CONTRADICTION_MS && at <= latest + CONTRADICTION_MS;
  const likely = sameLoad && !isPossible(guess) ? latest : guess;
  const moment = Math.round(Math.max(Math.min(likely, latest), floor));
  const isOff = (at: number): boolean => Math.abs(moment - at) > CONTRADICTION_MS;
  // Either the request lay in a sleeping device, or somebody set the clock since it was measured: nobody can tell which.
  const told = event.at + (event.skew ?? offset);
  return {
    moment,
    clamped: isOff(guess) || (seenAt !== null && isPossible(told) && isOff(told)),
    offset: Math.round(offset),
  };
}
