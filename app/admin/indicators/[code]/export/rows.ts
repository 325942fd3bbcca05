import 'server-only';
import { getTranslations } from 'next-intl/server';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import type { OpenedExport } from '@/domain/exports/export';
import { env } from '@/domain/ground/env';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import {
  type FigureOfPart,
  type IndicatorCode,
  isIndicator,
  toldOf,
  type UnitOfMeasure,
} from '@/domain/indicators/indicator';
import { findIndicator } from '@/domain/indicators/queries';
import type { TopicLine } from '@/domain/indicators/topic';
import { findTopic, listTopicLines } from '@/domain/indicators/topic-queries';
import { linesOf, type PriorityLine } from '@/domain/reports/series/priority-lines';
import { findPrioritySeries } from '@/domain/reports/series/priority-queries';
import { findUnit } from '@/domain/units/queries';
import { formatDay } from '@/i18n/format';
import { askedOf } from '../../asked';
import { placeOf } from '../../place';

export type IndicatorLine = FigureOfPart & { measure: UnitOfMeasure };
type Query = Record<string, string | undefined>;

/** What a sheet of an indicator is asked for; null where there is no such indicator, place or day for her. */
async function opening(viewer: Viewer, code: string, query: Query) {
  if (!isIndicator(code) || !mayAnywhere(viewer, toldOf(code).needs) || toldOf(code).asked) return null;
  const { day, refused, unitId, topicId } = askedOf(query);
  const place = unitId ?? placeOf(viewer, toldOf(code).needs);
  if (refused || !place) return null;
  const ofTopic = code === 'people_trained' && topicId ? topicId : undefined;
  const topic = ofTopic ? await findTopic(viewer, ofTopic) : null;
  const found = await findIndicator(viewer, { code, unitId: place, day, trend: [], topicId: ofTopic });
  return found && (topic || !ofTopic) ? { code, day, place, found, topic } : null;
}

/** The place and its parts. */
export async function openIndicatorRows(
  viewer: Viewer,
  code: string,
  query: Query,
): Promise<OpenedExport<IndicatorLine> | null> {
  const opened = await opening(viewer, code, query);
  if (!opened) return null;
  const { found, day, topic } = opened;
  const { titles, measure } = await titlesOf(viewer, opened.code, found.unit.name, day, topic?.name);
  const t = await getTranslations({ locale: viewer.locale, namespace: 'indicators' });
  const whole = { ...found.figure, id: found.unit.id, name: found.unit.name, kind: null, slug: null };
  const lines = [whole, ...found.parts.map((part) => (part.id === null ? { ...part, name: t('parts.itself') } : part))];
  return { total: lines.length, rows: inTurn(lines.map((line) => ({ ...line, measure }))), titles };
}

/** People trained, course by course and skill by skill, of the place and its parts. */
export async function openTopicRows(
  viewer: Viewer,
  code: string,
  query: Query,
): Promise<OpenedExport<TopicLine> | null> {
  const opened = code === 'people_trained' ? await opening(viewer, code, query) : null;
  if (!opened) return null;
  const { day, place, found } = opened;
  const lines = (await listTopicLines(viewer, { unitId: place, day })) ?? [];
  const { titles } = await titlesOf(viewer, opened.code, found.unit.name, day);
  return { total: lines.length, rows: inTurn(lines), titles };
}

/** What stands above the rows: name, place, day and definition, and the mark of a demonstration. */
async function titlesOf(viewer: Viewer, code: IndicatorCode, place: string, day: Day, topic?: string) {
  const [t, c, [definition]] = await Promise.all([
    getTranslations({ locale: viewer.locale, namespace: 'indicators' }),
    getTranslations({ locale: viewer.locale, namespace: 'coverage' }),
    listPublishedDefinitions(viewer.locale, [code]),
  ]);
  if (!definition) throw new Error(`${code} has no definition`);
  const { name, numerator, denominator, measure, edition, from } = definition;
  const on = { day: formatDay(viewer.locale, day) };
  const when = day > today() ? c('planned', on) : t(toldOf(code).flow ? 'since' : 'on', on);
  const titles = [
    `${topic ? `${name}: ${topic}` : name}. ${place}. ${when}`,
    `${t('definition.numerator')}: ${numerator}. ${t('definition.denominator')}: ${denominator}.`,
    t('definition.editionFrom', { edition, day: formatDay(viewer.locale, from) }),
    ...(env.DEMO === 'on' ? [t('demo')] : []),
  ];
  return { titles, measure };
}

/** What filed reports told of priority groups: month by month of the place, and of the city commune by commune of the latest. */
export async function openPriorityRows(viewer: Viewer, query: Query): Promise<OpenedExport<PriorityLine> | null> {
  const code = 'priority_groups_reached';
  const { day, refused, unitId } = askedOf(query);
  const place = unitId ?? placeOf(viewer, toldOf(code).needs);
  const unit = refused || !place ? null : await findUnit(viewer, place, toldOf(code).needs);
  if (!unit) return null;
  const lines = linesOf(unit.name, await findPrioritySeries(viewer, unit, day));
  const { titles } = await titlesOf(viewer, code, unit.name, day);
  return { total: lines.length, rows: inTurn(lines), titles };
}

async function* inTurn<Line>(lines: readonly Line[]) {
  yield* lines;
}
