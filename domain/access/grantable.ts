import { type Role, roles } from './permissions';

/** Roles whose work is the whole city: they are given there, where two decide (0262), and nowhere below, where they would reach as far (0351). */
export const wholeCityRoles: ReadonlySet<Role> = new Set(['system_administrator', 'province_official']);

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
