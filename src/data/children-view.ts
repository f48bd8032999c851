/** The children in a snapshot: each once, however many records there are of them (domain/changes/aliases.ts). */
import { aliasesOf, isErased, isThere, type Aliases } from '#domain/changes/aliases.ts';
import type { Read } from '#domain/changes/world.ts';
import { joinProgress } from '#domain/mastery/progress.ts';
import type { BodyOf, DocumentKind, ProgressBody, StudentBody } from '#domain/model/documents.ts';
import { asId, type StudentId } from '#domain/model/ids.ts';
import type { Entry, Snapshot } from './services.ts';

type Child = Entry<StudentId, StudentBody>;

export interface ChildrenPorts {
  readonly read: Read;
  /** A list that is made once, until a document of one of these kinds changes. */
  readonly remember: <T>(
    name: string,
    kinds: readonly DocumentKind[],
    make: () => readonly T[],
  ) => readonly T[];
  /** Every record, in any order. */
  readonly records: () => readonly Entry<StudentId, BodyOf['student']>[];
  readonly byName: (a: Child, b: Child) => number;
  readonly dayOf: (moment: number) => string;
}

type Children = Pick<
  Snapshot,
  'students' | 'student' | 'recordsOf' | 'credential' | 'proof' | 'progress'
> & { readonly aliases: () => Aliases };

export function childrenOf({ read, remember, records, byName, dayOf }: ChildrenPorts): Children {
  const aliases = (): Aliases => {
    const [found] = remember('aliases', ['student'], () => [
      aliasesOf(new Map(records().map(({ id, body }) => [id as string, body]))), // an id as a plain key
    ]);
    return found ?? aliasesOf(new Map());
  };
  const rootOf = (id: StudentId): StudentId => asId<StudentId>(aliases().rootOf(id));
  const student = (id: StudentId): StudentBody | undefined => {
    const body = read('student', rootOf(id));
    return isThere(body) ? body : undefined;
  };
  const known = (id: StudentId): boolean => !isErased(read('student', id));
  const recordsOf = (id: StudentId): readonly StudentId[] =>
    aliases()
      .recordsOf(id)
      .map(asId<StudentId>);

  return {
    aliases,
    student,
    recordsOf,
    students: () =>
      remember('children', ['student'], () =>
        records()
          .flatMap(({ id, body }) => (isThere(body) && rootOf(id) === id ? [{ id, body }] : []))
          .toSorted(byName),
      ),
    // A secret and a badge belong to a record: the badge of a record that was joined goes on being its child's.
    credential: (id) => (known(id) ? read('credential', id) : undefined),
    proof: (id) => (known(id) ? read('proof', id) : undefined),
    progress(id, course) {
      const own = recordsOf(id).filter(known);
      if (own.length < 2)
        return own[0] === undefined ? undefined : read('progress', own[0], course);
      const [joined] = remember<ProgressBody | undefined>(
        `progress of ${own.join(' ')} in ${course}`,
        ['student', 'progress', 'course'],
        () => {
          const bodies = own.flatMap((one) => read('progress', one, course) ?? []);
          const body = read('course', course);
          return [body === undefined ? bodies[0] : joinProgress(body, bodies, dayOf)];
        },
      );
      return joined;
    },
  };
}
