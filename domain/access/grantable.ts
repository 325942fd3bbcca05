import { type Role, roles } from './permissions';

/** Roles a role may give to others: nobody grants more than she has. */
export const grantable: Record<Role, readonly Role[]> = {
  system_administrator: roles,
  province_official: roles.filter((role) => role !== 'system_administrator'),
  viewer: [],
  editor: [],
  commune_official: [],
  sub_association_head: [],
  trainer: [],
};
