import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import {
  type ArrangeInput,
  crowdedDay,
  daysOf,
  type FrontLine,
  type FrontSpot,
  isOver,
  LINES_MAX,
  linesOf,
} from './front';
import { findFrontOrder, listFrontPieces, mayArrange } from './front-queries';

export type FrontProblem =
  | 'not-found'
  | 'changed-meanwhile'
  | 'cannot-stand-here'
  | 'too-many-lines'
  | 'too-many-at-once'
  | 'twice-at-once';

type Arranged = { spot: FrontSpot };

/**
 * Arranges which pieces stand first in a spot, and from when to when. Lines whose last day is past fall out. Who comes second is told how
 * the first one left it.
 */
export async function arrangeFront(viewer: Viewer, input: ArrangeInput): Promise<Result<Arranged, FrontProblem>> {
  const { spot } = input;
  if (!mayArrange(viewer)) return problem('not-found');
  const lines = linesOf(input).filter((line) => !isOver(line, today()));
  if (lines.length > LINES_MAX) return problem('too-many-lines');
  const ids = [...new Set(lines.map(({ articleId }) => articleId))];
  if ((await listFrontPieces(viewer, spot, ids)).length < ids.length) return problem('cannot-stand-here');
  const crowded = crowdedDay(lines);
  if (crowded) return problem(crowded.why === 'twice' ? 'twice-at-once' : 'too-many-at-once', { day: crowded.day });
  const kept = await keep(viewer, input, lines);
  return kept ? ok({ spot }) : problem('changed-meanwhile', await nowOf(viewer, spot));
}

/** False where somebody was first: the number of an arrangement is taken once. */
async function keep(
  viewer: Viewer,
  { spot, version, drawnAt }: ArrangeInput,
  lines: readonly FrontLine[],
): Promise<boolean> {
  return transaction(async (tx) => {
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO front_arrangement (id, spot, number, arranged_by_id, known_at)
        SELECT app.uuid7(), ${spot}::front_spot, ${version + 1}::int, ${viewer.accountId}::uuid, least(now(), ${drawnAt ?? null}::timestamptz)
        WHERE ${version}::int = (SELECT coalesce(max(number), 0) FROM front_arrangement WHERE spot = ${spot}::front_spot)
      ON CONFLICT (spot, number) DO NOTHING RETURNING id::text`;
    if (!made) return false;
    await tx.frontPlace.createMany({
      data: lines.map((line, at) => ({
        arrangementId: made.id,
        position: at + 1,
        articleId: line.articleId,
        ...daysOf(line),
      })),
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'arrangeFront',
      subjectType: 'front-arrangement',
      subjectId: made.id,
      change: { spot, articles: lines.map(({ articleId }) => articleId) },
    });
    return true;
  });
}

/** How it stands now, for who comes second: its version, and its pieces line by line. */
async function nowOf(viewer: Viewer, spot: FrontSpot): Promise<Record<string, string>> {
  const now = await findFrontOrder(viewer, spot);
  return { version: String(now?.version ?? 0), order: (now?.lines ?? []).map(({ title }) => title).join('\n') };
}
