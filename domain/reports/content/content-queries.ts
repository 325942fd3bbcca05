import type { Viewer } from '@/domain/access/viewer';
import type { coverageLevels, MissingPart } from '@/domain/coverage/coverage';
import { type Lacking, listLacking } from '@/domain/coverage/gap-queries';
import { type Day, today } from '@/domain/days/day';
import { findCityPace, findPublishedPace } from '@/domain/targets/pace-queries';
import type { PlacePace } from '@/domain/targets/target';
import { keptCount } from '@/prisma/kept/kept-until-written';
import { periodBefore, type ReportPeriod, yearBefore } from '../periods/period';
import { type GapTold, REPORT_FORM, type ReportContent, type Restated } from '../report-content';
import {
  type FiguresRead,
  type readFigures,
  readFiguresOfCommune,
  readPublishedMeasures,
  readRefiled,
  readWholeFigures,
  type Stretches,
} from './figure-queries';
import { coverageTold, figuresTold, movedCodes, timedFigure } from './figures';
import { readCommunes, readModels, readNotes, readPlace, readTopics } from './place-queries';
import { countedTag, type Placed, seenId } from './placed';
import { draftSentences } from './sentences';

const NAMED_MAX = 12;

export type Written = Pick<ReportContent, 'text' | 'comment'>;
type Place = Placed & { level: 'commune' | 'province' };

/** What a report that nobody has signed says: everything from the records, as of the last day of its period or today before that. */
export async function draftContent(
  viewer: Viewer,
  place: Place,
  period: ReportPeriod,
  written: Written,
): Promise<ReportContent> {
  const day = earliestOf(period.to, today());
  const stretches = {
    now: { from: period.from, to: day },
    before: periodBefore(period),
    yearBefore: yearBefore(period),
  };
  const inProvince = place.level === 'province';
  const [{ read, models, topics, pace }, measures, unit, notes, gaps, communes, refiled] = await Promise.all([
    readCounts(viewer, place, period, stretches),
    readPublishedMeasures(day),
    readPlace(viewer, place, day),
    inProvince ? [] : readNotes(viewer, place, stretches.now),
    inProvince ? [] : listLacking(viewer, place.id, day),
    inProvince ? readCommunes(viewer, period.id, day, stretches.before?.to ?? null) : [],
    readRefiled(viewer, place, period.from, stretches.before?.from ?? null),
  ]);
  const facts = {
    form: REPORT_FORM,
    unit: { id: place.id, level: place.level, name: unit.name, kind: unit.kind },
    period,
    day,
    before: stretches.before,
    yearBefore: stretches.yearBefore,
    demo: unit.demo,
    reading: unit.reading,
    households: unit.households,
    coverage: coverageTold(read),
    figures: figuresTold(read, measures),
    models,
    topics,
    priorityGroups: { state: 'when-signed' as const },
    targets: targetsTold(pace),
    gaps: gapsTold(gaps),
    communes,
    notes,
    restated: restatedOf(read, refiled, period, stretches.before),
    digest: read.digest,
  } satisfies Omit<ReportContent, 'sentences' | 'text' | 'comment'>;
  return { ...facts, sentences: draftSentences(facts), ...written };
}

const countedTags = (unitId: string) => ['figures:province', 'figures', 'units', 'today', countedTag(unitId)];

/**
 * What is counted for a report. Of the city it goes through all women, and is kept for a minute or until something is written: whoever signs is held to what the records say
 * then.
 */
function readCounts(viewer: Viewer, place: Place, { id, kind }: ReportPeriod, stretches: Stretches) {
  const { from, to } = stretches.now;
  if (place.level === 'commune')
    return allOf(
      readFiguresOfCommune(viewer, place, kind, stretches),
      readModels(viewer, place, stretches.now),
      readTopics(viewer, place, stretches.now),
      findPublishedPace(place.id, to).then((pace) => pace ?? undefined),
    );
  const read = () =>
    allOf(
      readWholeFigures(viewer, place, kind, stretches),
      readModels(viewer, place, stretches.now),
      readTopics(viewer, place, stretches.now),
      findCityPace(viewer, to).then((all) => all?.city),
    );
  return seenId(viewer, place)
    ? keptCount(`counts of report ${place.id} ${id} ${from} ${to}`, countedTags(place.id), read)
    : read();
}

async function allOf(
  figures: ReturnType<typeof readFigures>,
  modelsTold: ReturnType<typeof readModels>,
  topicsTold: ReturnType<typeof readTopics>,
  paceOfPlace: Promise<PlacePace | undefined>,
) {
  const [read, models, topics, pace] = await Promise.all([figures, modelsTold, topicsTold, paceOfPlace]);
  return { read, models, topics, pace };
}

const earliestOf = (...days: Day[]): Day => [...days].sort()[0] as Day;

const targetsTold = (pace: PlacePace | undefined): ReportContent['targets'] => {
  const of = (level: (typeof coverageLevels)[number]) => ({
    target: pace?.targets[level] ?? 100,
    source: pace?.sources[level] ?? ('campaign' as const),
    pace: pace?.paces[level] ?? null,
  });
  return { sub_association: of('sub_association'), group: of('group') };
};

const parts: readonly MissingPart[] = ['tie', 'households', 'pair', 'family'];

/** What units lack, from what is mended soonest on; a group is named with its sub-association. */
const gapsTold = (gaps: readonly Lacking[]): GapTold[] =>
  parts.flatMap((part) => {
    const here = gaps.filter(({ missing }) => missing.includes(part));
    const names = here.map(({ name, parentName }) => (parentName ? `${name} (${parentName})` : name));
    return here.length > 0 ? [{ part, count: here.length, names: names.slice(0, NAMED_MAX) }] : [];
  });

type Refiled = Awaited<ReturnType<typeof readRefiled>>;

/** Figures of earlier periods that are told otherwise: filed anew since the last report, or moved in the records of the period before. */
function restatedOf(
  { before, beforeNow }: FiguresRead,
  refiled: Refiled,
  { kind }: ReportPeriod,
  stretch: ReportContent['before'],
): Restated[] {
  const anew = refiled.flatMap(({ was, now, by, on, why, place, ...period }) =>
    movedCodes(was, now).map((code): Restated => {
      const told = { was: timedFigure(code, was), now: timedFigure(code, now) };
      const days = { kind: period.kind, from: period.from as Day, to: period.to as Day };
      return { period: days, ...(place && { place }), code, ...told, filed: { by, on: on as Day, why } };
    }),
  );
  if (!before || !beforeNow || !stretch) return anew;
  const moved = movedCodes(before, beforeNow).map((code): Restated => {
    const told = { was: timedFigure(code, before), now: timedFigure(code, beforeNow) };
    return { period: { kind, ...stretch }, code, ...told, filed: null };
  });
  return [...anew, ...moved];
}
