import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ticketHash } from '@/domain/ground/ticket-secret';
import { seeNumbers } from '@/domain/messages/commands';
import { maskedPhone } from '@/domain/people/phones/phone';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { createMember } from '@/test/factories/people';
import { makeEnrolmentStage, messagesOf, newPhone, statesOf } from '@/test/stages/enrolments';
import { decided, makeProposal } from '@/test/stages/trainings';
import { signUpInput } from './enrolment';
import { forgetSignUps } from './forgetting-commands';
import { signUpForSession } from './sign-up-commands';
import { findTicket } from './tickets/ticket-queries';

let stage: Awaited<ReturnType<typeof makeEnrolmentStage>>;
beforeAll(async () => {
  stage = await makeEnrolmentStage();
});

const rowsOf = (sessionId: string) =>
  db.enrolment.findMany({ where: { sessionId }, orderBy: { arrivalNo: 'asc' }, take: 100 });

describe('signing up without an account', () => {
  test('gives a seat and keeps the wording that was agreed to; her number is told, in her language', async () => {
    const session = await stage.openSession(1);
    const phone = newPhone();
    const secret = await stage.join(session, { phone, unitWords: 'tổ 3', accessNeed: 'xe lăn', locale: 'en' });
    const [row] = await rowsOf(session.id);
    expect(row).toMatchObject({ state: 'confirmed', seatNo: 1, consentTextId: stage.consentText, unitWords: 'tổ 3' });
    expect(row?.consentedAt).toBeInstanceOf(Date);
    expect(row?.ticketHash).toEqual(ticketHash(secret));
    const recipient = maskedPhone(`+84${phone.slice(1)}`);
    expect(await messagesOf(session.id)).toMatchObject([{ about: 'enrolled', kind: 'zalo', locale: 'en', recipient }]);
  });

  test('whom she brings along is told, in her language, without the address of a ticket', async () => {
    const session = await stage.openSession(2);
    const companionPhone = newPhone();
    const secret = await stage.join(session, { companionName: 'Cô Bảy', companionPhone, locale: 'en' });
    const messages = (await messagesOf(session.id)).slice(1);
    const recipient = maskedPhone(`+84${companionPhone.slice(1)}`);
    expect(messages).toMatchObject([{ about: 'enrolled', kind: 'zalo', locale: 'en', recipient }]);
    const other = (await findTicket(secret, 'vi'))?.companion?.secret ?? 'none';
    expect(JSON.stringify(messages)).not.toMatch(new RegExp(`${secret}|${other}`));
  });

  test('whoever finds no seat waits, and reads where in the line, and why', async () => {
    const session = await stage.openSession(1);
    await stage.join(session);
    await stage.join(session);
    const third = await stage.join(session);
    expect(await findTicket(third, 'vi')).toMatchObject({
      state: 'waiting',
      place: { position: 2, free: 0, party: 1 },
      onlineUrl: null,
    });
    const said = (await messagesOf(session.id)).map(({ about, facts }) => [about, facts]);
    expect(said).toEqual([
      ['enrolled', {}],
      ['waiting', { position: '1' }],
      ['waiting', { position: '2' }],
    ]);
  });

  test('the same number twice is one enrolment: no second ticket, and the number is told again once a day', async () => {
    const session = await stage.openSession(5);
    const phone = newPhone();
    await stage.join(session, { phone, name: 'Cô Sáu' });
    for (let time = 0; time < 3; time++)
      expect(await stage.join(session, { phone: `+84 ${phone.slice(1)}`, name: 'Ai Đó' })).toBe('');
    expect((await rowsOf(session.id)).map(({ name }) => name)).toEqual(['Cô Sáu']);
    expect((await messagesOf(session.id)).map(({ about }) => about)).toEqual(['enrolled', 'enrolled']);
  });

  test('whoever tells her is given the address of her ticket for her, and nobody else is', async () => {
    const session = await stage.openSession(2);
    const phone = newPhone();
    const secret = await stage.join(session, { phone });
    await stage.join(session, { phone });
    const [message] = await messagesOf(session.id);
    const asked = { messageIds: [message?.id ?? ''] };
    expect(await seeNumbers(stage.official, asked)).toMatchObject({ value: [{ ticket: { secret, locale: 'vi' } }] });
    expect(await seeNumbers(stage.elsewhere, asked)).toMatchObject({ problem: 'not-found' });
  });

  test('a number that stands on the record of a member who is enrolled is on the list too', async () => {
    const session = await stage.openSession(5);
    const member = await createMember(db, stage.union.khuPho5, { name: 'Lê Thị Bưởi', phone: '+84977000111' });
    await db.$queryRaw`SELECT 1 FROM app.enrol(${session.id}::uuid, app.uuid7(), NULL, NULL, ${member.id}::uuid)`;
    expect(await stage.join(session, { phone: '0977000111', name: 'Chị Bưởi' })).toBe('');
    expect(await statesOf(session.id)).toEqual(['confirmed']);
  });

  test('a sign-up belongs to the record that has her name and number, and to none where two have them', async () => {
    const session = await stage.openSession(5);
    const member = await createMember(db, stage.union.khuPho5, { name: 'Đỗ Thị Hòa', phone: '+84977000222' });
    await stage.join(session, { phone: '0977000222', name: 'ĐỖ THỊ HOÀ' });
    for (const name of ['Trần Thị Ba', 'Trần Thị Ba'])
      await createMember(db, stage.union.khuPho6, { name, phone: '+84977000333' });
    await stage.join(session, { phone: '0977000333', name: 'Trần Thị Ba' });
    expect((await rowsOf(session.id)).map(({ personId }) => personId)).toEqual([member.id, null]);
  });

  test('is refused for what is not open: begun, cancelled, not approved, by invitation', async () => {
    const form = (slug: string) =>
      signUpForSession(
        signUpInput.parse({
          session: slug,
          locale: 'vi',
          name: 'Cô Sáu',
          phone: newPhone(),
          consent: 'yes',
          consentText: stage.consentText,
        }),
      );
    const [begun, cancelled, invited] = [
      await stage.openSession(),
      await stage.openSession(),
      await stage.openSession(),
    ];
    const proposed = await makeProposal({ unit: stage.union.khuPho5, courseId: stage.courseId }, 40);
    await db.$executeRaw`UPDATE session SET starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour' WHERE id = ${begun.id}::uuid`;
    await decided(cancelled.id, 'cancelled');
    await db.session.update({ where: { id: invited.id }, data: { audience: 'officials' }, select: { id: true } });
    expect(await form(begun.slug)).toMatchObject({ problem: 'already-begun' });
    expect(await form(cancelled.slug)).toMatchObject({ problem: 'not-open' });
    expect(await form(proposed.slug)).toMatchObject({ problem: 'not-found' });
    expect(await form(invited.slug)).toMatchObject({ problem: 'not-for-everyone' });
    expect(await form('khong-co')).toMatchObject({ problem: 'not-found' });
  });

  test('the form takes nothing but what it asks for, and no consent that was not given', () => {
    const form = {
      session: 'buoi',
      locale: 'vi',
      name: 'Cô Sáu',
      phone: '0912345678',
      consent: 'yes',
      consentText: stage.consentText,
    };
    const wrong = (over: object) =>
      signUpInput.safeParse({ ...form, ...over }).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(signUpInput.safeParse(form).success).toBe(true);
    expect(wrong({ consent: undefined })).toEqual([['consent', 'consent-needed']]);
    expect(wrong({ phone: '091234567' })).toEqual([['phone', 'not-a-phone']]);
    expect(wrong({ companionName: 'Cô Bảy' })).toEqual([['companionPhone', 'companion-phone-needed']]);
    expect(wrong({ companionName: 'Cô Bảy', companionPhone: '+84912345678' })).toEqual([
      ['companionPhone', 'companion-same-phone'],
    ]);
    expect(wrong({ homepage: 'http://spam.invalid' })).toEqual([['homepage', 'robot']]);
    expect(signUpInput.safeParse({ ...form, state: 'confirmed' }).success).toBe(false);
  });
});

