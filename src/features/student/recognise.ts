/** Who is this? From a picture secret or a badge, by what this device keeps of them. */
import { proofOf, proofOfBadge, proofOfSecret } from '#domain/changes/proof.ts';
import type { ProofBody } from '#domain/model/documents.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Session, Snapshot } from '#data/services.ts';

/** What can be compared with; undefined while this device knows neither pictures nor badge of the child. */
function proofFor(snapshot: Snapshot, student: StudentId): ProofBody | undefined {
  const credential = snapshot.credential(student);
  return (
    snapshot.proof(student) ?? (credential === undefined ? undefined : proofOf(student, credential))
  );
}

/** `unknown`: this device cannot tell. */
export type SecretAnswer = 'right' | 'wrong' | 'unknown';

/** @param pictures numbers 0 to 11 in the order in which they were tapped */
export function checkSecret(
  snapshot: Snapshot,
  student: StudentId,
  pictures: readonly number[],
): SecretAnswer {
  const proof = proofFor(snapshot, student);
  if (proof === undefined) return 'unknown';
  return proof.secret === proofOfSecret(student, pictures) ? 'right' : 'wrong';
}

/** The child whose badge this is, among the children of this device; null when it is nobody's. */
export function ownerOfBadge(
  snapshot: Snapshot,
  students: readonly StudentId[],
  badge: string,
): StudentId | null {
  const proof = proofOfBadge(badge.trim());
  // A child whose records were joined may still have the badge of the other one.
  const has = (record: StudentId): boolean => proofFor(snapshot, record)?.badge === proof;
  return students.find((student) => snapshot.recordsOf(student).some(has)) ?? null;
}

/** The groups of this device: those it was enrolled for, or all that a member's device knows. */
export function groupsOfDevice(session: Session, snapshot: Snapshot): GroupId[] {
  const known = snapshot.groups().map(({ id }) => id);
  if (!('device' in session) || session.device.kind !== 'class-tablet') return known;
  const { groups } = session.device;
  return known.filter((id) => groups.includes(id));
}
