/**
 * What a class tablet keeps of a child's picture secret and badge: enough to recognise them, not to print them. It hides
 * them from a look at the screen or a saved file, no more: 1,320 secrets can be tried in no time.
 */
import { textHash } from '../kernel/content-hash.ts';
import type { PictureSecret } from '../model/event.ts';
import type { CredentialBody, ProofBody } from '../model/documents.ts';

export function proofOfSecret(student: string, secret: readonly number[]): string {
  return textHash(`secret ${student} ${secret.join(' ')}`);
}

/** Not salted by the student: a badge is looked up before it is known whose it is. */
export function proofOfBadge(badge: string): string {
  return textHash(`badge ${badge}`);
}

export function proofOf(
  student: string,
  credential: Pick<CredentialBody, 'secret' | 'badge'> & { readonly secret: PictureSecret },
): ProofBody {
  return {
    secret: proofOfSecret(student, credential.secret),
    badge: proofOfBadge(credential.badge),
  };
}
