import { PlainProblem } from '../ground/problem.mjs';
import { query } from './database.mjs';

const LOWEST_VERSION = 150_000;
const WAYS = "Write it like DATABASE_URL='postgresql://portal:password@db.example.org:5432/portal'.";

/**
 * Refuses an address that names no PostgreSQL, before anything is asked of it.
 * @param {string} databaseUrl
 */
export function checkAddress(databaseUrl) {
  let url;
  try {
    url = new URL(databaseUrl);
  } catch {
    throw new PlainProblem(`DATABASE_URL is no address of a database. ${WAYS}`);
  }
  if (!/^postgres(ql)?:$/.test(url.protocol))
    throw new PlainProblem(`DATABASE_URL begins with "${url.protocol}//", and the portal needs PostgreSQL. ${WAYS}`);
  if (!url.hostname && !url.searchParams.get('host')) throw new PlainProblem(`DATABASE_URL names no host. ${WAYS}`);
  if (url.pathname.length < 2) throw new PlainProblem(`DATABASE_URL names no database. ${WAYS}`);
}

const FACTS = `
  SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS said,
    pg_encoding_to_char((SELECT encoding FROM pg_database WHERE datname = current_database())) AS encoding,
    (SELECT count(*)::int FROM pg_collation WHERE collname IN ('und-x-icu', 'vi-x-icu')) AS icu,
    to_regclass('_prisma_migrations') IS NOT NULL AS ours,
    (SELECT count(*)::int FROM pg_tables WHERE schemaname = current_schema()) AS tables,
    (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS may_make_roles,
    EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') AS role,
    CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN pg_has_role('portal_app', 'MEMBER') ELSE false END AS member,
    has_database_privilege(current_database(), 'CREATE') AS may_create, current_user AS user`;

/**
 * Looks at a database of one's own before the first migration: it must be able to hold the portal and be nobody
 * else's. Returns its version, or throws every obstacle at once, a sentence each.
 * @param {string} databaseUrl
 */
export async function lookAtDatabase(databaseUrl) {
  checkAddress(databaseUrl);
  const [facts] = await query(databaseUrl, FACTS);
  const wrong = [
    facts.version < LOWEST_VERSION && `It is PostgreSQL ${facts.said}; the portal needs 15 or later.`,
    facts.encoding !== 'UTF8' && `Its encoding is ${facts.encoding}; make it with ENCODING 'UTF8'.`,
    facts.icu < 2 && 'The server was built without ICU, which Vietnamese order needs.',
    !facts.ours && facts.tables > 0 && `It holds ${facts.tables} tables of something else; name an empty database.`,
    !facts.may_create && `The user ${facts.user} may create nothing in it; let the database belong to her.`,
    !facts.member &&
      !facts.may_make_roles &&
      `The user ${facts.user} can neither make nor use the role portal_app. Let a superuser say: ${
        facts.role ? '' : 'CREATE ROLE portal_app NOLOGIN; '
      }GRANT portal_app TO ${facts.user} WITH ADMIN OPTION;`,
  ].filter(Boolean);
  if (wrong.length > 0)
    throw new PlainProblem(
      `The portal cannot use this database.\n${wrong.map((sentence) => `  ${sentence}`).join('\n')}`,
    );
  return `PostgreSQL ${facts.said.split(' ')[0]}`;
}
