import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { listAgeing } from '@/domain/articles/renewal/ageing-queries';
import { addDays, today } from '@/domain/days/day';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import { db } from '@/prisma/client';
import { published, withdrawing, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { collectLinks } from './collect-commands';
import { addHost, lookNow, removeHost } from './host-commands';
import type { LinkList, Look } from './link';
import { listAddedHosts, listLinks } from './link-queries';
import { leaveOutside, lookAtOwn, lookOutside } from './look-commands';
import type { OwnPage } from './own-queries';

const own = 'https://phunuso.example.org';
const goOn = async () => true;

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

/** Only what a test publishes itself is found in its own lists. */
beforeEach(
  () => db.$executeRaw`UPDATE publication SET ended_at = now(), end_reason = 'superseded' WHERE ended_at IS NULL`,
);

const naming = (hrefs: string[], unit: TestUnit = union.province, change = {}) =>
  published(
    editor,
    writing(unit, { kind: 'news', bodyVi: hrefs.map((href) => `[đọc](${href})`).join(' và '), ...change }),
  );
const addressesIn = async (list: LinkList, viewer = editor) =>
  (await listLinks(viewer, { list })).links.map(({ address }) => address);
const linkOf = async (address: string) =>
  db.link.findUniqueOrThrow({ where: { address }, select: { state: true, misses: true, since: true, foundAt: true } });

/** The portal's pages by their last part. */
const pageOf = (path: string): OwnPage | null =>
  path.startsWith('/tin-tuc/')
    ? { of: 'article', locale: 'vi', key: path.slice('/tin-tuc/'.length) }
    : path === '/do-phu'
      ? { of: 'always' }
      : null;
const slugOf = async (articleId: string) =>
  (
    await db.articleSlug.findFirstOrThrow({
      where: { articleId, locale: 'vi', retiredAt: null },
      select: { slug: true },
    })
  ).slug;

/** As if the last look had been so many days ago. */
const daysAgo = (days: number) =>
  db.$executeRaw`UPDATE link SET due_on = ${addDays(today(), -days)}::date, missed_on = missed_on - ${days}::int`;

describe('links of public texts', () => {
  test('are noted with their sources, once each, and leave with the text', async () => {
    const page = 'https://dichvucong.gov.vn/thu-tuc';
    const id = await naming([page, page, 'tel:113', '/do-phu#ban-do'], union.province, {
      sourceName: 'Báo',
      sourceUrl: 'https://bao.example.com/tin',
    });
    await collectLinks(goOn, own);
    await collectLinks(goOn, own);
    const noted = async () =>
      (
        await db.link.findMany({
          where: { linkUses: { some: {} } },
          select: { address: true, host: true },
          orderBy: { address: 'asc' },
          take: 10,
        })
      ).map(({ address, host }) => [address, host]);
    expect(await noted()).toEqual([
      ['/do-phu', null],
      ['https://bao.example.com/tin', 'bao.example.com'],
      [page, 'dichvucong.gov.vn'],
    ]);
    await withdrawArticle(editor, withdrawing(id));
    await collectLinks(goOn, own);
    expect(await noted()).toEqual([]);
  });

  test('to the portal are looked at without asking it: there, moved, withdrawn, never there', async () => {
    const [there, moved, gone] = [await naming([]), await naming([]), await naming([])];
    const paths = await Promise.all([there, moved, gone].map(async (id) => `/tin-tuc/${await slugOf(id)}`));
    await db.$executeRaw`UPDATE article_slug SET retired_at = now() WHERE article_id = ${moved}::uuid AND locale = 'vi'`;
    await db.$executeRaw`INSERT INTO article_slug (id, article_id, locale, slug) VALUES (app.uuid7(), ${moved}::uuid, 'vi', 'dia-chi-moi')`;
    const id = await naming([...paths, '/tin-tuc/khong-co', '/admin/people', '/do-phu']);
    await withdrawArticle(editor, withdrawing(gone));
    await collectLinks(goOn, own);
    await lookAtOwn(goOn, pageOf);
    expect((await addressesIn('broken')).sort()).toEqual(['/admin/people', '/tin-tuc/khong-co', paths[2]].sort());
    const { links } = await listLinks(editor, { list: 'broken' });
    expect(links.find(({ address }) => address === paths[2])).toMatchObject({
      cause: 'withdrawn',
      texts: [{ id }],
      textCount: 1,
    });
    expect((await listLinks(editor, { list: 'moved' })).links).toMatchObject([
      { address: paths[1], movedTo: 'dia-chi-moi' },
    ]);
    expect((await listAgeing(editor, { reason: 'link-broken' })).texts.map((text) => text.id)).toEqual([id]);
  });
});

describe('what is asked outside', () => {
  const look = (looks: Record<string, Look>) => async (address: string) =>
    looks[address] ?? ({ state: 'found', status: 200 } as const);

  test('is told as broken at once when it is gone, and when it was not reached on three different days', async () => {
    const [gone, away] = ['https://a.gov.vn/het', 'https://b.gov.vn/xa'];
    await naming([gone, away]);
    await collectLinks(goOn, own);
    const looks = look({
      [gone]: { state: 'gone', cause: 'not-found', status: 404 },
      [away]: { state: 'unreached', cause: 'too-slow' },
    });
    await lookOutside(goOn, looks);
    expect([await addressesIn('broken'), await addressesIn('missed')]).toEqual([[gone], [away]]);
    const { since } = await linkOf(away);
    // as often as one likes on the same day
    expect((await lookNow(editor)).ok).toBe(true);
    await lookOutside(goOn, looks);
    expect(await linkOf(away)).toEqual({ state: 'unreached', misses: 1, since, foundAt: null });
    for (const _ of [2, 3]) {
      await daysAgo(1);
      await lookOutside(goOn, looks);
    }
    expect(await linkOf(away)).toMatchObject({ misses: 3, since });
    expect((await addressesIn('broken')).sort()).toEqual([gone, away]);
    await daysAgo(1);
    await lookOutside(goOn, look({}));
    expect(await addressesIn('broken')).toEqual([]);
    expect(await linkOf(away)).toMatchObject({ state: 'found', misses: 0 });
  });

  test('are known hosts alone: others are told as not asked until the province adds them, and again once it takes them out', async () => {
    const page = 'https://tin.hoi.org.vn/bai';
    await naming([page, 'https://khac.example.com/']);
    await collectLinks(goOn, own);
    const asked: string[] = [];
    const note = async (address: string) => {
      asked.push(address);
      return { state: 'found' } as const;
    };
    await lookOutside(goOn, note);
    expect(asked).toEqual([]);
    expect((await addHost(editor, { host: 'hoi.org.vn' })).ok).toBe(true);
    expect(await addHost(editor, { host: 'hoi.org.vn' })).toMatchObject({ problem: 'added-already' });
    await lookOutside(goOn, note);
    expect(asked).toEqual([page]);
    expect(await addressesIn('unasked')).toEqual(['https://khac.example.com/']);
    await removeHost(editor, { host: 'hoi.org.vn' });
    await lookOutside(goOn, note);
    expect(await addressesIn('unasked')).toHaveLength(2);
    await addHost(editor, { host: 'hoi.org.vn' });
    await lookOutside(goOn, note);
    expect(asked, 'at once, not in a week').toEqual([page, page]);
    await removeHost(editor, { host: 'hoi.org.vn' });
  });

  test('is told as not asked where nobody may ask any more, and pages of the portal stay as they are', async () => {
    const [gone, away] = ['https://c.gov.vn/het', 'https://d.gov.vn/xa'];
    await naming([gone, away, '/tin-tuc/khong-bao-gio']);
    await collectLinks(goOn, own);
    await lookAtOwn(goOn, pageOf);
    await lookOutside(
      goOn,
      look({
        [gone]: { state: 'gone', cause: 'not-found', status: 404 },
        [away]: { state: 'unreached', cause: 'no-name' },
      }),
    );
    expect(await addressesIn('unasked')).toEqual([]);
    await leaveOutside();
    expect((await addressesIn('unasked')).sort()).toEqual([gone, away]);
    expect(await addressesIn('broken')).toEqual(['/tin-tuc/khong-bao-gio']);
  });

  test('is no host at a port of its own', async () => {
    const page = 'https://e.gov.vn:8443/thu-tuc';
    await naming([page]);
    await collectLinks(goOn, own);
    await lookOutside(goOn, async () => expect.unreachable());
    expect(await addressesIn('unasked')).toEqual([page]);
  });

  test('of ten thousand links four are asked at once, each of another host, until somebody else holds the work', async () => {
    const id = await naming([]);
    await db.$executeRaw`INSERT INTO link (id, address, host) SELECT app.uuid7(), 'https://h' || n % 40 || '.gov.vn/' || n, 'h' || n % 40 || '.gov.vn' FROM generate_series(1, 10000) n`;
    await db.$executeRaw`INSERT INTO link_use (publication_id, link_id) SELECT p.id, l.id FROM link l, publication p WHERE p.article_id = ${id}::uuid AND p.locale = 'vi' AND l.host ~ '^h\\d+\\.gov\\.vn$'`;
    let turns = 0;
    const busy = new Set<string>();
    let most = 0;
    const asked = new Set<string>();
    await lookOutside(
      async () => ++turns <= 12,
      async (address) => {
        const { host } = new URL(address);
        expect(busy.has(host)).toBe(false);
        busy.add(host);
        asked.add(address);
        most = Math.max(most, busy.size);
        await Promise.resolve();
        busy.delete(host);
        return { state: 'found' };
      },
    );
    expect([most, asked.size]).toEqual([4, 48]);
    await db.$executeRaw`DELETE FROM link_use`;
  });
});

test('whoever publishes sees links of her own texts; whom the portal may ask is for the whole city to say', async () => {
  await Promise.all([
    naming(['/tin-tuc/cua-long-hung'], union.khuPho5),
    naming(['/tin-tuc/cua-trang-dai'], union.ongHuong),
  ]);
  await collectLinks(goOn, own);
  await lookAtOwn(goOn, pageOf);
  const official = await makeViewer('commune_official', union.longHung);
  expect(await addressesIn('broken', official)).toEqual(['/tin-tuc/cua-long-hung']);
  expect(await addressesIn('broken', await makeViewer('viewer', union.province))).toEqual([]);
  expect(await listAddedHosts(official)).toBeNull();
  for (const answer of [
    await addHost(official, { host: 'a.vn' }),
    await removeHost(official, { host: 'a.vn' }),
    await lookNow(official),
  ])
    expect(answer).toMatchObject({ problem: 'not-found' });
});
