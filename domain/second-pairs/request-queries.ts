import { spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { type Content, nextOf, type SecondAction, type SecondRequest, secondActions, secondsFor } from './second-pair';

const LIST_MAX = 50;

const requestSelect = () => ({
  id: true,
  action: true,
  payload: true,
  contentHash: true,
  count: true,
  role: true,
  unitId: true,
  unit: { select: { unitNames: nameToday(), unitSpans: spanToday() } },
  askedById: true,
  askedBy: { select: { displayName: true } },
  askedAt: true,
  answer: true,
  answeredBy: { select: { displayName: true } },
  answeredAt: true,
  reason: true,
  expiresAt: true,
  doneAt: true,
  invitations: { where: linkWaits(), select: { id: true }, take: 1 },
});
/** No letter goes to a telephone number, and whoever asked was away when the link was made. */
const linkWaits = () => ({
  address: { startsWith: '+' },
  round: 1,
  acceptedAt: null,
  endedAt: null,
  expiresAt: { gt: new Date() },
});
type Row = Prisma.SecondPairGetPayload<{ select: ReturnType<typeof requestSelect> }>;

const isAction = (action: string): action is SecondAction => (secondActions as readonly string[]).includes(action);

/** Might she be the second of this one? Somebody else's, at a place where she holds a role that may; the deed itself is asked once more. */
function mayAnswer({ accountId, grants }: Viewer, { action, role, unit, unitId, askedById }: Row): boolean {
  if (askedById === accountId || !isAction(action)) return false;
  const roles = secondsFor(action, role);
  const path = unit?.unitSpans[0]?.path;
  return grants.some(
    (grant) => roles.includes(grant.role) && (unitId === null || path?.startsWith(grant.path) === true),
  );
}

function stateOf({ answer, doneAt, expiresAt }: Row): SecondRequest['state'] {
  if (doneAt) return 'done';
  if (answer === 'declined') return 'refused';
  if (expiresAt <= new Date()) return 'over';
  return answer === 'agreed' ? 'agreed' : 'waiting';
}

const toRequest = (row: Row): SecondRequest => ({
  id: row.id,
  action: row.action as SecondAction,
  content: row.payload as Content,
  count: row.count,
  unitName: row.unit?.unitNames[0]?.name ?? null,
  role: row.role,
  mark: Buffer.from(row.contentHash ?? [])
    .toString('hex')
    .slice(0, 8),
  askedBy: row.askedBy.displayName,
  askedAt: row.askedAt,
  until: row.expiresAt,
  state: stateOf(row),
  answeredBy: row.answeredBy?.displayName ?? null,
  answeredAt: row.answeredAt,
  reason: row.reason,
  linkWaits: row.invitations.length > 0,
});

async function waitingFor(viewer: Viewer): Promise<Row[]> {
  const held = viewer.grants.map(({ role }) => role);
  const actions = secondActions.filter((action) => secondsFor(action).some((role) => held.includes(role)));
  if (actions.length === 0) return [];
  // her reach first: whether she stands apart from who asked is looked up for these alone
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM second_pair p
    WHERE p.answer IS NULL AND p.expires_at > now() AND p.action = ANY (${actions}) AND p.asked_by_id <> ${viewer.accountId}::uuid
      AND CASE WHEN app.is_second(p, ${viewer.accountId}::uuid) THEN app.may_second(p, ${viewer.accountId}::uuid) ELSE false END
    ORDER BY p.id LIMIT ${LIST_MAX}`;
  if (found.length === 0) return [];
  return db.secondPair.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: requestSelect(),
    take: LIST_MAX,
  });
}

/** What waits for her word, the oldest first. */
export const listWaitingForSecond = async (viewer: Viewer): Promise<SecondRequest[]> =>
  (await waitingFor(viewer)).map(toRequest);

/** How many wait for her word, by when the first has to be answered, and who asked. */
export async function countWaitingForSecond(
  viewer: Viewer,
): Promise<{ count: number; until: Date | null; askers: string[] }> {
  const rows = await waitingFor(viewer);
  const [first] = rows.map(({ expiresAt }) => expiresAt).sort((a, b) => a.getTime() - b.getTime());
  return {
    count: rows.length,
    until: first ?? null,
    askers: [...new Set(rows.map(({ askedBy }) => askedBy.displayName))],
  };
}

/** How much of what she asked for was agreed to and is left to her: lists to take, keys to change, links to hand on; and until when the first. */
export async function countLeftToAsker(viewer: Viewer): Promise<{ count: number; until: Date | null }> {
  const asked = { askedById: viewer.accountId, answer: 'agreed' as const, expiresAt: { gt: new Date() } };
  const own = secondActions.filter((action) => ['list', 'keys'].includes(nextOf(action)));
  const rows = await db.secondPair.findMany({
    where: { ...asked, OR: [{ action: { in: own }, doneAt: null }, { invitations: { some: linkWaits() } }] },
    orderBy: { expiresAt: 'asc' },
    select: { expiresAt: true },
    take: LIST_MAX,
  });
  return { count: rows.length, until: rows[0]?.expiresAt ?? null };
}

/** What she asked for and what became of it, the newest first. */
export async function listAskedForSecond(viewer: Viewer): Promise<SecondRequest[]> {
  const rows = await db.secondPair.findMany({
    where: { askedById: viewer.accountId, action: { in: [...secondActions] } },
    orderBy: { id: 'desc' },
    select: requestSelect(),
    take: LIST_MAX,
  });
  return rows.map(toRequest);
}

type RequestToAnswer = {
  id: string;
  action: SecondAction;
  content: Content;
  askedById: string;
  unitId: string | null;
  isOwn: boolean;
  /** as it is now: asked once more under its lock */
  isOver: boolean;
};

/** A request that she may answer, or that is her own; null for any other. */
export async function findRequest(viewer: Viewer, requestId: string): Promise<RequestToAnswer | null> {
  const row = await db.secondPair.findFirst({ where: { id: requestId }, select: requestSelect() });
  const isOwn = row?.askedById === viewer.accountId;
  if (!row || !isAction(row.action) || (!isOwn && !mayAnswer(viewer, row))) return null;
  const { id, action, askedById, unitId, payload } = row;
  const isOver = stateOf(row) !== 'waiting';
  return { id, action, content: payload as Content, askedById, unitId, isOwn, isOver };
}
