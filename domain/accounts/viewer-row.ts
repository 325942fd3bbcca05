import { placedToday } from '@/domain/access/access';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';

const GRANTS_MAX = 50;

/** The columns of an account that say who she is and what she may do today. */
export const viewerSelect = () =>
  ({
    id: true,
    personId: true,
    displayName: true,
    locale: true,
    roleGrantsAsAccount: {
      where: activeOn(today()),
      select: {
        role: true,
        unitId: true,
        unit: { select: { unitSpans: { where: placedToday(), select: { path: true }, take: 1 } } },
      },
      take: GRANTS_MAX,
    },
  }) as const;

type Row = {
  id: string;
  personId: string | null;
  displayName: string;
  locale: string;
  roleGrantsAsAccount: { role: string; unitId: string; unit: { unitSpans: { path: string }[] } }[];
};

export const toViewer = (account: Row): Viewer => ({
  accountId: account.id,
  personId: account.personId,
  displayName: account.displayName,
  locale: account.locale === 'en' ? 'en' : 'vi',
  grants: account.roleGrantsAsAccount.flatMap(({ role, unitId, unit }) =>
    unit.unitSpans.map(({ path }) => ({ role: role as Role, unitId, path })),
  ),
});
