import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { pairsWithin } from '../pair';
import type { Contact } from './contact';

const CONTACTS_PAGE = 20;

export type ContactPage = {
  contacts: Contact[];
  total: number;
  /** the day of the last contact of all pages */
  last: Day | null;
  next: string | null;
};

/** Contacts of a pair within the viewer's reach, the youngest first, twenty a page. */
export async function listContacts(viewer: Viewer, pairId: string, after?: string): Promise<ContactPage> {
  if (!isId(pairId)) return { contacts: [], total: 0, last: null, next: null };
  const where = { pairId, pair: pairsWithin(viewer, 'pairs.see') };
  const last =
    after && isId(after)
      ? await db.pairContact.findFirst({ where: { id: after, ...where }, select: { id: true, onDay: true } })
      : null;
  const behind = last ? { OR: [{ onDay: { lt: last.onDay } }, { onDay: last.onDay, id: { lt: last.id } }] } : {};
  const [{ _count: total, _max }, rows] = await Promise.all([
    db.pairContact.aggregate({ where, _count: true, _max: { onDay: true } }),
    db.pairContact.findMany({
      where: { AND: [where, behind] },
      orderBy: [{ onDay: 'desc' }, { id: 'desc' }],
      select: { id: true, onDay: true, minutes: true, skill: { select: { nameVi: true, nameEn: true } } },
      take: CONTACTS_PAGE + 1,
    }),
  ]);
  const contacts = rows.slice(0, CONTACTS_PAGE).map(({ id, onDay, minutes, skill }) => ({
    id,
    minutes,
    day: fromDate(onDay),
    topic: skill,
  }));
  const latest = _max.onDay && fromDate(_max.onDay);
  return { contacts, total, last: latest, next: rows.length > CONTACTS_PAGE ? (contacts.at(-1)?.id ?? null) : null };
}
