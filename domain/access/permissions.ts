export const roles = [
  'system_administrator',
  'province_official',
  'viewer',
  'editor',
  'commune_official',
  'sub_association_head',
  'trainer',
] as const;
export type Role = (typeof roles)[number];

/**
 * Who may do what. Where she may do it comes with each grant: see access.ts. What goes beyond role and place
 * ("the trainer of this session") stands beside its concept and says so here.
 */
export const permissions = {
  'units.see': roles,

  'people.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head'],
  'people.see-phone': ['province_official', 'commune_official', 'sub_association_head'],
  // what the record itself says is changed where it is kept; a membership is also ended by the unit it belongs to
  'people.record': ['province_official', 'commune_official', 'sub_association_head'],
  'people.appoint': ['province_official', 'commune_official'],
  'people.networks': ['province_official', 'commune_official'],

  'digital-models.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head'],
  'digital-models.found': ['province_official', 'commune_official', 'sub_association_head'],
  'digital-models.edit': ['province_official', 'commune_official', 'sub_association_head'],
  'digital-models.change-status': ['province_official', 'commune_official', 'sub_association_head'],
  'digital-models.record-activity': ['province_official', 'commune_official', 'sub_association_head'],

  'pairs.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head'],
  'pairs.pair-up': ['province_official', 'commune_official', 'sub_association_head'],
  'pairs.end': ['province_official', 'commune_official', 'sub_association_head'],

  'trainings.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head', 'trainer'],
  'trainings.propose': ['province_official', 'commune_official', 'trainer'],
  'trainings.decide': ['province_official', 'commune_official'],
  'trainings.edit': ['province_official', 'commune_official'],
  'trainings.cancel': ['province_official', 'commune_official'],

  'articles.see': ['province_official', 'viewer', 'editor', 'commune_official', 'sub_association_head'],
  'articles.write': ['province_official', 'editor', 'commune_official', 'sub_association_head'],
  'articles.publish': ['province_official', 'editor'],
  'articles.withdraw': ['province_official', 'editor'],

  'coverage.see': ['province_official', 'viewer', 'editor', 'commune_official', 'sub_association_head'],

  'accounts.see': ['system_administrator', 'province_official'],
  'accounts.invite': ['system_administrator', 'province_official'],
  'accounts.grant': ['system_administrator', 'province_official'],
  'accounts.revoke': ['system_administrator', 'province_official'],

  'audit.see': ['system_administrator', 'province_official'],
} as const satisfies Record<`${string}.${string}`, readonly Role[]>;

export type Permission = keyof typeof permissions;

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
