/** Where she stands to the records of the sub-association, and whether her role reaches them from there. */
export const positions = {
  'a record below her unit': { at: 'commune', reaches: true, ended: false },
  'a record of her own unit': { at: 'subAssociation', reaches: true, ended: false },
  'a record of the unit above hers': { at: 'group', reaches: false, ended: false },
  'a record of the unit beside hers': { at: 'beside', reaches: false, ended: false },
  'a record of the next commune': { at: 'next', reaches: false, ended: false },
  'a role that has ended': { at: 'commune', reaches: false, ended: true },
} as const;
