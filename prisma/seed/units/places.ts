/** Places that journeys and tests walk through. They exist in every demonstration, whatever its size. */
export const longHung = {
  commune: 'long-hung',
  least: 12,
  /** the campaign's first Digital Women's Club (real; its members and board are synthetic) */
  clubAt: 'long-hung-khu-pho-5',
  /** a planned Digital Family with a running 1+1 pair tied to it: setting it active covers the sub-association */
  plannedAt: 'long-hung-khu-pho-3',
} as const;

export const trangDai = {
  commune: 'trang-dai',
  least: 10,
  /** the pilot of the Digital Family, with twelve members (real; its members are synthetic) */
  familyAt: 'trang-dai-khu-pho-ong-huong',
  /** recognised as a Digital Sub-association; it has fourteen groups (real; its members are synthetic) */
  digitalAt: 'trang-dai-khu-pho-3a',
} as const;

export const hungPhuoc = { commune: 'hung-phuoc' } as const;

/** The trainer who can sign in lives in the first of these and teaches in all of them. */
export const trainerCommunes = ['long-hung', 'trang-dai', 'tam-phuoc', 'phuoc-tan'] as const;

/** Sub-associations that the press names: they are no invention, what happens in them here is. */
export const realSubAssociations: readonly string[] = [longHung.clubAt, trangDai.familyAt, trangDai.digitalAt];

/** Places that need so many groups for what is told of them. */
export const leastGroups: Readonly<Record<string, number>> = {
  'long-hung-khu-pho-1': 4,
  [longHung.clubAt]: 8,
  [trangDai.familyAt]: 6,
  [trangDai.digitalAt]: 14,
};

/** Real women whom the source article or the press names. Nobody invented here may bear one of these names. */
export const realNames = [
  'Nguyễn Thị Hồng Hạnh',
  'Nguyễn Thị Thúy Vân',
  'Nguyễn Thị Thùy Vân',
  'Đoàn Thị Mỹ Thảo',
  'Lê Thị Thanh Loan',
  'Nga Sơn',
  'Minh Hạnh',
] as const;
