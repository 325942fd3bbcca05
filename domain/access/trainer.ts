import { withoutRoles, withRoles } from './roles';
import type { UnitPath, Viewer } from './viewer';

/** Her roles as a trainer alone, and all others. */
export const asTrainer = (viewer: Viewer) => withRoles(viewer, 'trainer');
export const asOther = (viewer: Viewer) => withoutRoles(viewer, 'trainer');

/** A session of the province as a whole, for several communes: by the place of its unit in the tree. */
export const isOfProvince = ({ unitPath }: { unitPath: UnitPath }) => /^\/\d+\/$/.test(unitPath);
