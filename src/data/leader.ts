/**
 * One tab of many syncs: whoever holds the lock, until it dies. A browser may put the holder to sleep without taking its lock,
 * so a tab that somebody looks at asks whether the holder is awake, and takes the lock from one that does not answer.
 */
import { isVisible } from '#platform/visibility.ts';
import { holdJob, openChannel } from '#platform/tabs.ts';

const ASK_EVERY_MS = 10_000;
const UNANSWERED = 2;

type Word = 'awake?' | 'awake';

/**
 * Runs `work` while this tab is the one; ends when `stop` aborts.
 * @param askEveryMs how often a tab that waits asks whether the holder is awake
 */
export async function leadOne(
  name: string,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
  askEveryMs = ASK_EVERY_MS,
): Promise<void> {
  let leading = false;
  let unanswered = 0;
  const channel = openChannel<Word>(`${name}.leader`, (word) => {
    if (word === 'awake?' && leading) channel.say('awake');
    if (word === 'awake') unanswered = 0;
  });
  const run = async (signal: AbortSignal): Promise<void> => {
    leading = true;
    try {
      await work(signal);
    } finally {
      leading = false;
    }
  };
  const timer = setInterval(() => {
    if (leading || !isVisible()) return;
    unanswered += 1;
    if (unanswered <= UNANSWERED) channel.say('awake?');
    else {
      unanswered = 0;
      void holdJob(name, stop, run, true);
    }
  }, askEveryMs);
  try {
    // Again after the lock was taken from this tab: then it waits its turn.
    while (!stop.aborted) await holdJob(name, stop, run);
  } finally {
    clearInterval(timer);
    channel.close();
  }
}
