import 'server-only';
import { createHash } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { seatsChanged } from '@/app/cache-tags';
import type { KeptForm } from '@/components/ui/forms/kept-form';
import type { Result } from '@/domain/result';
import { localeAsked } from '@/i18n/locales';
import { networkOf } from '@/server/entrance/claims';
import { type FormWait, whyFormWaits } from '@/server/rate-limit';
import { hostCookie, isHttps } from '@/server/sign-in/cookie-name';
import { noteRefusal } from '@/server/still/shared';
import { errorsOf, fieldsWithin, valuesOf } from './form-fields';
import { sentForm } from './sent-form';
import { seeOther, tooMany } from './ways-on';

type PublicForm<Schema extends z.ZodType, Value, Problem extends string> = {
  schema: Schema;
  run: (input: z.output<Schema>) => Promise<Result<Value, Problem>>;
  /** numbers that the form names, each of which may be named a few times an hour only */
  phones?: (input: z.output<Schema>) => string[];
  /** the live page on which a refused form stands again, by what was sent: it may be anything */
  back: (sent: Record<string, string>) => string;
  /** where a success leads, and the session whose seats it changed */
  after: (value: Value, input: z.output<Schema>) => { to: string; seatsOf?: string };
};

const FIELDS_MAX = 200;

/**
 * The one gate of forms without an account (decision 0014); origin and length the front has seen to. A refused form
 * stands again on a live page, with what was typed, in no address but in a cookie.
 */
export const publicForm =
  <Schema extends z.ZodType, Value, Problem extends string>(form: PublicForm<Schema, Value, Problem>) =>
  async (request: Request): Promise<Response> => {
    const received = await sentForm(request);
    if (received instanceof Response) return received;
    const sent = fieldsWithin(received, FIELDS_MAX);
    if (!sent) return new Response(null, { status: 413 });
    const values = valuesOf(sent);
    const back = form.back(values);
    const backAgain = `${back}${back.includes('?') ? '&' : '?'}again=1`;
    const again = async (problem: Omit<KeptForm, 'values'>) => {
      await keepForm(back, { values, ...problem });
      return seeOther(backAgain);
    };
    const wait = async ({ problem, seconds }: FormWait) => {
      noteRefusal({ reason: problem });
      await keepForm(back, { values, problem });
      const t = await getTranslations({
        locale: localeAsked(values.locale),
        namespace: 'enrolments.problems',
      });
      return tooMany(backAgain, seconds, t(problem));
    };
    const parsed = form.schema.safeParse(sent);
    if (!parsed.success) return again({ fields: errorsOf(parsed.error) });
    const input = parsed.data;
    const waits = await whyFormWaits(form.phones?.(input) ?? [], await network());
    if (waits) return wait(waits);
    const result = await form.run(input);
    if (!result.ok) return again({ problem: result.problem });
    const { to, seatsOf } = form.after(result.value, input);
    if (seatsOf) seatsChanged(seatsOf);
    await forgetForm();
    return seeOther(to);
  };

const network = async () => networkOf((await headers()).get('x-forwarded-for') ?? 'unknown');

const NAME = hostCookie('kept-form');
const KEPT_SECONDS = 300;
/** Browsers keep about four thousand bytes; what is longer was not typed by hand. */
const BYTES_MAX = 3_500;

const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps } as const;

/** Says whose page a kept form is, and not where that is: an address may be a secret. */
const markOf = (page: string) =>
  createHash('sha256')
    .update(page.split('?', 1)[0] ?? '')
    .digest('base64url')
    .slice(0, 22);

async function keepForm(back: string, form: KeptForm): Promise<void> {
  const kept = { page: markOf(back), ...form };
  const text = Buffer.from(JSON.stringify(kept)).toString('base64url');
  const short =
    text.length > BYTES_MAX ? Buffer.from(JSON.stringify({ ...kept, values: {} })).toString('base64url') : text;
  (await cookies()).set(NAME, short, { ...ATTRIBUTES, maxAge: KEPT_SECONDS });
}

async function forgetForm(): Promise<void> {
  (await cookies()).set(NAME, '', { ...ATTRIBUTES, maxAge: 0 });
}

/** Anybody can write a cookie: what does not look as `keepForm` writes it was not kept. */
const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/);
const kept: z.ZodType<KeptForm & { page: string }> = z.strictObject({
  page: z.string(),
  values: z.record(z.string(), z.string()),
  fields: z.record(z.string(), z.array(key)).exactOptional(),
  problem: key.exactOptional(),
});

/** The values that were typed into the form of this page and refused a moment ago; null when there are none, or they are another page's. */
export async function keptForm(address: string): Promise<KeptForm | null> {
  const text = (await cookies()).get(NAME)?.value;
  if (!text) return null;
  try {
    const { page, ...form } = kept.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return page === markOf(address) ? form : null;
  } catch {
    return null;
  }
}
