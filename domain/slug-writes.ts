import type { Transaction } from '@/prisma/transaction';
import type { Locale } from './locale';

type Named = 'article_slug' | 'digital_model' | 'unit';

/**
 * A slug that nobody has or had: the wanted one, or that with a number behind it. Of two who want the same at once the
 * second waits for the first.
 */
export async function freeSlug(tx: Transaction, table: Named, wanted: string, locale?: Locale): Promise<string> {
  // "to-5" may be "to" with a number as well: both wait in one line
  const line = `slug of ${table} ${wanted.replace(/(-\d+)+$/, '')}`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${line}, 0))::text`;
  // a table's name cannot be a value; it is one of those words
  const [found] = await tx.$queryRawUnsafe<{ taken: boolean; last: number }[]>(
    `SELECT coalesce(bool_or(slug = $1), false) AS taken,
       coalesce(max(substr(slug, length($1) + 2)::int) FILTER (WHERE slug <> $1), 1) AS last
     FROM ${table} WHERE (slug = $1 OR slug ~ ('^' || $1 || '-[0-9]{1,6}$')) ${locale ? 'AND locale = $2' : ''}`,
    wanted,
    ...(locale ? [locale] : []),
  );
  return found?.taken ? `${wanted}-${found.last + 1}` : wanted;
}
