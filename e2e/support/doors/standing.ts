import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { createMember, createOffice } from '../../../test/factories/people';
import { FIRST_DAY, type Made, newId, type Row, write } from '../../../test/factories/write';
import { dayFromNow, type Places, type Records } from '../stage/stage';
import { newSecret } from '../stage/trainings';

/** A record that seems to be that of the same woman, with the same number, the code of her card, which waits for her, and the ticket of an offer. */
export type Standing = { twin: string; card: string; offered: string };

/** What a table keeps of a secret. */
export const hashOf = (secret: string) => `\\x${createHash('sha256').update(secret).digest('hex')}`;

/**
 * What has to stand before some forms are there: an office, a network, a twin, a question of the next commune, a seat that is offered, a woman
 * who was told, a letter that failed, a card that waits.
 */
export async function makeStanding(
  database: pg.Client,
  places: Places,
  records: Records,
  mark: string,
): Promise<Standing> {
  const unit = places.subAssociation;
  const learner = { id: records.learner };
  const [card, offered] = [randomBytes(32).toString('hex'), newSecret()];
  const twin = await createMember(database, unit, { name: `Đỗ ${mark} Ẩn`, phone: '+84934567812' });
  await createOffice(database, unit, learner, 'sub_association_deputy');
  await write(database, [
    ...networks(unit, learner, mark),
    ...messages(records, mark, offered),
    [
      'member_card',
      {
        id: newId(),
        person_id: twin.id,
        unit_id: unit.id,
        token_hash: hashOf(card),
        made_by_id: records.account,
      },
    ],
    [
      'person_request',
      {
        id: newId(),
        person_id: learner.id,
        sought_name: `Lê ${mark} Học`,
        sought_birth_year: 1980,
        to_unit_id: places.next.id,
        purpose: 'transfer',
        asked_by_id: records.account,
      },
    ],
  ]);
  return { twin: twin.id, card, offered };
}

/** One that she is in, and one that she may join. */
function networks(unit: Made, { id: personId }: Made, mark: string): Row[] {
  const [hers, other] = [newId(), newId()];
  const network = { kind: 'knowledge_sharing_group', unit_id: unit.id, valid_from: FIRST_DAY };
  return [
    ['network', { id: hers, name: `Nhóm ${mark}`, ...network }],
    ['network', { id: other, name: `Tổ ${mark}`, ...network }],
    ['network_member', { id: newId(), network_id: hers, person_id: personId, valid_from: FIRST_DAY }],
  ];
}

/** A seat that is offered to a guest, who was told of it, and a letter on the session that no mail server took. */
function messages({ session, account }: Records, mark: string, ticket: string): Row[] {
  const [seat, now] = [newId(), new Date().toISOString()];
  const guest = {
    id: seat,
    session_id: session,
    name: `Mời ${mark}`,
    phone: '+84366677788',
    seat_no: 3,
    arrival_no: 3,
    ticket_hash: hashOf(ticket),
  };
  const message = { locale: 'vi', session_id: session };
  const told = {
    kind: 'zalo',
    about: 'enrolled',
    enrolment_id: seat,
    state: 'sent',
    sent_at: now,
    told_by_id: account,
  };
  const letter = { kind: 'email', about: 'session-approved', account_id: account, recipient: `${mark}@demo.invalid` };
  const failed = { state: 'failed', last_error: 'EENVELOPE 550 RCPT TO' };
  return [
    [
      'enrolment',
      { ...guest, state: 'offered', offer_until: `${dayFromNow(10)}T08:00:00+07:00`, origin: 'public_page' },
    ],
    ['outbox_message', { id: newId(), ...message, ...told, dedupe_key: `told ${seat}` }],
    ['outbox_message', { id: newId(), ...message, ...letter, ...failed, dedupe_key: `failed ${seat}` }],
  ];
}
