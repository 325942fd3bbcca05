import type { Locale } from '@/domain/locale';
import type { Role } from './permissions';

/** "/1/57/1203/": the numbers of the units from the province down. The closing slash keeps "/1/57/" out of "/1/5/". */
export type UnitPath = string;

/** A role she holds today, and the unit where (and below which) it holds. */
export type Grant = {
  role: Role;
  unitId: string;
  path: UnitPath;
  /** as her pages name it; read along with her session */
  unitName?: string | undefined;
};

/** The account that asks, the person behind it where one is recorded, and her roles of today. */
export type Viewer = {
  accountId: string;
  personId: string | null;
  displayName: string;
  locale: Locale;
  grants: Grant[];
};

/** The woman herself, who reads what is held on her by her card: she has no account and no role, and reaches nobody else. */
export type ViewerHerself = { personId: string; locale: Locale };
