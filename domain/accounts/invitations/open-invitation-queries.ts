import { pathOf, reach, spanToday, withinAreas } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { viewerOfAccount } from '@/domain/accounts/viewer-queries';
import { isId } from '@/domain/id';
import { maskedPhone } from '@/domain/people/phones/phone';
import { findUnitToUse } from '@/domain/units/queries';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { isTooNarrow, mayGrant } from '../account';
import { invitationMail, LAPSED_DAYS, type OpenInvitation } from './invitation';

/** As many as one looks through. */
const OPEN_MAX = 50;

const select = () => ({
  id: true,
  address: true,
  role: true,
  locale: true,
  round: true,
  expiresAt: true,
  unitId: true,
  unit: { select: { unitNames: nameToday(), unitSpans: spanToday() } },
  invitedBy: { select: { displayName: true } },
});
type Row = Prisma.InvitationGetPayload<{ select: ReturnType<typeof select> }>;

/** Those of units where she may invite that nobody took up: open ones, and those whose time ended a little while ago. */
const shownTo = (viewer: Viewer) => ({
  acceptedAt: null,
  endedAt: null,
  expiresAt: { gt: new Date(Date.now() - LAPSED_DAYS * 86_400_000) },
  unit: withinAreas(reach(viewer, 'accounts.invite')),
});

const mayChange = (viewer: Viewer, { role, unit }: Row) => mayGrant(viewer, role, pathOf(unit), 'accounts.invite');

/** Invitations that stand open where the viewer may invite, or were taken up by nobody in their time; the newest first. */
export async function listOpenInvitations(viewer: Viewer): Promise<OpenInvitation[]> {
  const rows = await db.invitation.findMany({
    where: shownTo(viewer),
    orderBy: { createdAt: 'desc' },
    select: select(),
    take: OPEN_MAX,
  });
  const keys = rows.map(({ id, round }) => invitationMail(id, round));
  const mails = keys.length > 0 ? await findMails(keys) : [];
  return rows.map((row) => {
    const mail = mails.find(({ dedupeKey }) => dedupeKey === invitationMail(row.id, row.round));
    return {
      id: row.id,
      contact: row.address.startsWith('+') ? maskedPhone(row.address) : row.address,
      role: row.role,
      unitName: row.unit.unitNames[0]?.name ?? '',
      expiresAt: row.expiresAt,
      isOver: row.expiresAt <= new Date(),
      invitedBy: row.invitedBy.displayName,
      mail: mail ? mailStates[mail.state] : null,
      mayChange: mayChange(viewer, row),
    };
  });
}

const mailStates = { ready: 'waiting', sent: 'sent', failed: 'failed', discarded: 'failed' } as const;

const findMails = (keys: string[]) =>
  db.outboxMessage.findMany({
    where: { dedupeKey: { in: keys } },
    select: { dedupeKey: true, state: true },
    take: keys.length,
  });

/** One of them, as a command needs it, or null. */
export async function findOpenInvitation(viewer: Viewer, id: string) {
  if (!isId(id)) return null;
  const row = await db.invitation.findFirst({ where: { id, ...shownTo(viewer) }, select: select() });
  if (!row) return null;
  const isUnitOpen = (await findUnitToUse(viewer, row.unitId, 'accounts.invite')) !== null;
  return { ...row, isUnitOpen, unitName: row.unit.unitNames[0]?.name ?? '', mayChange: mayChange(viewer, row) };
}

type Handed = { role: Row['role']; unitId: string; invitedById: string };

/** Whether whoever invited may still hand that role on there: she has an account, the right, and the unit stands. */
export async function isPublishedInvitationGood({ role, unitId, invitedById }: Handed): Promise<boolean> {
  const viewer = await viewerOfAccount(invitedById);
  const unit = viewer && (await findUnitToUse(viewer, unitId, 'accounts.invite'));
  return unit ? mayGrant(viewer, role, unit.path, 'accounts.invite') && !isTooNarrow(role, unit) : false;
}
