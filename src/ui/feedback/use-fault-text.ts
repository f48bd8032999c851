import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

export interface FaultLike {
  readonly code: string;
  readonly detail?: string;
}

/**
 * Words for the codes of faults: why something did not happen, and what to do. An unknown code gets a sentence that is
 * true of every fault, with the code in it for whoever helps.
 */
export function useFaultText(): (fault: FaultLike) => string {
  const { t } = useLingui();
  return ({ code, detail }) => {
    switch (code) {
      case 'unreachable':
        return t`The school's server did not answer. Connect to the network and try again.`;
      case 'not-an-answer':
        return t`Something between this device and the school answered instead of it, for example the sign-in page of a network. Sign in to the network first, then try again.`;
      case 'busy':
        return t`The school is busy. Wait a moment, then try again.`;
      case 'wrong-sign-in':
        return t`The email, the passphrase or the PIN is not right.`;
      case 'wrong-code':
        return t`This code is not right, was used already, or has run out. Ask for a new one.`;
      case 'wrong-token':
        return t`This link is not whole or is not the newest one. Open the link that the server printed last.`;
      case 'already-set-up':
        return t`This school is set up already. Sign in instead.`;
      case 'too-many':
        return t`Too many tries. Wait a few minutes, then try again.`;
      case 'email-taken':
        return t`Somebody with this email already works here.`;
      case 'wrong-pin': {
        const left = Number(detail);
        if (!Number.isInteger(left) || left <= 0) return t`That PIN is not right. Try again.`;
        const tries = plural(left, { one: '# try', other: '# tries' });
        return t`That PIN is not right. ${tries} before a short wait.`;
      }
      case 'wait':
        return t`Too many wrong PINs. Wait a moment.`;
      case 'locked':
        return t`This device is locked. Unlock it with your PIN and try again.`;
      case 'no-member':
        return t`This person cannot unlock this device.`;
      case 'no-device':
      case 'no-credential':
      case 'credential-ended':
      case 'grant-ended':
      case 'wrong-proof':
        return t`This device is not connected to the school any more. Sign in again; what was saved stays here.`;
      case 'no-authority':
      case 'out-of-scope':
        return t`Your role does not allow this. Ask the person who set up the school.`;
      case 'stale':
        return t`The clock of this device is far off. Nothing is lost by it; set the date and the time, and try again.`;
      case 'no-school':
        return t`This school is not set up yet.`;
      case 'wrong-host':
        return t`This is not the address of the school. Open the school's own address.`;
      case 'malformed':
        return t`The school could not read this. Look at what you typed, and try again.`;
      case 'storage':
        return t`The browser could not save this. Nothing was changed: make some room on the device and try again.`;
      case 'too-large':
        return t`This is too much text at once. Make it shorter.`;
      case 'no-school-key':
        return t`Notes need one exchange with the school first. Connect once, then write the note.`;
      case 'nothing-unsent':
        return t`There is nothing here that waits to be sent.`;
      case 'not-a-rescue-file':
        return t`This is not a file of unsent results. Its name ends in ".rescue.txt".`;
      case 'newer-version':
        return t`This file was made by a newer version of the app. Update the app and the school's server, then bring it in again.`;
      case 'other-school':
        return t`This file belongs to another school. Only that school can read it.`;
      case 'nothing-readable':
        return t`Nothing in this file can be read: it was cut or changed, or sealed for another school. Save it again on its device, if you can.`;
      case 'leaving':
        return t`This device is being left just now, here or in another tab. Nothing was saved. Stop leaving first.`;
      case 'other-tab':
        return t`Another tab of the app stands in the way. Close all other tabs and windows of Nine of Ten, and try again.`;
      case 'no-such-device':
        return t`The school does not know this device any more. Look at the list again.`;
      case 'no-code':
        return t`A part of the app could not be loaded. Connect to the network once, and try again.`;
      case 'insecure':
        return t`This address does not begin with https. Open the school's safe address.`;
      default:
        return t`That did not work (${code}). Everything saved before is still there. Try again.`;
    }
  };
}
