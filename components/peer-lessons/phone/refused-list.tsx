import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { isDay } from '@/domain/days/day';
import type { RefusedEntry } from '@/domain/peer-lessons/phone/delivery';
import type { LessonNotes, NotesState } from '@/domain/peer-lessons/phone/lesson-notes';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type RefusedListProps = { notes: LessonNotes; state: NotesState; nameOf: (topicId: string) => string };

/** What the portal did not take: kept on the phone with the reason and whose move it is, until she drops it. */
export function RefusedList({ notes, state, nameOf }: RefusedListProps) {
  const t = useTranslations('peer-lessons.phone');
  const locale = useLocale() as Locale;
  const reason = useReason(locale);
  if (state.refused.length === 0) return null;
  const lessonOf = (sequence: number) => {
    const entry = state.entries.find((each) => each.sequence === sequence);
    return entry?.kind === 'lesson' ? entry.lesson : null;
  };
  return (
    <section className="mb-6 rounded-control border-2 border-basalt bg-basalt-mist p-4">
      <h2 className="mb-2">{t('refusedTitle', { count: state.refused.length })}</h2>
      <ul className="grid gap-4">
        {state.refused.map((refused) => {
          const lesson = lessonOf(refused.sequence);
          return (
            <li key={refused.sequence}>
              {lesson && (
                <p className="font-semibold">
                  {t('refusedLine', {
                    topic: nameOf(lesson.topicId),
                    minutes: lesson.minutes,
                    day: formatDay(locale, lesson.day),
                  })}
                </p>
              )}
              <p>{reason(refused)}</p>
              <Button compact className="mt-2" onClick={() => void notes.drop(refused.sequence)}>
                {t('drop')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function useReason(locale: Locale) {
  const t = useTranslations('peer-lessons.problems');
  return ({ problem, detail }: RefusedEntry) => {
    const said = Object.fromEntries(
      Object.entries(detail).map(([key, value]) => [key, isDay(value) ? formatDay(locale, value) : value]),
    );
    const name = t.has(problem as 'not-found') ? problem : 'not-found';
    return t(name as 'not-found', said as { day: string; until: string });
  };
}
