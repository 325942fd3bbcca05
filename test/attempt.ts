import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import type { TestUnion } from '@/test/union';

/**
 * The ground on which a verb is tried: the records of Khu phố 5, Long Hưng; `province` is somebody who may do
 * everything there.
 */
export type AttemptStage = { union: TestUnion; province: Viewer; courseId: string; venueId: string };

/** Tries a verb and says whether it could be done. Every try makes the record it needs. */
export type Attempt = (viewer: Viewer) => Promise<boolean>;

/** One for each verb of a concept: a verb without one does not compile. */
export type Attempts<Concept extends string> = Record<Extract<Permission, `${Concept}.${string}`>, Attempt>;

export const done = (result: { ok: boolean }) => result.ok;
