import { withinAreas } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { materialPicturesWithin } from '@/domain/courses/material-pictures';
import { fromDate } from '@/domain/days/day';
import { modelsWithin } from '@/domain/digital-models/people/host';
import { isId } from '@/domain/id';
import { pageOf } from '@/domain/page';
import { libraryWithin } from '@/domain/pictures/library-queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { consentState } from './consent';
import { findConsentPerson, listAnswers, listRecords } from './consent-queries';
import { type AskedPicture, type PictureConsent, type PicturePlace, standingForPicture, usesOf } from './picture';

const PICTURES_MAX = 200;
const PICTURES_PAGE = 12;
const PLACES_MAX = 5;

/** Pictures of models, of courses and of the library that the viewer may see. */
export const seenWithin = (viewer: Viewer) => {
  const seen = { some: { model: modelsWithin(viewer, 'digital-models.see') } };
  return {
    OR: [{ modelActivities: seen }, { criterionMets: seen }, ...materialPicturesWithin(viewer), libraryWithin(viewer)],
  };
};

/** The same, of which those taken off because somebody said no can still be asked about. */
const askedWithin = (viewer: Viewer) => ({
  AND: [{ OR: [{ withdrawnAt: null }, { withdrawnReason: 'consent' }] }, seenWithin(viewer)],
});

/** Whether a picture can be asked about by the viewer: null as if there were none. */
export const findAskedPicture = async (viewer: Viewer, pictureId: string): Promise<{ id: string } | null> =>
  isId(pictureId)
    ? db.mediaAsset.findFirst({ where: { id: pictureId, ...askedWithin(viewer) }, select: { id: true } })
    : null;

/** The same as it is asked about. */
export async function findAsked(viewer: Viewer, pictureId: string): Promise<AskedPicture | null> {
  if (!isId(pictureId)) return null;
  const row = await db.mediaAsset.findFirst({
    where: { id: pictureId, ...askedWithin(viewer) },
    select: pictureSelect(viewer),
  });
  return row && toAsked(viewer, row);
}

/**
 * Pictures a person can be recognised in, newest first, at most 200, with what she answered; null when the viewer may not
 * see her consents. Of pictures beyond the viewer's reach nothing is shown.
 */
export async function listPictureConsents(viewer: Viewer, personId: string): Promise<PictureConsent[] | null> {
  const [answers, records] = await Promise.all([listAnswers(viewer, personId), listRecords(viewer, personId)]);
  if (!answers) return null;
  const rows = await db.mediaAsset.findMany({
    where: { ...askedWithin(viewer), mediaPersons: { some: { personId: { in: records } } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: pictureSelect(viewer),
    take: PICTURES_MAX,
  });
  return rows.map((row) => {
    const standing = standingForPicture(answers, row.id);
    const history = answers.filter(({ pictureId }) => pictureId === row.id);
    const uses = row.inLibrary ? usesOf(answers, row.id) : null;
    return { ...toAsked(viewer, row), standing, state: consentState(standing), uses, history };
  });
}

export type PicturePage = { pictures: AskedPicture[]; next: string | null };

/**
 * Pictures a person may be recognised in and is not named with yet: around the unit that keeps her record, or of a
 * course, within reach, newest first, twelve a page. `after` is the last one of the page before.
 */
export async function listPicturesNear(
  viewer: Viewer,
  personId: string,
  after?: string | undefined,
): Promise<PicturePage> {
  const person = await findConsentPerson(viewer, personId, 'consents.record');
  if (!person) return { pictures: [], next: null };
  const records = await listRecords(viewer, personId);
  const unit = await db.unit.findUniqueOrThrow({ where: { id: person.keeperUnitId }, select: unitSelect() });
  const { path } = toUnit(unit);
  const commune = /^\/\d+\/\d+\//.exec(path)?.[0] ?? path;
  const last = after && (await findAskedPicture(viewer, after));
  const rows = await db.mediaAsset.findMany({
    where: {
      ...askedWithin(viewer),
      OR: [{ unit: withinAreas([commune]) }, { courseMaterials: { some: {} } }],
      mediaPersons: { none: { personId: { in: records } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: pictureSelect(viewer),
    take: PICTURES_PAGE + 1,
    // Prisma's own cursor: pictures of one moment differ in microseconds, which a date of JavaScript does not hold
    ...(last ? { cursor: { id: last.id }, skip: 1 } : {}),
  });
  const { page, next } = pageOf(rows, PICTURES_PAGE);
  const pictures = page.map((row) => toAsked(viewer, row));
  return { pictures, next };
}

/** A picture and where it belongs, as far as the viewer may see it. */
const pictureSelect = (viewer: Viewer) => {
  const model = { select: { id: true, name: true } };
  const seen = { where: { model: modelsWithin(viewer, 'digital-models.see') }, take: PLACES_MAX };
  return {
    id: true,
    width: true,
    height: true,
    inLibrary: true,
    withdrawnAt: true,
    mediaTexts: { where: { locale: 'vi' }, select: { alt: true }, take: 1 },
    courseMaterials: { select: { title: true }, take: 1 },
    modelActivities: { ...seen, select: { onDay: true, topic: true, model } },
    criterionMets: {
      ...seen,
      select: { validFrom: true, criterion: { select: { labelVi: true, labelEn: true } }, model },
    },
  };
};

/** As somebody can be recognised in it. */
type Row = Prisma.MediaPersonGetPayload<{
  select: { picture: { select: ReturnType<typeof pictureSelect> } };
}>['picture'];
type Model = Row['modelActivities'][number]['model'];

function toAsked({ locale }: Viewer, row: Row): AskedPicture {
  const { id, width, height, inLibrary, withdrawnAt, mediaTexts, courseMaterials, modelActivities, criterionMets } =
    row;
  const placed = ({ id: modelId, name: modelName }: Model) => ({ modelId, modelName });
  const places: PicturePlace[] = [
    ...modelActivities.map(({ model, topic, onDay }) => ({ ...placed(model), what: topic, on: fromDate(onDay) })),
    ...criterionMets.map(({ model, criterion, validFrom }) => ({
      ...placed(model),
      what: (locale === 'en' && criterion.labelEn) || criterion.labelVi,
      on: fromDate(validFrom),
    })),
  ];
  // what a course hands out has a title and no description
  const alt = mediaTexts[0]?.alt ?? courseMaterials[0]?.title ?? '';
  return { id, width, height, inLibrary, alt, shown: withdrawnAt === null, places };
}
