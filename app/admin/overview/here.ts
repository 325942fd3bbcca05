import type { Viewer } from '@/domain/access/viewer';
import type { Scene } from '@/domain/overview/place';

/** Who is looking, at which place: what waits is told of it. */
export type Here = { viewer: Viewer; scene: Scene; communeId: string | undefined };
