import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { linkToken } from '@/domain/ground/link-token';
import { db } from '@/prisma/client';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { createCommune, createSubAssociation, createTree, type Tree } from '@/test/factories/units';
import type { Made } from '@/test/factories/write';
import { makeViewer } from '@/test/union';
import { acceptInvitation, createAdministrator } from '../invitation-commands';
import type { MadeInvitation } from '../invitations/invitation';
import { inviteAccount } from '../invitations/invite-commands';
import { askReset, changePassword, resetPassword } from '../resets/reset-commands';
import { signIn } from '../session-commands';
import { listTextsNear } from './near-queries';

const own = 'nau che dau xanh cho ba';
const former = 'mot cau ngan de nho';
const used = { ok: false, problem: 'too-common' };
const near = { ok: false, problem: 'too-near' };
let tree: Tree;
let province: Viewer;
let subAssociation: Made;
let her: MadeAccount;

beforeAll(async () => {
  tree = await createTree(db);
  province = await makeViewer('province_official', tree.province);
  const commune = await createCommune(db, tree.province, { name: 'Bình Lộc' });
  subAssociation = await createSubAssociation(db, commune, { name: 'Suối Tre' });
  her = await createAccountWithRole(db, 'sub_association_head', [subAssociation], {
    displayName: 'Phùng Thị Diệu Hạnh',
    email: 'dieu-hanh.1984@suoitre.demo.invalid',
    password: former,
  });
});

const enter = async (password: string) =>
  (await signIn({ identifier: her.email, password, network: null, agent: null })).ok;

/** What is used by many, and what whoever knows her would try: by her name, address, unit, and the commune above it. */
const GUESSED: [string, object][] = [
  ['1qaz2wsx3edc', used],
  ['Diệu Hạnh 1984', near],
  ['dieu-hanh.suoitre', near],
  ['Suối Tre, Bình Lộc', near],
];

describe('a password that would be guessed', () => {
  test('is taken by no link for a new one, which stays good for another password', async () => {
    await askReset(her.email);
    const row = await db.passwordReset.findFirstOrThrow({ where: { accountId: her.id }, orderBy: { id: 'desc' } });
    const token = linkToken('password reset', row.id);
    for (const [password, refused] of GUESSED)
      expect(await resetPassword({ token, password }), password).toEqual(refused);
    expect(await enter(former)).toBe(true);
    expect(await resetPassword({ token, password: former })).toMatchObject({ ok: true });
  });

  test('is not set by herself either, and none is looked at before the former one was right', async () => {
    const viewer = { ...province, accountId: her.id };
    for (const [password, refused] of GUESSED)
      expect(await changePassword(viewer, { oldPassword: former, password }, null), password).toEqual(refused);
    const wrong = { oldPassword: own, password: 'Diệu Hạnh 1984' };
    expect(await changePassword(viewer, wrong, null)).toMatchObject({ problem: 'wrong-password' });
    expect(await changePassword(viewer, { oldPassword: former, password: own }, null)).toMatchObject({ ok: true });
    expect(await enter(own)).toBe(true);
  });

  test('takes up no invitation, which stays open: by the name she gives and the place she is invited to', async () => {
    const contact = { email: 'moi.tuyet@demo.invalid' };
    const asked = { contact, role: 'sub_association_head' as const, unitId: subAssociation.id };
    const sent = await inviteAccount(province, asked);
    if (!sent.ok) return expect.unreachable(sent.problem);
    const { token } = sent.value as MadeInvitation;
    const take = (password: string) => acceptInvitation({ token, displayName: 'Phùng Thị Tuyết', password });
    for (const [password, refused] of [
      ['1qaz2wsx3edc', used],
      ['Phùng Thị Tuyết 84', near],
      ['tuyet@suoitre-binhloc', near],
    ] as const)
      expect(await take(password), password).toEqual(refused);
    expect(await db.account.count({ where: contact })).toBe(0);
    expect(await take(own)).toMatchObject({ ok: true });
  });

  test('makes no administrator', async () => {
    const asked = { email: 'tuong-vy@demo.invalid', displayName: 'Đoàn Tường Vy' };
    expect(await createAdministrator({ ...asked, password: '1qaz2wsx3edc' })).toEqual(used);
    expect(await createAdministrator({ ...asked, password: 'Tường Vy 1984 2026' })).toEqual(near);
    expect(await db.account.count({ where: { email: asked.email } })).toBe(0);
  });
});

test('what is known of her are her name, her address, and her units of today with their communes', async () => {
  const texts = await listTextsNear({ accountId: her.id });
  expect(new Set(texts)).toEqual(new Set(['Phùng Thị Diệu Hạnh', her.email, 'Suối Tre', 'Bình Lộc']));
});
