import type { Role } from './permissions';
import type { Viewer } from './viewer';

/** The viewer with these roles of hers alone: what she may as a trainer, as an official. */
export const withRoles = (viewer: Viewer, ...roles: Role[]): Viewer => ({
  ...viewer,
  grants: viewer.grants.filter(({ role }) => roles.includes(role)),
});

/** The viewer without these roles: what she may for another reason. */
export const withoutRoles = (viewer: Viewer, ...roles: Role[]): Viewer => ({
  ...viewer,
  grants: viewer.grants.filter(({ role }) => !roles.includes(role)),
});
