import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput } from '@/domain/articles/article';
import { editArticle } from '@/domain/articles/commands';
import type { PushedArticle, PushMessage, SendPush } from '@/domain/subscriptions/pushing/push';
import { sendDuePushes } from '@/domain/subscriptions/pushing/push-commands';
import { db } from '@/prisma/client';
import {
  alertLines,
  bringOut,
  giveLines,
  inVietnamese,
  published,
  verified,
  versionOf,
  writing,
} from '@/test/stages/articles';
import { followed, someDevice } from '@/test/stages/subscriptions/devices';
import { passWaiting, roundOf } from '@/test/stages/subscriptions/pushes';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';

let union: TestUnion;
let editor: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});
beforeEach(() => db.subscription.deleteMany());

const publish = (kind: 'news' | 'alert' = 'news') => published(editor, writing(union.province, { kind }));
const goOn = async () => true;

describe('an alert that is published while news is being told', () => {
  test('is told before all whose turn has not come, who are told of the news after it, by the same process', async () => {
    for (let at = 0; at < 100; at++) await followed(someDevice());
    const news = await publish();
    let alert: Promise<string> | undefined;
    const kinds: PushedArticle['kind'][] = [];
    const send: SendPush = async ({ article }: PushMessage) => {
      alert ??= publish('alert');
      await alert;
      kinds.push(article.kind);
      return 'sent';
    };
    expect(await sendDuePushes(goOn, send)).toBe(200);
    const before = kinds.slice(0, kinds.lastIndexOf('alert')).filter((kind) => kind === 'news').length;
    expect(before, 'those who were claimed by then').toBe(64);
    for (const id of [news, await (alert ?? '')])
      expect(await roundOf(id)).toMatchObject({ addressed: 100, sent: 100, endedAt: expect.any(Date) });
  });
});

describe('what a commune tells without naming a place', () => {
  const toldOf = async (unit: TestUnit, change: Parameters<typeof writing>[1] = {}) => {
    await published(editor, writing(unit, change));
    const told: string[] = [];
    await sendDuePushes(goOn, async ({ reach }) => {
      told.push(reach.endpoint.slice(reach.endpoint.lastIndexOf('/') + 1));
      return 'sent';
    });
    return told.sort();
  };

  test('is told to who follows that commune, everything, or its topic, and not to a neighbour; an alert is of the whole city', async () => {
    for (const { id, name } of [
      { id: union.longHung.id, name: 'long-hung' },
      { id: union.trangDai.id, name: 'trang-dai' },
    ]) {
      const { slug } = await db.unit.findUniqueOrThrow({ where: { id }, select: { slug: true } });
      await followed(someDevice(name), { commune: slug });
    }
    await followed(someDevice('everything'));
    expect(await toldOf(union.longHung)).toEqual(['everything', 'long-hung']);
    expect(await toldOf(union.khuPho5), 'a group of that commune').toEqual(['everything', 'long-hung']);
    expect(await toldOf(union.longHung, { communeIds: [union.trangDai.id] })).toEqual(['everything', 'trang-dai']);
    expect(await toldOf(union.province)).toEqual(['everything', 'long-hung', 'trang-dai']);
    expect(await toldOf(union.longHung, { kind: 'alert' })).toEqual(['everything', 'long-hung', 'trang-dai']);
  });
});

describe('a device that follows in the other language', () => {
  type Told = { to: string; title: string; told: string; foundIn: string; locale: string };
  async function tellAll(): Promise<Told[]> {
    const all: Told[] = [];
    await sendDuePushes(goOn, async ({ reach, locale, article: { title, told, foundIn } }) => {
      all.push({ to: reach.endpoint.slice(reach.endpoint.lastIndexOf('/') + 1), title, told, foundIn, locale });
      return 'sent';
    });
    return all.sort((a, b) => a.to.localeCompare(b.to));
  }
  /** Its English is written and published. */
  async function translated(articleId: string, { kind: _kind, unitId: _unit, ...words }: DraftInput, titleEn: string) {
    const english = { titleEn, summaryEn: 'They ask for your codes.', bodyEn: 'Hang up.' };
    const version = await versionOf(editor, articleId);
    const edited = await editArticle(editor, { ...words, ...verified, ...english, articleId, version });
    expect(edited.ok).toBe(true);
    await giveLines(editor, articleId, alertLines);
    await bringOut(editor, articleId, ['en']);
  }
  const both = async () => {
    await followed(someDevice('en'), {}, { locale: 'en' });
    await followed(someDevice('vi'));
  };

  test('is told of an alert that has no text in its own, once, and of it in its own once that is there; of news it is not', async () => {
    await both();
    const titleVi = 'Giả danh công an gọi video';
    const input = writing(union.province, { kind: 'alert', titleVi, ...inVietnamese });
    const id = await published(editor, input);
    const inVi = { title: titleVi, told: 'vi' };
    expect(await tellAll()).toEqual([
      { to: 'en', ...inVi, foundIn: 'en', locale: 'en' },
      { to: 'vi', ...inVi, foundIn: 'vi', locale: 'vi' },
    ]);
    await translated(id, input, 'Fake police on a video call');
    expect(await tellAll()).toMatchObject([{ to: 'en', title: 'Fake police on a video call', told: 'en' }]);
    await published(editor, writing(union.province, { kind: 'news', ...inVietnamese }));
    expect((await tellAll()).map(({ to }) => to)).toEqual(['vi']);
  });

  test('is told once of an alert in both, and where its own comes while it waits, of that alone', async () => {
    await both();
    await published(editor, writing(union.province, { kind: 'alert' }));
    expect((await tellAll()).map(({ told, locale }) => [told, locale])).toEqual([
      ['en', 'en'],
      ['vi', 'vi'],
    ]);
    const input = writing(union.province, { kind: 'alert', ...inVietnamese });
    const id = await published(editor, input);
    await sendDuePushes(goOn, async () => ({ later: null }));
    await translated(id, input, 'It came a minute later');
    await passWaiting();
    expect((await tellAll()).map(({ told, locale }) => [told, locale])).toEqual([
      ['en', 'en'],
      ['vi', 'vi'],
    ]);
  });

  test('is led to where the text stands, where its own language has another piece, or had one, at that address', async () => {
    await followed(someDevice('en'), {}, { locale: 'en' });
    const title = 'Phishing by SMS';
    await published(editor, writing(union.province, { kind: 'news', titleEn: title }));
    await tellAll();
    await published(editor, writing(union.province, { kind: 'alert', titleVi: title, ...inVietnamese }));
    expect(await tellAll()).toMatchObject([{ to: 'en', told: 'vi', foundIn: 'vi' }]);
  });
});

test('devices of another pair of keys are told nothing and keep no run from its end', async () => {
  await followed(someDevice());
  const id = await publish();
  await sendDuePushes(goOn, async () => ({ later: null }));
  await db.$executeRaw`UPDATE subscription SET pair = 'another'`;
  await db.push.updateMany({ data: { notBefore: new Date(0) } });
  expect(await sendDuePushes(goOn, async () => 'sent')).toBe(0);
  expect(await roundOf(id)).toMatchObject({ addressed: 1, sent: 0, endedAt: null });
});