describe('what a sign-up stands on', () => {
  test('is the wording for trainings: that of another purpose, or none that there is, enrols nobody', async () => {
    const session = await stage.openSession(2);
    const others = await Promise.all((['image', 'contact'] as const).map((purpose) => createConsentText(db, purpose)));
    for (const consentText of [...others.map(({ id }) => id), randomUUID()])
      await expect(stage.join(session, { consentText })).rejects.toThrow('consent-outdated');
    expect(await rowsOf(session.id)).toEqual([]);
    await stage.join(session);
    expect(await statesOf(session.id)).toEqual(['confirmed']);
  });

  test('is a seat that exists: the database knows none above those of the session, whoever writes', async () => {
    const session = await stage.openSession(2);
    const row = { sessionId: session.id, name: 'Cô Sáu', origin: 'official', state: 'confirmed' } as const;
    await expect(db.enrolment.create({ data: { ...row, arrivalNo: 1, seatNo: 3 } })).rejects.toThrow('seat 3 of 2');
    const { id } = await db.enrolment.create({ data: { ...row, arrivalNo: 1, seatNo: 2 } });
    await expect(db.enrolment.update({ where: { id }, data: { seatNo: 3 } })).rejects.toThrow('seat 3 of 2');
    expect((await rowsOf(session.id)).map(({ seatNo }) => seatNo)).toEqual([2]);
  });
});

