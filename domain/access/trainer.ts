import type { UnitPath, Viewer } from './viewer';

const withGrants = (viewer: Viewer, keep: (role: string) => boolean): Viewer => ({
  ...viewer,
  grants: viewer.grants.filter(({ role }) => keep(role)),
});
/** Her roles as a trainer alone, and all others. */
export const asTrainer = (viewer: Viewer) => withGrants(viewer, (role) => role === 'trainer');
export const asOther = (viewer: Viewer) => withGrants(viewer, (role) => role !== 'trainer');

/** A session of the province as a whole, for several communes: by the place of its unit in the tree. */
export const isOfProvince = ({ unitPath }: { unitPath: UnitPath }) => /^\/\d+\/$/.test(unitPath);
