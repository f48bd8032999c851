import { expect, test } from 'vitest';
import { proofOf } from '#domain/changes/proof.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { asId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import { ownerOfBadge } from '#features/student/recognise.ts';
import { fakeServices } from '#test/support/fake-services.ts';

const GROUP = asId<GroupId>('g1');
const on = { on: true, stamp: '1' };

/** A class tablet on which the second record of Ana was joined with the first. */
function tablet() {
  const child = (id: string, name: string, alias: object = {}): AnyDocument[] => [
    { key: `student/${id}`, kind: 'student', body: { name, avatar: 'fox', stamps: {}, ...alias } },
    {
      key: `proof/${id}`,
      kind: 'proof',
      body: proofOf(id, { secret: [0, 1, 2], badge: `badge-${id}` }),
    },
  ];
  const documents: AnyDocument[] = [
    ...child('ana', 'Ana'),
    ...child('ana-2', 'Ana G.', { alias: 'ana', stamps: { alias: '2' } }),
    ...child('ben', 'Ben'),
    {
      key: `group/${GROUP}`,
      kind: 'group',
      body: { name: '2B', students: { 'ana-2': on, ben: on }, staff: {}, stamps: {} },
    },
  ];
  return fakeServices({ documents }).services.snapshot.get();
}

test('both badges of a child whose records were joined open the same child, who is in the groups of both', () => {
  const snapshot = tablet();
  const students = snapshot.studentsOf(GROUP);
  expect(students).toEqual(['ana', 'ben'].map(asId<StudentId>));
  const owner = (badge: string) => ownerOfBadge(snapshot, students, badge);
  expect(owner('badge-ana')).toBe('ana');
  expect(owner('badge-ana-2')).toBe('ana');
  expect(owner('badge-ben')).toBe('ben');
  expect(owner('badge-nobody')).toBeNull();
});
