import { useTranslations } from 'next-intl';
import { placeWords } from '@/components/trainings/place-words';
import { TimePlaceLine } from '@/components/trainings/time-place-line';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** Classes, each beside the leaf of its day. */
export function SessionLeaves({ locale, sessions }: { locale: Locale; sessions: readonly PublishedSession[] }) {
  const t = useTranslations('trainings');
  return (
    <ol className="@container max-w-[44em]">
      {sessions.map((session) => (
        <li key={session.id} className="flex flex-wrap gap-4 border-rule border-t py-4">
          <DateLeaf day={session.day} />
          <div className="min-w-[min(100%,11rem)] flex-1">
            <h3 className="font-bold font-sans text-base">
              <a href={hrefTo(locale, 'session', { slug: session.slug })} className="text-ink">
                {session.course.title}
              </a>
            </h3>
            <TimePlaceLine locale={locale} session={session} place={placeWords(t, session)} />
          </div>
        </li>
      ))}
    </ol>
  );
}
