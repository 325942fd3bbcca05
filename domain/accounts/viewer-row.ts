import { placedToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { nameToday } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';

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
      orderBy: { id: 'asc' },
      select: {
        role: true,
        unitId: true,
        unit: {
          select: {
            unitNames: nameToday(),
            unitSpans: { where: placedToday(), select: { path: true }, take: 1 },
          },
        },
      },
      take: GRANTS_MAX,
    },
  }) as const;

type Row = Prisma.AccountGetPayload<{ select: ReturnType<typeof viewerSelect> }>;

export const toViewer = (account: Row): Viewer => ({
  accountId: account.id,
  personId: account.personId,
  displayName: account.displayName,
  locale: account.locale === 'en' ? 'en' : 'vi',
  grants: account.roleGrantsAsAccount.flatMap(({ role, unitId, unit }) =>
    unit.unitSpans.map(({ path }) => ({ role, unitId, path, unitName: unit.unitNames[0]?.name })),
  ),
});
