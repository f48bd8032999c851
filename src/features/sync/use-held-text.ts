import { useLingui } from '@lingui/react/macro';

/** Words for the reasons of held events: what is the matter, and what to do. Nothing held is lost. */
export function useHeldText(): (code: string) => string {
  const { t } = useLingui();
  return (code) => {
    switch (code) {
      case 'no-authority':
        return t`made by somebody whose role does not allow it. A teacher of the group can make the same entry.`;
      case 'out-of-scope':
        return t`about a student or group that this device was not responsible for. Ask the person who set up the school whether the group is yours.`;
      case 'bad-author':
        return t`signed in the name of somebody else. Ask the person who made it to make it again.`;
      case 'unknown-kind':
      case 'unknown-version':
      case 'unknown-envelope':
        return t`made by a newer version of the app. It counts as soon as the school's server is brought up to date.`;
      case 'not-graded':
      case 'form-mismatch':
      case 'unknown-generator':
      case 'bad-seed':
        return t`a check whose questions could not be made again. The child can take it once more; the answers are kept.`;
      case 'unknown-course':
      case 'unknown-objective':
      case 'unknown-revision':
        return t`about an objective that the school does not have. It counts as soon as the course is there.`;
      case 'bad-mac':
      case 'unknown-grant':
      case 'grant-ended':
      case 'wrong-school':
        return t`not signed by a device of this school. Nothing to do; look at it if you do not expect it.`;
      case 'id-conflict':
        return t`a second entry under a name that was used already. Both are kept; the first one counts.`;
      default:
        return t`could not be counted (${code}). It is kept. Tell the person who looks after the server.`;
    }
  };
}
