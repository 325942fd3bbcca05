import { type APIRequestContext, request } from '@playwright/test';
import pg from 'pg';
import type { Role } from '../../../domain/access/permissions';
import { createAccountWithRole } from '../../../test/factories/accounts';
import { createArticle } from '../../../test/factories/articles';
import { createModel } from '../../../test/factories/digital-models';
import { createPair } from '../../../test/factories/pairs';
import { createLesson } from '../../../test/factories/peer-lessons';
import { createMember } from '../../../test/factories/people';
import { createSession } from '../../../test/factories/trainings';
import { type Made, newId, read, write } from '../../../test/factories/write';
import { makeCertificate, makeRegister } from './outcomes';
import { openSession } from './session';
import { makeClosedCheck } from './spot-checks';

export async function openDatabase(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

/** A commune with a sub-association and a group in it, the sub-association beside, and the next commune. */
export type Places = Record<'commune' | 'subAssociation' | 'group' | 'beside' | 'next', Made>;

/** The records of one sub-association; every name carries the mark, so that it can be looked for. */
export type Records = Record<
  | 'person'
  | 'learner'
  | 'model'
  | 'activity'
  | 'pair'
  | 'lesson'
  | 'session'
  | 'held'
  | 'certificate'
  | 'article'
  | 'guide'
  | 'alert'
  | 'story'
  | 'picture'
  | 'account'
  | 'round'
  | 'check',
  string
>;

/** Somebody signed in, who asks and sends as a browser without scripts does. */
export type Visitor = { accountId: string; cookie: { name: string; value: string }; http: APIRequestContext };

/** Two quiet communes of the demonstration data: those that the journeys use are left alone. */
export async function choosePlaces(database: pg.Client): Promise<Places> {
  const communes = await read<{ id: string; subs: string[]; group: string }>(
    database,
    `SELECT c.id, array_agg(s.unit_id ORDER BY g.n DESC, s.unit_id) AS subs, (array_agg(g.first ORDER BY g.n DESC, s.unit_id))[1] AS "group"
     FROM unit c JOIN unit_span s ON s.commune_id = c.id AND s.level = 'sub_association' AND s.is_last
     JOIN (SELECT sub_association_id, count(*) AS n, min(unit_id::text) AS first FROM unit_span
       WHERE level = 'group' AND is_last GROUP BY sub_association_id) g ON g.sub_association_id = s.unit_id AND g.n > 1
     WHERE c.slug NOT IN ('long-hung', 'trang-dai') GROUP BY c.id HAVING count(*) > 3 ORDER BY c.slug DESC LIMIT 2`,
  );
  const [here, next] = communes;
  if (!here || !next) throw new Error('the demonstration data has no two quiet communes');
  const [subAssociation = '', beside = ''] = here.subs;
  return {
    commune: { id: here.id },
    subAssociation: { id: subAssociation },
    group: { id: here.group },
    beside: { id: beside },
    next: { id: next.id },
  };
}

/** The day in Viet Nam, so many days from now. */
export const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

/** The day on which the month began: no report closes a month that still runs. */
export const monthBegan = () => `${dayFromNow(0).slice(0, 8)}01`;

/** The session that was held began on the first of the month: women are asked about it until the second day is over. */
export const isAskedAboutStill = () => dayFromNow(0) <= `${monthBegan().slice(0, 8)}02`;

/** Records of the sub-association that change no figure of coverage. */
export async function makeRecords(database: pg.Client, places: Places, mark: string): Promise<Records> {
  const unit = places.subAssociation;
  const author = await createAccountWithRole(database, 'viewer', [unit], { displayName: `Tài khoản ${mark}` });
  const person = await createMember(database, unit, { name: `Đỗ ${mark} Ẩn`, phone: '+84900000001' });
  const learner = await createMember(database, unit, { name: `Lê ${mark} Học` });
  const model = await createModel(database, unit, {
    name: `Gia đình số ${mark}`,
    status: 'planned',
    from: monthBegan(),
  });
  const activity = newId();
  const done = { model_id: model.id, on_day: dayFromNow(0), topic: `Buổi ${mark}`, version: 1 };
  await write(database, [['model_activity', { id: activity, ...done }]]);
  const pair = await createPair(database, unit, person, learner, { from: dayFromNow(0) });
  // a skill of its own would stand in everybody's filters
  const [topic = { id: '' }] = await read<Made>(
    database,
    'SELECT id FROM skill WHERE campaign_topic ORDER BY id LIMIT 1',
  );
  const lesson = await createLesson(database, unit, { on: dayFromNow(0), topic, teacher: person, learners: [learner] });
  const { session, held } = await makeSessions(database, unit, author, mark);
  const [enrolment = ''] = await makeRegister(database, held, [person], author);
  const certificate = await makeCertificate(database, { id: enrolment }, person, author, `Đỗ ${mark} Ẩn`);
  const drafted = { unit, author, approver: author, state: 'draft' } as const;
  const article = await createArticle(database, { ...drafted, title: `Bài ${mark}`, titleEn: `Text ${mark}` });
  const guide = await createArticle(database, { kind: 'guide', ...drafted });
  const alert = await createArticle(database, { kind: 'alert', ...drafted });
  const story = await createArticle(database, { kind: 'story', ...drafted });
  return {
    person: person.id,
    learner: learner.id,
    model: model.id,
    activity,
    pair: pair.id,
    lesson: lesson.id,
    session: session.id,
    held: held.id,
    certificate,
    article: article.id,
    guide: guide.id,
    alert: alert.id,
    story: story.id,
    picture: await makePicture(database, unit, author),
    account: author.id,
    ...(await makeClosedCheck(database, unit)),
  };
}

/** A picture of the library. Its bytes lie nowhere: it came so long ago that no job asks for them any more. */
async function makePicture(database: pg.Client, unit: Made, author: Made): Promise<string> {
  const id = newId();
  const size = { bytes: 1000, width: 800, height: 600, in_library: true, created_at: dayFromNow(-60) };
  await write(database, [
    [
      'media_asset',
      { id, sha256: `\\x${'0'.repeat(64)}`, mime: 'image/webp', unit_id: unit.id, uploaded_by_id: author.id, ...size },
    ],
    ['media_text', { asset_id: id, locale: 'vi', alt: 'Chị em học gọi video' }],
  ]);
  return id;
}

/** One session that is to come, and one that was held. */
async function makeSessions(database: pg.Client, unit: Made, proposedBy: Made, mark: string) {
  const [course = { id: '' }] = await read<Made>(database, 'SELECT id FROM course ORDER BY code LIMIT 1');
  const later = dayFromNow(20);
  const inAddress = mark.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const session = await createSession(database, {
    course,
    unit,
    slug: `buoi-${inAddress}`,
    startsAt: `${later}T08:00:00+07:00`,
    endsAt: `${later}T09:00:00+07:00`,
    proposedBy,
  });
  const earlier = monthBegan();
  const held = await createSession(database, {
    course,
    unit,
    slug: `buoi-da-qua-${inAddress}`,
    state: 'held',
    // in the first hours of a month as well
    startsAt: `${earlier}T00:00:00+07:00`,
    endsAt: `${earlier}T00:01:00+07:00`,
    proposedBy,
  });
  return { session, held };
}

/** Signs somebody in who holds one role at a unit, or held it until today. */
export async function visit(
  database: pg.Client,
  role: Role,
  unit: Made,
  { ended = false, origin = process.env.PORTAL_URL ?? 'http://127.0.0.1:3000' } = {},
): Promise<Visitor> {
  const account = await createAccountWithRole(database, role, [unit], {
    displayName: 'Người thử',
    ...(ended ? { to: dayFromNow(0) } : {}),
  });
  const cookie = await openSession(database, account.id);
  const http = await request.newContext({
    baseURL: origin,
    extraHTTPHeaders: { cookie: `${cookie.name}=${cookie.value}` },
    maxRedirects: 0,
  });
  return { accountId: account.id, cookie, http };
}
