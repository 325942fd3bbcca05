import 'server-only';
import { getTranslations } from 'next-intl/server';
import { communeWords } from '@/components/trainings/place-words';
import type { SessionChoices } from '@/components/trainings/planning/session-choices';
import type { Viewer } from '@/domain/access/viewer';
import { languages } from '@/domain/people/language';
import { isHomeOf } from '@/domain/trainings/choice/home-unit';
import type { FormChoices } from '@/domain/trainings/form-queries';
import type { SessionRecord } from '@/domain/trainings/session-view';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { askForUnit } from '../units/question';

/** The communes in which, or in a part of which, she may propose a session: first where, then the form. */
export const askForCommune = (viewer: Viewer, said: string | string[] | undefined) =>
  askForUnit(viewer, { permission: 'trainings.propose', levels: ['commune'], holding: true }, said);

/** The unit of a session: one of a commune, or the province as a whole. Where she is at home in the commune, that answers by itself. */
export const askForUnitOf = (viewer: Viewer, communeId: string, said: string | undefined) =>
  askForUnit(
    viewer,
    {
      permission: 'trainings.propose',
      levels: ['province', 'commune', 'sub_association', 'group'],
      within: communeId,
    },
    said,
    (unit) => isHomeOf(viewer, unit),
  );

/**
 * The choices of the form, in words. A choice that an edited session has already stays on offer, also when it is
 * offered no more.
 */
export async function choicesInWords(
  locale: Locale,
  { commune, courses, venues, trainers, mayApprove }: FormChoices,
  session?: SessionRecord,
): Promise<Omit<SessionChoices, 'unit'>> {
  const [t, people] = await Promise.all([getTranslations('trainings'), getTranslations('people')]);
  const words = communeWords(t, commune);
  const hall = session?.venue && !venues.some(({ id }) => id === session.venue?.id) ? [session.venue] : [];
  const gone = session?.trainers.filter(({ id }) => !trainers.some((trainer) => trainer.id === id)) ?? [];
  const taught = courses.map(({ id, title }) => ({ value: id, label: title }));
  const retired = session && !courses.some(({ id }) => id === session.courseId);
  return {
    communeWords: words,
    courses: retired ? [...taught, { value: session.courseId, label: session.title }] : taught,
    venues: [...venues, ...hall].map(({ id, name, seats }) => ({
      value: id,
      label: seats ? t('form.venueSeats', { name, seats: formatNumber(locale, seats) }) : name,
    })),
    trainers: [...trainers, ...gone].map(({ id, name }) => ({ value: id, label: name })),
    languages: languages.map((language) => ({ value: language, label: people(`language.${language}`) })),
    mayApprove,
  };
}
