import 'server-only';
import { getTranslations } from 'next-intl/server';
import { capital, communeWords } from '@/components/trainings/place-words';
import { type SessionChoices, unitOptions } from '@/components/trainings/session-choices';
import { languages } from '@/domain/people/language';
import type { FormChoices } from '@/domain/trainings/form-queries';
import type { SessionRecord } from '@/domain/trainings/session-view';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** What the form offers, in words. What an edited session has already stays on offer, also when it is offered no more. */
export async function choicesInWords(
  locale: Locale,
  { commune, province, units, courses, venues, trainers, mayApprove }: FormChoices,
  session?: SessionRecord,
): Promise<SessionChoices> {
  const [t, people] = await Promise.all([getTranslations('trainings'), getTranslations('people')]);
  const words = communeWords(t, commune);
  const hall = session?.venue && !venues.some(({ id }) => id === session.venue?.id) ? [session.venue] : [];
  const gone = session?.trainers.filter(({ id }) => !trainers.some((trainer) => trainer.id === id)) ?? [];
  const taught = courses.map(({ id, title }) => ({ value: id, label: title }));
  const retired = session && !courses.some(({ id }) => id === session.courseId);
  return {
    communeWords: words,
    courses: retired ? [...taught, { value: session.courseId, label: session.title }] : taught,
    units: [
      ...unitOptions(units, commune, capital(t('form.whole', { commune: words }))),
      ...(province ? [{ value: province.id, label: t('form.province') }] : []),
    ],
    venues: [...venues, ...hall].map(({ id, name, seats }) => ({
      value: id,
      label: seats ? t('form.venueSeats', { name, seats: formatNumber(locale, seats) }) : name,
    })),
    trainers: [...trainers, ...gone].map(({ id, name }) => ({ value: id, label: name })),
    languages: languages.map((language) => ({ value: language, label: people(`language.${language}`) })),
    mayApprove,
  };
}
