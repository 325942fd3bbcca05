import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { movesBetween, type Touched } from '@/domain/coverage/moves/move';
import { listPublishedTurns, wordOfMoves } from '@/domain/coverage/moves/move-queries';
import { ok, type Result } from '@/domain/result';
import { log } from '@/server/log';

/** What a page says of a deed: `moved` is a word of its address, where that is known. */
export type Measured = { moved?: string | undefined };

/**
 * A deed as its command does it, with what it moved: where the units stand that it touches is read before and after
 * (docs/decisions/0354). What is done is done: where that fails afterwards nothing is said.
 */
export const measured =
  <Input, Value extends { id: string }, Problem extends string>(
    run: (viewer: Viewer, input: Input) => Promise<Result<Value, Problem>>,
    touchedBy: (input: Input) => Touched,
  ) =>
  async (viewer: Viewer, input: Input): Promise<Result<Value & Measured, Problem>> => {
    const touched = touchedBy(input);
    const before = await listPublishedTurns(touched);
    const done = await run(viewer, input);
    if (!done.ok) return done;
    try {
      const moves = movesBetween(before, await listPublishedTurns(touched));
      return ok({ ...done.value, moved: wordOfMoves(viewer, done.value.id, moves) });
    } catch (error) {
      log.warn({ err: error }, 'what a deed moved could not be found out');
      return ok(done.value);
    }
  };

/** The same as a part of an address; empty where nothing is known. */
export const movedIn = ({ moved }: Measured): string =>
  moved === undefined ? '' : `&${new URLSearchParams({ moved })}`;
