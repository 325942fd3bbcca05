import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { db, transaction } from '@/prisma/client';
import { createAccountWithRole } from './accounts';
import { createArticle } from './articles';
import { createModel, createStatus, joinModel } from './digital-models';
import { createPair } from './pairs';
import { createHousehold, createMember, createOffice } from './people';
import { createCourse, createEnrolment, createSession, createSkill, createVenue } from './trainings';
import { createTree } from './units';
import { read, write } from './write';

describe('factories, written as the portal itself writes', () => {
  it('make a covered sub-association out of a family, a pair and a tie', async () => {
    const { subAssociation, group } = await createTree(db);
    const [instructor, learner] = [await createMember(db, group), await createMember(db, group)];
    const family = await createModel(db, subAssociation);
    await createPair(db, subAssociation, instructor, learner, { tiedTo: family });
    await joinModel(db, family, instructor, { office: 'head' });
    await joinModel(db, family, learner);
    await createOffice(db, subAssociation, instructor, 'sub_association_head');
    await createHousehold(db, group, instructor);
    const rows = await read<{ covered: boolean }>(
      db,
      `SELECT covered FROM app.coverage_units('2026-01-01') WHERE unit_id = '${subAssociation.id}'`,
    );
    expect(rows).toEqual([{ covered: true }]);
    await expect(createStatus(db, family, 'ended', { from: '2026-01-01' })).rejects.toThrow('one_status');
  });

  it('bring a session to its state by decisions, and refuse a second one in the same hall', async () => {
    const { commune, group } = await createTree(db);
    const [course, venue, trainer] = [
      await createCourse(db, { skills: [await createSkill(db)] }),
      await createVenue(db, commune),
      await createMember(db, group),
    ];
    const time = { startsAt: '2027-01-14T14:00:00+07:00', endsAt: '2027-01-14T16:00:00+07:00' };
    const session = await createSession(db, { course, unit: commune, venue, trainers: [trainer], ...time });
    await createEnrolment(db, session, trainer, 1);
    const found = await db.session.findUniqueOrThrow({
      where: { id: session.id },
      select: { state: true, sessionTrainers: { select: { state: true } } },
    });
    expect(found).toEqual({ state: 'approved', sessionTrainers: [{ state: 'approved' }] });
    await expect(createSession(db, { course, unit: commune, venue, ...time })).rejects.toThrow('venue_taken');
    await createSession(db, { course, unit: commune, venue, ...time, state: 'proposed' });
  });

  it('publish an article in both languages inside a transaction, or leave it a draft', async () => {
    const { province, commune } = await createTree(db);
    const author = await createAccountWithRole(db, 'editor', [province]);
    const approver = await createAccountWithRole(db, 'province_official', [province]);
    const [published, draft] = await transaction(async (tx) => [
      await createArticle(tx, { unit: province, author, approver, communes: [commune] }),
      await createArticle(tx, { unit: province, author, approver, state: 'draft' }),
    ]);
    const count = (articleId: string) => db.publication.count({ where: { articleId, publishedAt: { not: null } } });
    expect([await count(published.id), await count(draft.id)]).toEqual([2, 0]);
  });

  it('write all rows or none', async () => {
    const { group } = await createTree(db);
    const id = crypto.randomUUID();
    const person = [
      'person',
      { id, full_name: 'Nguyễn Thị Một', keeper_unit_id: group.id, demo: false, version: 1 },
    ] as const;
    await expect(
      write(db, [
        person,
        ['membership', { id, person_id: id, unit_id: id, kind: 'member', valid_from: '2026-01-01', version: 1 }],
      ]),
    ).rejects.toThrow();
    expect(await db.person.count({ where: { id } })).toBe(0);
  });

  it('write the same through a plain pg client', async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const { commune, group } = await createTree(client);
    const member = await createMember(client, group, { name: 'Lê Thị Hai' });
    await client.end();
    expect(await db.membership.count({ where: { personId: member.id, unitId: group.id } })).toBe(1);
    expect(group.path.startsWith(commune.path)).toBe(true);
  });
});
