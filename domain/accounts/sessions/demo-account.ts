/** The accounts that all visitors of a demonstration share, with their password: name, role and place (0234). */
export const demoAccounts = [
  ['admin', 'system_administrator', ''],
  ['province', 'province_official', ''],
  ['editor', 'editor', ''],
  ['longhung', 'commune_official', 'Long Hưng'],
  ['trangdai', 'commune_official', 'Trảng Dài'],
  ['khupho5', 'sub_association_head', 'Khu phố 5, Long Hưng'],
  ['trainer', 'trainer', ''],
  ['viewer', 'viewer', ''],
] as const;

export const demoAddress = (name: string): string => `${name}@demo.invalid`;

const addresses = new Set(demoAccounts.map(([name]) => demoAddress(name)));

/** Is it one that strangers share? What one of them misses keeps no other from it. */
export const isDemoAddress = (address: string): boolean => addresses.has(address);
