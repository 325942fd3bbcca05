import { z } from 'zod';
import { isPushPair } from './push-pair';
import { providerOf } from './sign-in-provider';
import { WrongSetting } from './wrong-setting';

const flag = (fallback: 'on' | 'off') => z.enum(['on', 'off']).default(fallback);

/** Everything the portal takes from its surroundings. A wrong value stops it at the start, with its name. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** the number of a socket that the start command holds: who is started with it listens there, beside whoever does already */
  LISTEN_FD: z.coerce.number().int().min(3).optional(),
  /** on: another process answers on that socket until this one can */
  RELIEVES: flag('off'),
  /** the address readers use, without a slash at the end */
  PORTAL_URL: z
    .url()
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  DATABASE_URL: z.string().default('postgresql://postgres@127.0.0.1:5432/portal'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
  /** how many times longer than usual the database may take */
  DATABASE_PATIENCE: z.coerce.number().int().min(1).max(20).default(1),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** where pictures and keys lie; the start command keeps its database, secrets and logs beside them */
  DATA_DIR: z.string().default('.data'),
  /** where e-mails are handed over, smtp:// or smtps://; without it they are written to mail/ in the data folder */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** a bucket that speaks S3, by its whole address, for pictures and files; without it they lie in the data folder */
  STORAGE_URL: z.url({ protocol: /^https?$/ }).optional(),
  STORAGE_REGION: z.string().default('auto'),
  STORAGE_KEY_ID: z.string().optional(),
  STORAGE_SECRET: z.string().optional(),
  /** who e-mails come from, "Name <address>" or an address */
  MAIL_FROM: z.string().regex(/@/).optional(),
  /** the keys of sensitive fields, "label:base64" each, the current one first; without it the file in the data folder */
  SEALING_KEYS: z.string().optional(),
  SEALING_KEYS_FILE: z.string().optional(),
  SEALING_KEYS_COMMAND: z.string().optional(),
  /** who vouches for accounts by OpenID Connect: all of it or nothing (`sign-in-provider.ts`) */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  OIDC_SECOND_STEP: z.string().optional(),
  /** the pair by which push services know the portal, "public:private"; without it the file in the data folder */
  PUSH_KEYS: z.string().refine(isPushPair, 'no pair of keys, public:private').optional(),
  /** whom a push service writes to when something goes wrong, mailto: or https: */
  PUSH_SUBJECT: z
    .string()
    .regex(/^(mailto:[^@\s]+@|https:\/\/)[^\s]+$/)
    .optional(),
  /** hosts of push services, separated by commas, "*." for any host below one; without it those of the known browsers */
  PUSH_SERVICES: z.string().optional(),
  /** on only in tests: a push service on this machine may be reached */
  PUSH_LOOPBACK: flag('off'),
  /** off: Next serves public pages itself, with its scripts */
  STILL_PAGES: flag('on'),
  /** how many processes draw pages; without it as many as the machine has room for */
  DRAWING_PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
  STILL_BYTES: z.coerce.number().int().default(64_000_000),
  /** on only behind a proxy of our own that sets X-Forwarded-* itself */
  TRUST_PROXY: flag('off'),
  /** set by the start command when the portal runs on its own demonstration data */
  DEMO: flag('off'),
  DEMO_PASSWORD: z.string().optional(),
  /** on: asks known hosts outside whether what public texts lead to is there; without it as `asksOutside` has it */
  LINK_CHECK: z.enum(['on', 'off']).optional(),
  /** where backups lie; without it in the data folder */
  BACKUP_DIR: z.string().optional(),
  /** on: the portal backs itself up; without it where BACKUP_DIR is said */
  BACKUPS: z.enum(['on', 'off']).optional(),
  /** where metrics are read, on 127.0.0.1 alone; without it nobody reads any */
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** where a collector of OpenTelemetry listens, by http; without it no traces are made. What it wants of headers is said as its library has it */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** of all requests, how many are traced: from 0 to 1 */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** One that is empty is as one that is not there: so a start hides what a file would say. */
const said = Object.entries(process.env).filter(([, value]) => value !== '');
const parsed = read(Object.fromEntries(said));
const portalUrl = parsed.PORTAL_URL ?? `http://${parsed.HOST}:${parsed.PORT}`;

function read(surroundings: Record<string, string | undefined>) {
  const { success, data, error } = schema.safeParse(surroundings);
  if (success) return data;
  throw new WrongSetting(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}

/** A bucket is opened by its address and both keys: one without the others is a slip that would put pictures in two places. */
function storageOf({ STORAGE_URL, STORAGE_REGION, STORAGE_KEY_ID, STORAGE_SECRET }: typeof parsed) {
  if (!STORAGE_URL && !STORAGE_KEY_ID && !STORAGE_SECRET) return null;
  if (!STORAGE_URL || !STORAGE_KEY_ID || !STORAGE_SECRET)
    throw new WrongSetting('STORAGE_URL, STORAGE_KEY_ID and STORAGE_SECRET belong together.');
  return { url: STORAGE_URL.replace(/\/$/, ''), region: STORAGE_REGION, keyId: STORAGE_KEY_ID, secret: STORAGE_SECRET };
}

/** A portal that readers find by https and that holds no demonstration is one in use: it asks whether what it leads to is there. */
const asksOutside = ({ NODE_ENV, DEMO, PORTAL_URL }: typeof parsed) =>
  NODE_ENV === 'production' && DEMO === 'off' && (PORTAL_URL?.startsWith('https:') ?? false);

/** This machine is no push service: whoever is let in there reads what only the portal may. */
if (parsed.PUSH_LOOPBACK === 'on' && parsed.NODE_ENV === 'production')
  throw new WrongSetting('PUSH_LOOPBACK is for tests alone.');

const mailFrom = parsed.MAIL_FROM ?? `Phụ nữ số Đồng Nai <khong-tra-loi@${new URL(portalUrl).hostname}>`;
const addressOnly = /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;

export const env = {
  ...parsed,
  STORAGE: storageOf(parsed),
  SIGN_IN_PROVIDER: providerOf(parsed),
  PORTAL_URL: portalUrl,
  MAIL_FROM: mailFrom,
  BACKUPS: parsed.BACKUPS ?? (parsed.BACKUP_DIR ? 'on' : 'off'),
  LINK_CHECK: parsed.LINK_CHECK ?? (asksOutside(parsed) ? 'on' : 'off'),
  PUSH_SUBJECT: parsed.PUSH_SUBJECT ?? (portalUrl.startsWith('https:') ? portalUrl : `mailto:${addressOnly}`),
};
