import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import { type Permission, permissions, type Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { indicatorCodes, toldOf } from '@/domain/indicators/indicator';

/** The place that is hers: the highest one that a role of hers is held for, of those that may do this. */
export function placeOf(viewer: Viewer, needs: Permission): string | null {
  const allowed: readonly Role[] = permissions[needs];
  const grants = viewer.grants.filter(({ role }) => allowed.includes(role));
  return [...grants].sort((one, other) => one.path.length - other.path.length)[0]?.unitId ?? null;
}

/** The indicators that she may see somewhere. */
export const codesFor = (viewer: Viewer) => indicatorCodes.filter((code) => mayAnywhere(viewer, toldOf(code).needs));
