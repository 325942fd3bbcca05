import { getTranslations } from 'next-intl/server';
import { whenWords } from '@/components/trainings/time-words';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import type { Viewer } from '@/domain/access/viewer';
import { listSessionsToJoin } from '@/domain/enrolments/join-queries';
import { formatNumber } from '@/i18n/format';
import { trainingsPath } from './asked';

/** Sessions of the commune are open to the members of its sub-associations: their heads enrol them from here. */
export async function SessionsAbove({ viewer }: { viewer: Viewer }) {
  const [t, words, sessions] = await Promise.all([
    getTranslations('enrolments.enrol'),
    getTranslations('trainings'),
    listSessionsToJoin(viewer),
  ]);
  if (sessions.length === 0) return null;
  const { locale } = viewer;
  return (
    <section className="mt-10">
      <h2 className="mb-3">{t('above')}</h2>
      <ul className="max-w-4xl border-rule border-b">
        {sessions.map(({ id, title, place, seats, held, ...when }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-rule border-t py-3"
          >
            <span>
              <strong>{title}</strong>
              <small className="block text-ink-2 text-sm">
                {whenWords(words, locale, when)}, {place}
              </small>
            </span>
            <span className="flex flex-wrap items-center gap-4">
              <Badge tone={held < seats ? 'done' : 'waiting'}>
                {t('aboveSeats', {
                  free: formatNumber(locale, Math.max(0, seats - held)),
                  seats: formatNumber(locale, seats),
                })}
              </Badge>
              <Link href={`${trainingsPath}/${id}/enrol`} className="inline-flex min-h-11 items-center font-semibold">
                {t('title')}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
