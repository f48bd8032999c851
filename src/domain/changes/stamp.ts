/** Stamps: the later setting of a field stands, in whatever order the settings arrive (model/documents.ts). */
import type { Members, Stamp } from '../model/documents.ts';

const WIDTH = 9;

export function stampOf(placed: {
  readonly moment: number;
  readonly event: { readonly id: string };
}): Stamp {
  const moment = Math.max(0, Math.round(placed.moment)).toString(36).padStart(WIDTH, '0');
  return `${moment}.${placed.event.id}`;
}

/** A body with `field` set, or the body as it is where a later setting already stands. */
export function setField<
  B extends { readonly stamps: Readonly<Record<string, Stamp | undefined>> },
  F extends keyof B & string,
>(body: B, field: F, value: B[F], stamp: Stamp): B {
  const before = body.stamps[field];
  if (before !== undefined && before >= stamp) return body;
  return { ...body, [field]: value, stamps: { ...body.stamps, [field]: stamp } };
}

/** A set with one member put in or taken out. */
export function setMember(members: Members, id: string, on: boolean, stamp: Stamp): Members {
  const before = members[id];
  if (before !== undefined && before.stamp >= stamp) return members;
  return { ...members, [id]: { on, stamp } };
}

/** Who is in, in order of their ids' first coming (the order of the record). */
export function membersIn(members: Members): string[] {
  return Object.keys(members).filter((id) => members[id]?.on === true);
}
