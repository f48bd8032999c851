import { useLingui } from '@lingui/react/macro';

export interface HeldWords {
  /** Why an entry does not count. Read after "It was" or alone: a whole sentence. */
  readonly why: string;
  /** What a teacher does now; nothing is a valid answer. */
  readonly todo: string;
}

/** Words for the codes of entries that the school keeps and does not count: why, and what to do now. Nothing of them is lost. */
export function useHeldWords(): (code: string) => HeldWords {
  const rights = useRightsWords();
  const contents = useContentWords();
  const { t } = useLingui();
  return (code) =>
    rights(code) ??
    contents(code) ?? {
      why: t`It could not be counted (${code}).`,
      todo: t`It is kept. Tell the person who looks after the school's server.`,
    };
}

/** Who made it, and under which right. */
function useRightsWords(): (code: string) => HeldWords | null {
  const { t } = useLingui();
  return (code) => {
    switch (code) {
      case 'no-authority':
        return {
          why: t`It was made by somebody whose role does not allow it.`,
          todo: t`If it is right, a teacher of the group makes the same entry once more.`,
        };
      case 'out-of-scope':
        return {
          why: t`It is about a student or a group that this device was not responsible for.`,
          todo: t`If it is right, a teacher of that group makes the same entry once more.`,
        };
      case 'bad-author':
        return {
          why: t`It was signed in the name of somebody else.`,
          todo: t`Ask the person who made it to make it again under their own name.`,
        };
      case 'grant-ended':
        return {
          why: t`It was made after the rights of the device had ended.`,
          todo: t`If it is right, make the same entry once more on another device.`,
        };
      case 'unknown-grant':
        return {
          why: t`The school's server does not know the device that it was signed on. That happens after an older copy of the data was put back.`,
          todo: t`Connect that device to the school again, or sign in on it: what it sends then may count by itself. If this entry stays here and is right, make it once more.`,
        };
      case 'bad-mac':
      case 'wrong-school':
        return {
          why: t`It was not signed by a device of this school, or it was changed on the way.`,
          todo: t`If you do not expect it, tell the person who looks after the school's server. Otherwise there is nothing to do.`,
        };
      case 'held-cap':
        return {
          why: t`Too many entries of this device wait already, so this one was not taken in.`,
          todo: t`Look at the other entries of the device first. Save its unsent results to a file and keep that file.`,
        };
      default:
        return null;
    }
  };
}

/** What is in it. */
function useContentWords(): (code: string) => HeldWords | null {
  const { t } = useLingui();
  return (code) => {
    switch (code) {
      case 'unknown-kind':
      case 'unknown-version':
      case 'unknown-envelope':
        return {
          why: t`It was made by a newer version of the app than the school's server has.`,
          todo: t`Nothing to do here: it counts as soon as the server is brought up to date.`,
        };
      case 'not-graded':
      case 'form-mismatch':
      case 'unknown-generator':
      case 'bad-seed':
      case 'form.impossible':
      case 'form.no-check':
      case 'form.bad-count':
      case 'items.unknown-family':
        return {
          why: t`The questions of this check could not be made again, so it could not be graded.`,
          todo: t`Let the child take the check once more. The answers are kept.`,
        };
      case 'unknown-course':
      case 'unknown-objective':
      case 'unknown-revision':
        return {
          why: t`It is about an objective that the school does not have.`,
          todo: t`Bring the school's server up to date; it counts as soon as the course is there.`,
        };
      case 'missing':
        return {
          why: t`It belongs to another entry that has not arrived yet.`,
          todo: t`Switch on the other devices near the network: it counts as soon as that entry is there.`,
        };
      case 'merge-cycle':
        return {
          why: t`It joins two records of a child that are joined the other way round already.`,
          todo: t`Nothing to do: they are one child.`,
        };
      case 'id-conflict':
        return {
          why: t`It is a second entry under a name that was used already. Both are kept, the first one counts.`,
          todo: t`Compare the two; if the second one is right, make it once more.`,
        };
      case 'sheet-entered-before':
        return {
          why: t`This sheet of paper was entered before, and not in the same way. The first entry counts.`,
          todo: t`Compare with the sheet. If the first entry is wrong, enter the sheet once more on a device where it was entered: that sets the earlier result aside, and the new one counts.`,
        };
      case 'bad-about':
      case 'unknown-ref':
      case 'bad-body':
      case 'bad-envelope':
      case 'not-json':
      case 'bad-slot':
        return {
          why: t`It is damaged and cannot be read in full.`,
          todo: t`Make the entry once more. Save the list to a file for the person who looks after the school's server.`,
        };
      default:
        return null;
    }
  };
}
