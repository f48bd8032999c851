/** Branded ids: a string that says whose it is. Made from random bits on a device or given by a course pack. */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type MemberId = Id<'member'>;
export type StudentId = Id<'student'>;
export type GroupId = Id<'group'>;
export type DeviceId = Id<'device'>;
export type GrantId = Id<'grant'>;
export type EventId = Id<'event'>;
export type StreamId = Id<'stream'>;
export type CourseId = Id<'course'>;
export type UnitId = Id<'unit'>;
export type ObjectiveId = Id<'objective'>;

/** Says that `text` was read from a place where an id of this kind stands (a parsed record, a key). */
export function asId<I extends string>(text: string): I {
  // The brand exists for the compiler only: this is the one place where a plain string becomes an id.
  return text as I;
}
