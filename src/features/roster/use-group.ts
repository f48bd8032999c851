import { useParams } from 'wouter';
import { asId, type GroupId } from '#domain/model/ids.ts';
import type { GroupBody } from '#domain/model/documents.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';

export interface GroupInRoute {
  readonly id: GroupId;
  /** Undefined when the device does not have this group (an old link, another teacher's). */
  readonly body: GroupBody | undefined;
  readonly snapshot: Snapshot;
}

/** The group that the address names. */
export function useGroup(): GroupInRoute {
  const { group } = useParams<{ group: string }>();
  const snapshot = useLive(useServices().snapshot);
  const id = asId<GroupId>(group);
  return { id, body: snapshot.group(id), snapshot };
}
