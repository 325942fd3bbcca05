import { type CommuneCoverage, type CoverageLevel, coverageLevels, FIRST_DAY } from '@/domain/coverage/coverage';
import { findPublishedDay, listPublishedCoverageOn } from '@/domain/coverage/queries';
import { addDays, type Day, isDay, monthStart, today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { ok } from '@/domain/result';
import { type Question, refused } from '../question';
import type { CoverageRow } from '../rows';
import { findPublishedPlace, type OpenPlace } from './place-queries';
import { byKey, type Telling } from './told';

/** Days that are counted in one statement: as many as the trend of a year has. */
const DAYS_MAX = 13;
/** Fewer communes than there can ever be: so many days are read that a page is full. */
const COMMUNES_LEAST = 60;

type Counted = CommuneCoverage & { day: Day };
/** A row's place in the list; without a level and a code the end of its day. */
type Place = { day: Day; rest: string };

const restOf = ({ level, code }: CommuneCoverage) => `${level}.${code}`;
const keyOf = (row: Counted) => `${row.day}.${restOf(row)}`;

/**
 * Coverage by day, level and commune, as the pages tell it. A stretch is read a few days at a time: a page may hold fewer rows than
 * were asked for; the end has no next one.
 */
export async function listPublishedCoverageRows(question: Question): Telling<CoverageRow> {
  const { commune, level, limit } = question;
  const after = question.after === undefined ? null : readPlace(question.after);
  if (question.after !== undefined && !after) return refused('no-such-place-in-list', 'after');
  const place = commune === undefined ? null : await findPublishedPlace(commune);
  if (commune !== undefined && !place) return refused('no-such-commune', 'commune');

  const { days, ...told } = daysOf(question);
  const left = days.filter((day) => !after || day > after.day || (day === after.day && after.rest !== ''));
  const read = left.slice(0, Math.min(DAYS_MAX, place ? limit : Math.ceil(limit / COMMUNES_LEAST) + 1));
  const isBehind = (row: Counted) => !after || row.day > after.day || restOf(row) > after.rest;
  const rows = (await coverageOn(read, place))
    .filter((row) => (level === undefined || row.level === level) && isBehind(row))
    .sort(byKey(keyOf));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? keyOf(last) : left.length > read.length ? (read.at(-1) ?? null) : null;
  return ok({ rows: page.map(toRow), next, ...told });
}

function readPlace(after: string): Place | null {
  const [day = '', level, ...code] = after.split('.');
  if (!isDay(day) || (level !== undefined && !isLevel(level))) return null;
  if (level === undefined) return { day, rest: '' };
  return code.length === 1 && code[0] ? { day, rest: `${level}.${code[0]}` } : null;
}

const isLevel = (text: string): text is CoverageLevel => coverageLevels.some((level) => level === text);

/** One day, or the last days of the months of a stretch and its own last day. */
function daysOf({ day, from, to }: Question): { days: Day[]; day: Day | null; from: Day | null; to: Day | null } {
  if (!from && !to) return { days: [day ?? today()], day: day ?? today(), from: null, to: null };
  const [first, last] = [from ?? FIRST_DAY, to ?? today()];
  const days: Day[] = [];
  for (let end = monthEnd(first); end < last; end = monthEnd(addDays(end, 1))) days.push(end);
  return { days: [...days, last], day: null, from: first, to: last };
}

const monthEnd = (day: Day) => addDays(monthStart(day, 1), -1);

async function coverageOn(days: readonly Day[], place: OpenPlace | null): Promise<Counted[]> {
  const [day] = days;
  if (day === undefined) return [];
  if (days.length > 1) return listPublishedCoverageOn(days, place?.id);
  const { communes } = await findPublishedDay(day);
  return communes.filter((row) => !place || row.communeId === place.id).map((row) => ({ ...row, day }));
}

/** Of a place that does not report, or has no units of the level, nothing is told but that. */
function toRow(row: Counted): CoverageRow {
  const told = (count: number) => (row.percent === null ? null : count);
  return {
    day: row.day,
    commune: row.code,
    name: row.name,
    kind: row.kind === 'ward' || row.kind === 'special_zone' ? row.kind : 'commune',
    level: row.level,
    state: row.state,
    units: told(row.units),
    covered: told(row.covered),
    percent: row.percent,
    tied: told(row.tied),
    both_untied: told(row.bothUntied),
    family_only: told(row.familyOnly),
    pair_only: told(row.pairOnly),
    demonstration: env.DEMO === 'on',
  };
}