describe('two who come together', () => {
  test('only the one who signed both up is shown the other ticket', async () => {
    const session = await stage.openSession(2);
    const first = await stage.join(session, { companionName: 'Cô Bảy', companionPhone: newPhone() });
    const other = (await findTicket(first, 'vi'))?.companion?.secret ?? '';
    expect(await findTicket(other, 'vi')).toMatchObject({
      name: 'Cô Bảy',
      companion: { name: 'Cô Sáu', secret: null },
    });
  });

  test('of whom one is on the list already, the other comes by herself, and both numbers are told', async () => {
    const session = await stage.openSession(5);
    const [first, second, third] = [newPhone(), newPhone(), newPhone()];
    await stage.join(session, { phone: first });
    expect(await stage.join(session, { phone: second, companionName: 'Cô Sáu', companionPhone: first })).not.toBe('');
    expect(await stage.join(session, { phone: second, companionName: 'Cô Ba', companionPhone: third })).toBe('');
    const rows = await rowsOf(session.id);
    expect(rows.map(({ state, partyId }) => [state, partyId])).toEqual(Array(3).fill(['confirmed', null]));
    const told = (await messagesOf(session.id)).map(({ recipient }) => recipient);
    expect(told.sort()).toEqual(
      [first, first, second, second, third].map((phone) => maskedPhone(`+84${phone.slice(1)}`)).sort(),
    );
  });
});

test('what is answered is the same for a number on the list and for one that is not, alone or with somebody', async () => {
  const session = await stage.openSession(20);
  const [known, other] = [newPhone(), newPhone()];
  await stage.join(session, { phone: known });
  await stage.join(session, { phone: other });
  const base = {
    session: session.slug,
    locale: 'vi',
    name: 'Người Lạ',
    consent: 'yes',
    consentText: stage.consentText,
  };
  const answers = [];
  for (const numbers of [
    { phone: newPhone() },
    { phone: known },
    { phone: newPhone(), companionName: 'Cô Bảy', companionPhone: newPhone() },
    { phone: newPhone(), companionName: 'Cô Bảy', companionPhone: known },
    { phone: known, companionName: 'Cô Bảy', companionPhone: newPhone() },
    { phone: known, companionName: 'Cô Bảy', companionPhone: other },
  ])
    answers.push(await signUpForSession(signUpInput.parse({ ...base, ...numbers })));
  expect(answers).toEqual(Array(6).fill({ ok: true, value: { sessionId: session.id } }));
});

test('a year after the session nothing tells any more who signed up without a record', async () => {
  const [old, young] = [await stage.openSession(2), await stage.openSession(2)];
  const phone = newPhone();
  for (const session of [old, young]) await stage.join(session, { phone, accessNeed: 'xe lăn' });
  await stage.join(old, { phone }); // asks for her ticket again
  await db.$executeRaw`UPDATE session SET starts_at = now() - interval '367 days', ends_at = now() - interval '366 days' WHERE id = ${old.id}::uuid`;
  expect(await forgetSignUps()).toBeGreaterThan(0);
  expect(await forgetSignUps()).toBe(0);
  expect((await rowsOf(old.id))[0]).toMatchObject({
    name: null,
    phone: null,
    accessNeed: null,
    ticketHash: null,
    state: 'confirmed',
  });
  expect((await messagesOf(old.id))[0]).toMatchObject({ recipient: null });
  expect((await rowsOf(young.id)).map(({ name }) => name)).toEqual(['Cô Sáu']);
});
