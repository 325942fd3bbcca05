import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { Result } from '@/domain/result';
import { defaultLocale, isLocale, type Locale } from '@/i18n/locales';
import { readersNetwork } from '@/server/entrance/readers-network';
import { whyDeviceWaits } from '@/server/rate-limit';
import { noteRefusal } from '@/server/still/shared';

/** Letters of the longest thing that a device has to say. */
const LENGTH_MAX = 4_000;

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });

type Worded = 'subscriptions.problems';

type PublicJson<Schema extends z.ZodType, Value> = {
  schema: Schema;
  /** where the words of its problems stand */
  problems: Worded;
  run: (input: z.output<Schema>, locale: Locale) => Promise<Result<Value, string>>;
  /** what the device is told of a success */
  told: (value: Value, locale: Locale) => Promise<unknown>;
};

/**
 * The one gate of what devices without an account say as JSON: counted for its network and measured before it is read. The front
 * has seen to origin and bytes. `?locale=` says the language of the answer.
 */
export const publicJson =
  <Schema extends z.ZodType, Value>({ schema, problems, run, told }: PublicJson<Schema, Value>) =>
  async (request: Request): Promise<Response> => {
    const said = new URL(request.url).searchParams.get('locale') ?? '';
    const locale = isLocale(said) ? said : defaultLocale;
    const refused = async (status: number, problem: string, headers?: Record<string, string>) =>
      json(
        status,
        { problem, words: (await getTranslations({ locale, namespace: problems }))(problem as never) },
        headers,
      );
    const seconds = await whyDeviceWaits(await readersNetwork());
    if (seconds > 0) {
      noteRefusal({ reason: 'too-many-from-here' });
      return refused(429, 'too-many-from-here', { 'retry-after': String(seconds) });
    }
    if (!request.headers.get('content-type')?.startsWith('application/json')) return json(415, { problem: 'not-json' });
    const text = await request.text();
    if (text.length > LENGTH_MAX) return json(413, { problem: 'too-long' });
    const parsed = schema.safeParse(readJson(text));
    if (!parsed.success) return json(400, { problem: 'not-understood' });
    const result = await run(parsed.data, locale);
    return result.ok ? json(200, await told(result.value, locale)) : refused(409, result.problem);
  };

/** Null for what is no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
