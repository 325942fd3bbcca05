import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { published, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer } from '@/test/union';
import { collectLinks } from './collect-commands';
import type { Look } from './link';
import { lookOutside } from './look-commands';

let editor: Viewer;
const goOn = async () => true;
const hrefs = Array.from({ length: 30 }, (_, at) => `https://h${at}.gov.vn/thu-tuc`);
const silence: Look = { state: 'unreached', cause: 'no-name' };

beforeAll(async () => {
  const { province } = await makeUnion();
  editor = await makeViewer('editor', province);
  const bodyVi = hrefs.map((href) => `[đọc](${href})`).join(' và ');
  await published(editor, writing(province, { kind: 'news', bodyVi }));
  await collectLinks(goOn, 'https://phunuso.example.org');
});

/** The nights of a week, one after the other, all links due each time. */
async function nights(count: number, look: (address: string) => Look) {
  let asked = 0;
  for (let night = 0; night < count; night++) {
    await db.$executeRaw`UPDATE link SET due_on = ${toDate(today())}::date, missed_on = missed_on - 1`;
    asked += await lookOutside(goOn, async (address) => look(address));
  }
  return asked;
}
/** In the order in which they are asked. */
const inTurn = async () =>
  (
    await db.link.findMany({
      where: { host: { not: null } },
      orderBy: { id: 'asc' },
      select: { address: true },
      take: 20,
    })
  ).map(({ address }) => address);
const stateOf = (address: string) =>
  db.link.findFirstOrThrow({ where: { address }, select: { state: true, misses: true } });

test('where nobody outside is heard no link is said to be missed, however many nights, and few are asked', async () => {
  expect(await nights(4, () => silence)).toBeLessThanOrEqual(4 * 20);
  expect(await db.link.count({ where: { host: { not: null }, NOT: { state: 'unasked' } } })).toBe(0);
  const due = await db.link.findMany({ where: { host: { not: null } }, select: { dueOn: true }, take: 99 });
  const days = due.map(({ dueOn }) => dueOn.getTime());
  expect(new Set(days)).toEqual(new Set([toDate(today()).getTime(), toDate(addDays(today(), 1)).getTime()]));
});

test('where somebody is heard those that were silent before him are missed that night', async () => {
  const turns = await inTurn();
  const [first = '', last = ''] = [turns[0], turns[10]];
  await nights(1, (address) => (address === last ? { state: 'unreached', cause: 'error', status: 503 } : silence));
  expect(await stateOf(first)).toEqual({ state: 'unreached', misses: 1 });
});

test('a link that is silent alone is missed all the same while others were heard within the week', async () => {
  const [up = '', down = ''] = await inTurn();
  await nights(1, (address) => (address === up ? { state: 'found', status: 200 } : silence));
  const { misses } = await stateOf(down);
  await db.$executeRaw`UPDATE link SET due_on = ${toDate(addDays(today(), 3))}::date WHERE address <> ${down}`;
  await db.$executeRaw`UPDATE link SET due_on = ${toDate(today())}::date, missed_on = missed_on - 1 WHERE address = ${down}`;
  await lookOutside(goOn, async () => silence);
  expect(await stateOf(down)).toEqual({ state: 'unreached', misses: misses + 1 });
});

test('a portal that loses its way out says of no link that it found before that it is missed', async () => {
  await nights(1, () => ({ state: 'found', status: 200 }));
  await nights(4, () => silence);
  expect(
    await db.link.count({ where: { host: { not: null }, OR: [{ misses: { gt: 0 } }, { state: 'unreached' }] } }),
  ).toBe(0);
});
