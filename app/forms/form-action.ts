import 'server-only';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { changed, seatsChanged, type Tag } from '@/app/cache-tags';
import type { FormAction, FormState } from '@/components/ui/forms/form-state';
import type { Viewer } from '@/domain/access/viewer';
import type { Result } from '@/domain/result';
import { log } from '@/server/log';
import { requireViewer } from '@/server/sign-in/session';
import { databaseWasAway, noteRefusal, noteTaken } from '@/server/still/shared';
import { isStorageFull } from '@/server/storage/storage';
import { errorsOf, fieldsOf, valuesOf } from './form-fields';
import { otherPlace } from './other-place';
import { conceptOf, errorsTold, problemTold } from './sentences';
import { unitsInWords, unitsMeant, unitsTyped } from './units-meant';

/**
 * The consequences of a success: the public pages that are now out of date, and the page to go to or the words to say
 * where she is.
 */
export type After = {
  changed?: readonly Tag[] | Promise<readonly Tag[]>;
  /** the session whose seats were taken or given back */
  seatsOf?: string;
  to?: string;
  said?: Record<string, string>;
};

/** Problems that no form of ours leads to unless something changed meanwhile: whoever meets them may be trying doors. */
const REFUSED = new Set(['not-found', 'not-allowed']);

/**
 * The one gate every mutation passes: who is asking, what she sent, what came of it. Words that stand for a unit
 * become that unit (`units-meant.ts`). While the database is away the form keeps what was typed.
 */
export function formAction<Schema extends z.ZodObject, Value, Problem extends string, Who extends Viewer = Viewer>(
  schema: Schema,
  run: (viewer: Who, input: z.output<Schema>) => Promise<Result<Value, Problem>>,
  after: (value: Value, input: z.output<Schema>) => After = () => ({}),
  // her own second factor is set up by who is nobody's viewer yet
  who: () => Promise<Who> = requireViewer as () => Promise<Who>,
): FormAction {
  const strict = schema.strict();

  async function take(sent: ReturnType<typeof fieldsOf>, concept: string | undefined): Promise<FormState> {
    const viewer = await who();
    const meant = await unitsMeant(viewer, sent);
    const again = async (newer?: Record<string, string>) => ({
      values: valuesOf(meant.sent),
      units: await unitsInWords(viewer, { ...sent, ...meant.sent }, meant.told, newer),
    });
    const parsed = strict.safeParse(meant.sent);
    const wrong = { ...(parsed.success ? {} : errorsOf(parsed.error)), ...meant.unclear };
    if (!parsed.success || Object.keys(meant.unclear).length > 0)
      return { status: 'invalid', fields: wrong, ...(await again()), ...(await errorsTold(viewer, concept, wrong)) };

    const input = parsed.data as z.output<Schema>;
    const result = await run(viewer, input);
    if (!result.ok) {
      const { problem } = result;
      if (REFUSED.has(problem)) noteRefusal({ reason: problem });
      const told = await problemTold(viewer, concept, result);
      return { status: 'problem', problem, ...(await again(result.detail)), ...told };
    }
    return follow(after(result.value, input));
  }

  return async (state: unknown, form: unknown) => {
    noteTaken();
    // An action takes anything from whoever knows its name.
    if (!(form instanceof FormData)) return { status: 'problem', problem: 'not-a-form', values: {} };
    const [sent, concept, other] = [fieldsOf(form), conceptOf(state), otherPlace(form)];
    const typed = { values: valuesOf(sent), units: unitsTyped(sent), concept };
    if (other?.address) redirect(other.address as never);
    if (other) return { status: 'invalid', fields: { [other.name]: ['other-place'] }, ...typed };
    try {
      return { ...(await take(sent, concept)), concept };
    } catch (error) {
      unstable_rethrow(error);
      if (isStorageFull(error)) return storageFull(error, typed);
      if (!databaseWasAway()) throw error;
      return { status: 'problem', problem: 'database-away', ...typed };
    }
  };
}

type Typed = Pick<Extract<FormState, { status: 'problem' }>, 'values' | 'units'>;

/** Nothing of her form was kept: whoever keeps the machine reads why in the log and on the page of the condition. */
function storageFull(error: unknown, typed: Typed): FormState {
  log.error({ code: (error as NodeJS.ErrnoException).code }, 'a file could not be kept: the disk is full');
  return { status: 'problem', problem: 'storage-full', ...typed };
}

async function follow(next: After): Promise<FormState> {
  changed(...((await next.changed) ?? []));
  if (next.seatsOf) seatsChanged(next.seatsOf, 'action');
  if (next.to) redirect(next.to as never);
  return next.said ? { status: 'done', said: next.said } : { status: 'done' };
}
