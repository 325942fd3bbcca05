import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import type { PeerLesson } from '@/domain/peer-lessons/peer-lesson';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { useWho } from './lesson-words';

/** What is on record of one lesson. */
export function LessonFacts({ lesson }: { lesson: PeerLesson }) {
  const t = useTranslations('peer-lessons');
  const locale = useLocale() as Locale;
  const who = useWho();
  const { unit, subAssociationName, communeName, day, minutes, recordedBy, recordedAt, takenBackAt, demo } = lesson;
  const at = formatInstant(locale, recordedAt);
  const noted =
    demo && !recordedBy ? t('record.madeUp', { at }) : t('record.noted', { name: recordedBy ?? t('erased'), at });
  return (
    <>
      <DefinitionList
        entries={[
          { term: t('list.day'), value: formatDay(locale, day) },
          { term: t('list.place'), value: [unit.name, subAssociationName, communeName].filter(Boolean).join(', ') },
          { term: t('list.who'), value: who(lesson) },
          { term: t('list.length'), value: t('minutesOf', { count: minutes }) },
          { term: t('list.recordedBy'), value: noted },
        ]}
      />
      <p className="mt-3 max-w-[46em] text-ink-2 text-sm">{takenBackAt ? t('record.takenBack') : t('record.own')}</p>
    </>
  );
}
