import { createHmac, timingSafeEqual } from 'node:crypto';
import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { isId } from '@/domain/id';
import { unitNameOnSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import {
  coveredBefore,
  type Move,
  type MovedUnit,
  movesOfText,
  stillHolds,
  type Touched,
  type Turn,
  textOfMoves,
} from './move';

/** Where the units stand today that a deed on these may move. It is asked before the deed and after it. */
export async function listPublishedTurns(touched: Touched): Promise<Turn[]> {
  const { unitId, modelId, pairId, personId } = touched;
  const of = (id: string | undefined) => Prisma.sql`${id ? [id] : []}::uuid[]`;
  return db.$queryRaw`
    SELECT t.unit_id::text AS "unitId", t.covered, t.turns::text AS turns
    FROM app.coverage_turns(${of(unitId)}, ${of(modelId)}, ${of(pairId)}, ${of(personId)}, ${today()}::date) t ORDER BY 1`;
}

/**
 * The word of an address that says what a deed on a record moved, signed for who did it and for today. Undefined where it is too
 * much for an address.
 */
export function wordOfMoves(viewer: Viewer, recordId: string, moves: readonly Move[]): string | undefined {
  const text = textOfMoves(moves);
  return text === null ? undefined : `${text}~${signed(viewer, recordId, text).toString('base64url')}`;
}

/** Whether anything was moved by a deed on a record, as such a word says it: null for one that is not hers, or of another day or record. */
function movesOf(viewer: Viewer, recordId: string, word: string): Move[] | null {
  const [text = '', sign = ''] = word.split('~');
  const [mine, its] = [signed(viewer, recordId, text), Buffer.from(sign, 'base64url')];
  return mine.length === its.length && timingSafeEqual(mine, its) ? movesOfText(text) : null;
}

function signed({ accountId }: Viewer, recordId: string, text: string): Buffer {
  if (!env.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is needed to sign what an address says');
  return createHmac('sha256', env.NEXTAUTH_SECRET)
    .update(`moved ${accountId} ${today()} ${recordId} ${text}`)
    .digest()
    .subarray(0, 16);
}

/**
 * What a deed moved, by the word of an address and as it still stands, within the viewer's reach; none where it moved nothing. Null
 * where nobody knows, or no unit stands as it left it.
 */
export async function listMoved(
  viewer: Viewer,
  recordId: string,
  word: string | undefined,
): Promise<MovedUnit[] | null> {
  const moves = word && isId(recordId) ? movesOf(viewer, recordId, word) : null;
  if (!moves || moves.length === 0) return moves && [];
  const rows = await db.$queryRaw<
    (Omit<MovedUnit, 'way' | 'commune'> & { commune: Omit<MovedUnit['commune'], 'before'> })[]
  >`
    SELECT s.unit_id::text AS "unitId", s.level, t.covered, t.turns::text AS turns, coalesce(${nameSql('s.unit_id')}, '') AS name,
      CASE WHEN s.level = 'group' THEN ${nameSql('s.sub_association_id')} END AS "parentName",
      jsonb_build_object('id', s.commune_id, 'name', coalesce(${nameSql('s.commune_id')}, ''), 'units', c.units, 'covered', c.covered) AS commune
    FROM app.coverage_turns(${moves.map(({ unitId }) => unitId)}::uuid[], '{}', '{}', '{}', ${today()}::date) t
      JOIN unit_span s ON s.unit_id = t.unit_id AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'coverage.see'))}
      JOIN app.coverage(${today()}::date) c ON c.commune_id = s.commune_id AND c.level = s.level
    ORDER BY s.path COLLATE "C", s.unit_id`;
  const way = new Map(moves.map((move) => [move.unitId, move.way]));
  const moved = rows.map((row) => ({ ...row, way: way.get(row.unitId) ?? 'later' })).filter(stillHolds);
  if (moved.length === 0) return null;
  return moved.map(({ commune, ...unit }) => ({
    ...unit,
    commune: { ...commune, before: coveredBefore(commune.covered, commune.id, unit.level, moved) },
  }));
}

const nameSql = (column: 's.unit_id' | 's.sub_association_id' | 's.commune_id') =>
  unitNameOnSql(Prisma.raw(column), today());
