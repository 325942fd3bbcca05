import 'server-only';
import { may, mayAnywhere } from '@/domain/access/access';
import { goOnAsking, keptFor, keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { findFirstSteps } from '@/domain/accounts/first-step-queries';
import { listToday } from '@/domain/attendance/today-queries';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { type MatrixRow, unitsOf } from '@/domain/coverage/matrix/matrix';
import { findMatrix } from '@/domain/coverage/matrix/matrix-queries';
import { findPublishedDay, findPublishedProvinceCoverage, listCoverage } from '@/domain/coverage/queries';
import { type SignableReading, UNDECIDED } from '@/domain/coverage/rulings/ruling';
import { monthStart, today } from '@/domain/days/day';
import { findDigest } from '@/domain/digest/digest-queries';
import { type AskedHere, askedHere } from '@/domain/overview/asked-of-her';
import { listComing } from '@/domain/overview/coming-queries';
import { silentOf } from '@/domain/overview/gaps';
import { choosePlace, type Place, placesOf, type Scene, sceneOf, viewerAt } from '@/domain/overview/place';
import { listPlaces } from '@/domain/overview/place-queries';
import type { Task } from '@/domain/overview/task';
import { countMonth } from '@/domain/peer-lessons/figure-queries';
import { listAskedElsewhere } from '@/domain/reminders/elsewhere-queries';
import { listAskedOf } from '@/domain/reminders/reminder-queries';
import { listReportsAskedOf } from '@/domain/reminders/reports/report-reminder-queries';
import { findPublishedCityPace, findPublishedPace } from '@/domain/targets/pace-queries';
import type { CoverageTargets } from '@/domain/targets/target';
import { communesTasks, declareTask, gapTasks } from './gap-tasks';
import type { Here } from './here';
import { tasksOf } from './tasks';

const SESSIONS_MAX = 3;
const OWN_SESSIONS_MAX = 6;

/** Figures of today, of the day on which the month began (the same day twice says nothing of what moved), and what the year asks for. */
type Figures<Of> = { now: Of; before: Of | null; targets: CoverageTargets | null };

type ProvinceFigures = Awaited<ReturnType<typeof findPublishedProvinceCoverage>>;

/** What the page of a place shows of its coverage. */
export type Coverage = {
  /** of a commune its own rows, of the province those of all communes */
  rows: CommuneCoverage[];
  /** what counts as covered today */
  reading: SignableReading;
  commune: Figures<CommuneCoverage[]> | null;
  province: Figures<ProvinceFigures> | null;
  /** of a commune its sub-associations, of a unit the one row that holds it */
  matrix: MatrixRow[];
};

const nothing: Coverage = { rows: [], reading: UNDECIDED.reading, commune: null, province: null, matrix: [] };

/** All that the first page shows, at the place that its address asks for. */
export const loadOverview = (viewer: Viewer, wanted: string | undefined) =>
  keptThisMinute(viewer, `overview at ${wanted ?? 'her place'}`, () => readOverview(viewer, wanted));

/** The same, read in as few steps as wait for each other (0073). */
async function readOverview(viewer: Viewer, wanted: string | undefined) {
  const chosen = choosePlace(viewer, wanted);
  const scene = sceneOf(viewer, chosen);
  const at = chosen ? viewerAt(viewer, chosen.unitId) : viewer;
  goOnAsking(viewer, at);
  const listed = listPlaces(viewer);
  const place = listed.then((all) => all.find(({ id }) => id === chosen?.unitId) ?? null);
  // sessions, articles and most of what waits have an hour; what has none is read once until anything is written
  const found = chosen
    ? keptFor(at, `coverage at ${chosen.unitId}`, () => coverageAt(at, scene, place))
    : Promise.resolve(nothing);
  const here = { viewer: at, scene, communeId: scene === 'commune' ? chosen?.unitId : undefined };
  const [places, own, coverage, lessons, tasks, classes, coming, steps, elsewhere, asked, reports, week] =
    await Promise.all([
      listed,
      place,
      found,
      // of the whole city its own page tells it
      chosen && scene !== 'province' ? countMonth(at, chosen.unitId) : null,
      waitingAt(here, place, found),
      scene === 'classes' ? listToday(at) : [],
      mayAnywhere(at, 'trainings.see') ? comingAt(at, scene) : null,
      findFirstSteps(at),
      askedElsewhere(viewer, chosen),
      scene === 'commune' || scene === 'unit' ? askedAt(at, place, found) : [],
      scene === 'commune' ? reportsAskedAt(at, chosen?.unitId) : [],
      chosen ? keptFor(at, `week at ${chosen.unitId}`, () => findDigest(at, chosen)) : null,
    ]);
  return {
    chosen,
    scene,
    at: { ...at },
    places,
    own,
    coverage,
    lessons,
    tasks,
    classes,
    coming,
    steps,
    elsewhere,
    asked,
    reports,
    week,
  };
}

/** The same at other places of hers, so that it is seen wherever her page is about now. */
const askedElsewhere = (viewer: Viewer, chosen: ReturnType<typeof choosePlace>) => {
  const places = placesOf(viewer).map(({ unitId, path }) => ({ id: unitId, path }));
  return listAskedElsewhere(viewer, { places, here: places.find(({ id }) => id === chosen?.unitId) ?? null });
};

/** What somebody asked her for at this place, as far as it is still missing. */
async function askedAt(
  viewer: Viewer,
  place: Promise<Place | null>,
  coverage: Promise<Coverage>,
): Promise<AskedHere[]> {
  const [asked, unit, { rows, matrix }] = await Promise.all([listAskedOf(viewer), place, coverage]);
  return askedHere(asked, { rows: matrix, communeId: unit?.communeId ?? '', isSilent: silentOf(rows).length > 0 });
}

/** The reports that somebody asked her to sign for this place. */
const reportsAskedAt = async (viewer: Viewer, unitId: string | undefined) =>
  (await listReportsAskedOf(viewer)).filter((asked) => asked.unitId === unitId);

/** The sessions that come next at her place; of a trainer her own. */
const comingAt = (viewer: Viewer, scene: Scene) =>
  scene === 'classes'
    ? listComing(viewer, { most: OWN_SESSIONS_MAX, own: true })
    : listComing(viewer, { most: SESSIONS_MAX });

async function coverageAt(viewer: Viewer, scene: Scene, place: Promise<Place | null>): Promise<Coverage> {
  if (scene === 'province') return { ...nothing, ...(await ofProvince()) };
  const unit = scene === 'commune' || scene === 'unit' ? await place : null;
  if (!unit?.communeId || !may(viewer, 'coverage.see', unit.path)) return nothing;
  if (scene === 'commune') return { ...nothing, ...(await ofCommune(viewer, unit.communeId)) };
  const rows = (await findMatrix(viewer, unit.communeId)) ?? [];
  return { ...nothing, matrix: rows.filter((row) => unitsOf([row]).some(({ unitId }) => unitId === unit.id)) };
}

const isMonthStart = () => monthStart(today()) === today();

async function ofProvince() {
  const [{ communes, province, signed }, { city }, before] = await Promise.all([
    findPublishedDay(today()),
    findPublishedCityPace(today()),
    isMonthStart() ? null : findPublishedProvinceCoverage(monthStart(today())),
  ]);
  return { rows: communes, reading: signed.reading, province: { now: province, before, targets: city.targets } };
}

async function ofCommune(viewer: Viewer, communeId: string) {
  const own = async (day = today()) => (await listCoverage(viewer, day)).filter((row) => row.communeId === communeId);
  const [now, before, matrix, pace] = await Promise.all([
    own(),
    isMonthStart() ? null : own(monthStart(today())),
    findMatrix(viewer, communeId),
    findPublishedPace(communeId, today()),
  ]);
  return { rows: now, commune: { now, before, targets: pace?.targets ?? null }, matrix: matrix ?? [] };
}

/** All that waits at a place, the most urgent first: before what coverage lacks stands what has an hour, behind it what has time. */
async function waitingAt(here: Here, place: Promise<Place | null>, coverage: Promise<Coverage>): Promise<Task[]> {
  const [{ before, behind }, { rows, reading, matrix }, unit] = await Promise.all([tasksOf(here), coverage, place]);
  const gaps = unitsOf(matrix).flatMap(({ gap }) => gap ?? []);
  const lacking =
    here.scene === 'province'
      ? communesTasks(rows, reading)
      : unit?.communeId
        ? [...declareTask(here.viewer, rows), ...gapTasks(here.viewer, unit, gaps)]
        : [];
  const isSilentToo = here.scene === 'province' && silentOf(rows).length > 0;
  return [...before, ...lacking, ...(isSilentToo ? behind.map(withSilent) : behind)];
}

/** Models are listed wherever they are, and an indicator counts none of a place that has not reported: the two differ, and why is said. */
const withSilent = (task: Task): Task => (task.name === 'modelsPlanned' ? { ...task, silentToo: true } : task);
