import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { behind, pageOf, readKey } from '@/domain/page';
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
  const key = readKey(after);
  const last = key
    ? await db.pairContact.findFirst({ where: { id: key, ...where }, select: { id: true, onDay: true } })
    : null;
  const [{ _count: total, _max }, rows] = await Promise.all([
    db.pairContact.aggregate({ where, _count: true, _max: { onDay: true } }),
    db.pairContact.findMany({
      where: { AND: [where, behind(last, 'onDay', 'desc')] },
      orderBy: [{ onDay: 'desc' }, { id: 'desc' }],
      select: { id: true, onDay: true, minutes: true, skill: { select: { nameVi: true, nameEn: true } } },
      take: CONTACTS_PAGE + 1,
    }),
  ]);
  const { page, next } = pageOf(rows, CONTACTS_PAGE);
  const contacts = page.map(({ id, onDay, minutes, skill }) => ({
    id,
    minutes,
    day: fromDate(onDay),
    topic: skill,
  }));
  const latest = _max.onDay && fromDate(_max.onDay);
  return { contacts, total, last: latest, next };
}
