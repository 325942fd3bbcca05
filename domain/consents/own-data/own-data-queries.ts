import type { Viewer, ViewerHerself } from '@/domain/access/viewer';
import type { AuditVerb } from '@/domain/audit-draft';
import { today } from '@/domain/days/day';
import { maskedPhone } from '@/domain/people/phones/phone';
import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { ConsentRow } from '../consent';
import { findConsentPerson, listAnswers, listOwnAnswers } from '../consent-queries';
import { usesOf } from '../picture';
import { recordsOf } from '../records';
import type { SensitiveName } from '../sensitive/sensitive';
import { listOwnConsents, ownPictureSelect, toOwnPicture } from './own-consent-queries';
import type { OwnData, ShowPhone } from './own-data';
import { listOwnLessons } from './own-lessons';
import { findOwnPerson, listOwnPlaces } from './own-record';
import { listOwnTraces } from './own-traces';
import { listOwnTrainings } from './own-trainings';
import { listOwnPairs } from './own-work';

const ROWS_MAX = 1000;

/**
 * Everything held on a person, to be shown to her; null unless the viewer keeps her record. Numbers are masked and
 * sensitive fields only named: opening them is a reading of its own. Her partner, whom she knows, is named.
 */
export async function findOwnData(viewer: Viewer, personId: string): Promise<OwnData | null> {
  const [her, ids, answers] = await Promise.all([
    findConsentPerson(viewer, personId, 'own-data.export'),
    recordsOf(db, personId),
    listAnswers(viewer, personId),
  ]);
  return her && gatherOwnData(viewer, { database: db, ids, answers: answers ?? [], show: maskedPhone });
}

/** Everything held on the woman herself who asks, with numbers as `show` lets them be seen. */
export async function findDataOfHerself(viewer: ViewerHerself, show: ShowPhone): Promise<OwnData> {
  const [ids, answers] = await Promise.all([recordsOf(db, viewer.personId), listOwnAnswers(viewer)]);
  return gatherOwnData(viewer, { database: db, ids, answers, show });
}

type Gathering = {
  database: Transaction;
  /** her record, first, and those merged into it */
  ids: string[];
  answers: readonly ConsentRow[];
  show: ShowPhone;
};

/** The same for who has been asked already, with numbers as `show` lets them be seen. */
export async function gatherOwnData(
  viewer: Pick<Viewer, 'locale'>,
  { database, ids, answers, show }: Gathering,
): Promise<OwnData> {
  const [person, places, traces, pairs, peerLessons, trainings, consents, seen, readings, sensitive] =
    await Promise.all([
      findOwnPerson(database, ids, show),
      listOwnPlaces(database, ids),
      listOwnTraces(database, ids, show),
      listOwnPairs(database, viewer.locale, ids),
      listOwnLessons(database, viewer.locale, ids),
      listOwnTrainings(database, viewer.locale, ids, show),
      listOwnConsents(viewer, answers),
      seenInPublic(viewer, ids, answers),
      readingsOf(ids),
      writtenFields(ids),
    ]);
  return {
    format: 3,
    madeOn: today(),
    person,
    ...places,
    ...traces,
    ...pairs,
    peerLessons,
    ...trainings,
    ...seen,
    sensitive,
    consents,
    readings,
  };
}

async function writtenFields(ids: string[]): Promise<SensitiveName[]> {
  const rows = await db.sensitiveField.findMany({
    where: { personId: { in: ids } },
    distinct: ['field'],
    orderBy: { field: 'asc' },
    select: { field: true },
    take: ROWS_MAX,
  });
  return rows.map(({ field }) => field);
}

/** Articles about her and pictures she can be recognised in. */
async function seenInPublic(viewer: Pick<Viewer, 'locale'>, ids: string[], answers: readonly ConsentRow[]) {
  const [articles, pictures] = await Promise.all([
    db.article.findMany({
      where: { subjectPersonId: { in: ids } },
      orderBy: { createdAt: 'asc' },
      select: {
        kind: true,
        editions: {
          orderBy: { number: 'desc' },
          select: { editionTexts: { where: { locale: viewer.locale }, select: { title: true }, take: 1 } },
          take: 1,
        },
        publications: { where: { publishedAt: { not: null }, endedAt: null }, select: { id: true }, take: 1 },
      },
      take: ROWS_MAX,
    }),
    db.mediaPerson.findMany({
      where: { personId: { in: ids } },
      select: {
        picture: { select: { id: true, inLibrary: true, withdrawnAt: true, ...ownPictureSelect } },
      },
      take: ROWS_MAX,
    }),
  ]);
  return {
    articles: articles.map(({ kind, editions, publications }) => ({
      kind,
      title: editions[0]?.editionTexts[0]?.title ?? '',
      public: publications.length > 0,
    })),
    pictures: pictures.map(({ picture }) => ({
      ...toOwnPicture(viewer, picture),
      withdrawn: picture.withdrawnAt !== null,
      uses: picture.inLibrary ? usesOf(answers, picture.id) : null,
    })),
  };
}

async function readingsOf(ids: string[]): Promise<OwnData['readings']> {
  const rows = await db.$queryRaw<{ at: Date; by: string | null; verb: AuditVerb; action: string; fields: unknown }[]>`
    SELECT e.at, a.display_name AS by, e.verb, e.action, e.change -> 'fields' AS fields
    FROM audit_entry e LEFT JOIN account a ON a.id = e.actor_id
    WHERE e.subject_type = 'person' AND e.subject_id = ANY (${ids}::uuid[]) AND e.verb IN ('read', 'exported')
    ORDER BY e.id DESC LIMIT ${ROWS_MAX}`;
  return rows.map(({ fields, ...row }) => ({ ...row, fields: Array.isArray(fields) ? fields.map(String) : [] }));
}
