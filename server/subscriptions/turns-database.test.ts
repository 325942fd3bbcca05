import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { PushedArticle, PushMessage, SendPush } from '@/domain/subscriptions/pushing/push';
import { sendDuePushes } from '@/domain/subscriptions/pushing/push-commands';
import { db } from '@/prisma/client';
import { published, writing } from '@/test/stages/articles';
import { followed, someDevice } from '@/test/stages/subscriptions/devices';
import { roundOf } from '@/test/stages/subscriptions/pushes';
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

test('devices of another pair of keys are told nothing and keep no run from its end', async () => {
  await followed(someDevice());
  const id = await publish();
  await sendDuePushes(goOn, async () => ({ later: null }));
  await db.$executeRaw`UPDATE subscription SET pair = 'another'`;
  await db.push.updateMany({ data: { notBefore: new Date(0) } });
  expect(await sendDuePushes(goOn, async () => 'sent')).toBe(0);
  expect(await roundOf(id)).toMatchObject({ addressed: 1, sent: 0, endedAt: null });
});
