import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { writeSensitive } from '@/domain/consents/sensitive/sensitive-commands';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { createMember } from '@/test/factories/people';
import { DIGITS, handOverCard, makeCard, openCard } from '@/test/member-cards';
import { ownerReads } from '@/test/owner';
import { makeStaff, makeUnion } from '@/test/union';
import { handOverMemberCard } from '../commands';
import { forgetCardOpenings } from './forget-opening-commands';
import { findDataByCard } from './opening-queries';
import { loseMemberCard } from './own-deed-commands';

const NUMBER = '+84912345678';
let head: Viewer;
let official: Viewer;
let her: string;
let card: { id: string; token: string };

beforeEach(async () => {
  const union = await makeUnion();
  ({ head, official } = await makeStaff(union));
  await createConsentText(db, 'sensitive_data');
  ({ id: her } = await createMember(db, union.khuPho5, { name: 'Điểu Thị Thẻ', phone: NUMBER }));
  card = await handOverCard(head, her);
});

const viewer = () => ({ personId: her, locale: 'vi' as const });

test('no hand adds to what the other may read: an official’s card, handed over by a head, opens no sealed field', async () => {
  await createConsent(db, { id: her }, 'sensitive_data');
  await writeSensitive(official, { personId: her, field: 'ethnicity', values: ['S’tiêng'], version: 0 });
  for (const [maker, giver] of [
    [official, head],
    [head, official],
  ] as const) {
    const made = await makeCard(maker, her);
    const given = { cardId: made.id, password: DIGITS, repeatedPassword: DIGITS };
    expect(await handOverMemberCard(giver, given)).toMatchObject({ ok: true });
    const data = await findDataByCard(viewer(), await openCard(made.token));
    expect(data).toMatchObject({ sensitiveOpened: [], sensitive: ['ethnicity'], person: { phone: NUMBER } });
  }
});

test('her number stays masked once whoever handed the card over may see none', async () => {
  const opening = await openCard(card.token);
  await db.roleGrant.updateMany({
    where: { accountId: head.accountId },
    data: { validTo: new Date('2026-01-01'), revokedAt: new Date() },
  });
  expect((await findDataByCard(viewer(), opening)).person.phone).toBe('09•• ••• 678');
});

test('openings are forgotten thirty days later, all but the last of a card that stands', async () => {
  const old = (days: number) =>
    ownerReads(
      `UPDATE member_card_opening SET opened_at = opened_at - make_interval(days => $2), expires_at = expires_at - make_interval(days => $2) WHERE card_id = $1`,
      [card.id, days],
    );
  const left = () => db.memberCardOpening.count({ where: { cardId: card.id } });
  for (const _ of [1, 2]) await openCard(card.token);
  await old(29);
  await forgetCardOpenings();
  expect(await left()).toBe(2);
  await old(2);
  await forgetCardOpenings();
  expect(await left()).toBe(1);
  await loseMemberCard(await openCard(card.token));
  await old(31);
  await forgetCardOpenings();
  expect(await left()).toBe(0);
});
