import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { toDate } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { findUnit } from '@/domain/units/queries';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import {
  faultOf,
  lastDayOf,
  limitsOf,
  type SetTargetInput,
  type TargetIndicator,
  type TargetProblem,
  type TargetVoice,
  type WithdrawTargetInput,
} from './target';
import { voiceOf } from './voice';

type Said = Result<{ unitId: string; communeId: string | null }, TargetProblem>;
type LastWord = { value: number | null; version: number; reason: string } | null;

/**
 * A target for a unit and a year, in percent or as a count. The city asks; a commune's official pledges for it and what is beneath, never
 * less ('below-asked'). A year whose end is locked is refused.
 */
export const setTarget = (viewer: Viewer, input: SetTargetInput): Promise<Said> => say(viewer, input, input.value);

/** What this voice said of the unit is taken back, so that the target is inherited again; the reason stays with it. */
export const withdrawTarget = (viewer: Viewer, input: WithdrawTargetInput): Promise<Said> => say(viewer, input, null);

async function say(viewer: Viewer, input: WithdrawTargetInput, value: number | null): Promise<Said> {
  const { unitId, version } = input;
  const unit = await findUnit(viewer, unitId, 'coverage.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'targets.set', unit.path)) return problem('not-allowed');
  if (unit.level === 'group') return problem('level-differs');
  const voice = voiceOf(viewer);
  return transaction(async (tx) => {
    // of two who speak of the same unit the second waits here, and sees what the first one said
    await tx.$queryRaw`SELECT 1 FROM unit WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`;
    const last = await lastWord(tx, input, voice);
    if ((last?.version ?? 0) !== version) return problem('changed-meanwhile', fieldsOf(last));
    const refused = refusalOf(await factsOf(tx, input), voice, value, last?.value ?? null);
    if (refused) return refused;
    await write(tx, viewer, { ...input, voice, value, was: last });
    return ok({ unitId, communeId: unit.communeId });
  });
}

const fieldsOf = (last: LastWord) => ({
  value: String(last?.value ?? ''),
  reason: last?.reason ?? '',
  version: String(last?.version ?? 0),
});

async function lastWord(tx: Transaction, about: WithdrawTargetInput, voice: TargetVoice): Promise<LastWord> {
  const { unitId, indicator: indicatorCode, year } = about;
  const row = await tx.target.findFirst({
    where: { unitId, indicatorCode, year, voice },
    orderBy: { number: 'desc' },
    select: { value: true, number: true, reason: true },
  });
  return row && { value: row.value && Number(row.value), version: row.number, reason: row.reason };
}

type Facts = { indicator: TargetIndicator['unit'] | null; isThere: boolean; isLocked: boolean; asked: number | null };

/** All that the rules ask, on the last day of the year; a report is locked for a unit when it is for a commune around or beneath it. */
async function factsOf(tx: Transaction, { unitId, indicator, year }: WithdrawTargetInput): Promise<Facts> {
  const last = toDate(lastDayOf(year));
  const [facts] = await tx.$queryRaw<Facts[]>`
    SELECT (SELECT unit_of_measure::text FROM indicator WHERE code = ${indicator} AND app.active_on(valid_from, valid_to, ${last}::date)) AS indicator,
      (u.opened_on <= ${last}::date AND (u.closed_on IS NULL OR u.closed_on > make_date(${year}::int, 1, 1))) AS "isThere",
      EXISTS (SELECT FROM unit_span here JOIN unit_span s ON s.path >= here.path AND s.path < here.path || '~' AND app.active_on(s.valid_from, s.valid_to, ${last}::date)
        WHERE here.unit_id = u.id AND app.active_on(here.valid_from, here.valid_to, ${last}::date) AND (s.unit_id = u.id OR s.level = 'commune')
          AND EXISTS (SELECT FROM report r JOIN reporting_period p ON p.id = r.period_id
            WHERE r.unit_id = s.commune_id AND r.state = 'locked' AND p.starts_on <= ${last}::date AND p.ends_on > ${last}::date)) AS "isLocked",
      (SELECT asked::float8 FROM app.targets_on(ARRAY[u.id], ARRAY[${indicator}], ${last}::date)) AS asked
    FROM unit u WHERE u.id = ${unitId}::uuid`;
  return facts ?? { indicator: null, isThere: false, isLocked: false, asked: null };
}

function refusalOf(facts: Facts, voice: TargetVoice, value: number | null, was: number | null) {
  const { indicator, isThere, isLocked, asked } = facts;
  if (indicator === null) return problem('no-such-indicator');
  if (!isThere) return problem('unit-not-there');
  if (isLocked) return problem('year-locked');
  if (value === null) return was === null ? problem('nothing-said') : null;
  const limits = limitsOf(indicator, voice, asked);
  const fault = faultOf(value, limits);
  if (fault === 'value-too-high') return problem(fault, { most: String(limits.most) });
  if (fault === 'below-asked') return problem(fault, { asked: String(limits.least) });
  return value === was ? problem('said-already') : null;
}

type NewWord = WithdrawTargetInput & { voice: TargetVoice; value: number | null; was: LastWord };

async function write(tx: Transaction, viewer: Viewer, word: NewWord): Promise<void> {
  const { unitId, indicator, year, voice, value, was, reason } = word;
  const { id } = await tx.target.create({
    data: {
      indicatorCode: indicator,
      unitId,
      year,
      voice,
      number: (was?.version ?? 0) + 1,
      value,
      reason,
      setById: viewer.accountId,
    },
    select: { id: true },
  });
  await record(tx, viewer, {
    verb: value === null ? 'ended' : 'changed',
    action: value === null ? 'withdrawTarget' : 'setTarget',
    subjectType: 'target',
    subjectId: id,
    unitId,
    change: { indicator, year, voice, from: was?.value ?? null, to: value },
  });
}
