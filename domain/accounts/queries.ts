import { mayAnywhere, pathOf, reach, spanToday, withinAreas } from '@/domain/access/access';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { fromDate, isActiveOn, today } from '@/domain/days/day';
import { hasEndedBy } from '@/domain/days/ending';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { readLocale } from '@/domain/messages/message';
import { behindId, pageOf } from '@/domain/page';
import { maskedPhone } from '@/domain/people/phones/phone';
import { cleanLine } from '@/domain/texts/clean-text';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { type AccountGrant, mayGrant } from './account';
import { isPublishedInvitationGood } from './invitations/open-invitation-queries';

const PAGE = 30;
const GRANTS_MAX = 100;

export type AccountRow = {
  id: string;
  displayName: string;
  contact: string;
  disabled: boolean;
  /** what she was is erased: it is closed for good */
  erased: boolean;
  demo: boolean;
  grants: AccountGrant[];
  /** whether the viewer could give every role that it holds or will hold: she may say whose record it is, and make a link for a new password */
  mayVouch: boolean;
  /** whether she could take every one of them: she sees its sessions and may end them */
  mayEndSessions: boolean;
  hasMail: boolean;
};

const accountSelect = () => ({
  id: true,
  displayName: true,
  email: true,
  phone: true,
  disabledAt: true,
  person: { select: { erasedOn: true } },
  demo: true,
  roleGrantsAsAccount: {
    orderBy: [{ validFrom: 'desc' as const }, { id: 'desc' as const }],
    select: {
      id: true,
      role: true,
      validFrom: true,
      validTo: true,
      revokedAt: true,
      unit: { select: { unitNames: nameToday(), unitSpans: spanToday() } },
    },
    take: GRANTS_MAX,
  },
});

/** Accounts with a role, today or once, at a unit within the viewer's reach: all that she may know of. */
const known = (viewer: Viewer) => ({
  roleGrantsAsAccount: { some: { unit: withinAreas(reach(viewer, 'accounts.see')) } },
});

type Row = Prisma.AccountGetPayload<{ select: ReturnType<typeof accountSelect> }>;

/** A role of today or of a day to come. One that was taken away before it began is none. */
const lasts = ({ validFrom, validTo }: Pick<Row['roleGrantsAsAccount'][number], 'validFrom' | 'validTo'>) =>
  !hasEndedBy({ from: fromDate(validFrom), to: validTo && fromDate(validTo) }, today());

const mayWithAll = (
  viewer: Viewer,
  { roleGrantsAsAccount }: Row,
  permission: 'accounts.grant' | 'accounts.revoke',
): boolean =>
  mayAnywhere(viewer, permission) &&
  roleGrantsAsAccount.filter(lasts).every(({ role, unit }) => mayGrant(viewer, role, pathOf(unit), permission));

const toAccount = (viewer: Viewer, row: Row): AccountRow => ({
  id: row.id,
  displayName: row.displayName,
  contact: row.email ?? maskedPhone(row.phone ?? ''),
  disabled: row.disabledAt !== null,
  erased: row.person?.erasedOn != null,
  demo: row.demo,
  mayVouch: mayWithAll(viewer, row, 'accounts.grant'),
  mayEndSessions: mayWithAll(viewer, row, 'accounts.revoke'),
  hasMail: row.email !== null,
  grants: row.roleGrantsAsAccount.map((grant) => ({
    id: grant.id,
    role: grant.role,
    unitName: grant.unit.unitNames[0]?.name ?? '',
    from: fromDate(grant.validFrom),
    to: grant.validTo && fromDate(grant.validTo),
    active: isActiveOn(grant, today()),
    revoked: grant.revokedAt !== null,
    revocable:
      grant.revokedAt === null && lasts(grant) && mayGrant(viewer, grant.role, pathOf(grant.unit), 'accounts.revoke'),
  })),
});

export type AccountFilter = { q?: string; after?: string };

/** Accounts the viewer may know of, by id, a page at a time; searched by name, e-mail address or phone number. */
export async function listAccounts(
  viewer: Viewer,
  filter: AccountFilter,
): Promise<{ accounts: AccountRow[]; next: string | null }> {
  const q = cleanLine(filter.q ?? '').slice(0, 80);
  const rows = await db.account.findMany({
    where: {
      ...known(viewer),
      ...(q
        ? {
            OR: [
              { displayName: { contains: q, mode: 'insensitive' as const } },
              { email: { contains: q.toLowerCase() } },
              { phone: { endsWith: q.replace(/\D/g, '').replace(/^0/, '') || '-' } },
            ],
          }
        : {}),
      ...behindId(filter.after, 'asc'),
    },
    orderBy: { id: 'asc' },
    select: accountSelect(),
    take: PAGE + 1,
  });
  const { page, next } = pageOf(rows, PAGE);
  const accounts = page.map((row) => toAccount(viewer, row));
  return { accounts, next };
}

/** One account the viewer may know of, or null. */
export async function findAccount(viewer: Viewer, accountId: string): Promise<AccountRow | null> {
  if (!isId(accountId)) return null;
  const row = await db.account.findFirst({ where: { id: accountId, ...known(viewer) }, select: accountSelect() });
  return row && toAccount(viewer, row);
}

/**
 * The invitation behind a token, while it can be taken up: asked before there is a viewer, so it tells the role and
 * place, and the language of her letter.
 */
export async function findPublishedInvitation(
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<{ role: Role; unitName: string; locale: Locale } | null> {
  const row = await db.invitation.findFirst({
    where: { tokenHash, acceptedAt: null, endedAt: null, expiresAt: { gt: new Date() } },
    select: { role: true, unitId: true, invitedById: true, locale: true, unit: { select: { unitNames: nameToday() } } },
  });
  if (!row || !(await isPublishedInvitationGood(row))) return null;
  return { role: row.role, unitName: row.unit.unitNames[0]?.name ?? '', locale: readLocale(row.locale) };
}

/** The language of the letter that a token came in, however the invitation stands today; null where there is none. */
export async function findPublishedLetterLocale(tokenHash: Uint8Array<ArrayBuffer>): Promise<Locale | null> {
  const row = await db.invitation.findUnique({ where: { tokenHash }, select: { locale: true } });
  return row && readLocale(row.locale);
}
