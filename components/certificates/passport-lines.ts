import type { useTranslations } from 'next-intl';
import type { Passport, PassportSkill } from '@/domain/certificates/passport';
import type { Qualification } from '@/domain/certificates/qualification';
import type { Day } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The words of the whole portal in one language. */
type AllWords = ReturnType<typeof useTranslations<never>>;

/** The sentences of a skill passport in one language, for the page and for paper. */
export function passportLines(t: AllWords, locale: Locale, { sessions, hours, madeOn }: Passport) {
  const day = (value: Day) => formatDay(locale, value);
  const hoursOf = (count: number) => t('certificates.hoursOf', { count });
  return {
    title: t('certificates.passport.title'),
    born: (year: number) => t('certificates.passport.born', { year: String(year) }),
    skills: t('certificates.passport.skills'),
    noSkills: t('certificates.passport.noSkills'),
    level: (level: PassportSkill['level']) => t(`outcomes.level.${level}`),
    seen: ({ source, on, place }: PassportSkill) =>
      [
        t('certificates.passport.sourceOn', { source: t(`certificates.passport.source.${source}`), day: day(on) }),
        place,
      ]
        .filter(Boolean)
        .join(', '),
    sessions: t('certificates.passport.sessions'),
    noSessions: t('certificates.passport.noSessions'),
    total: t('certificates.passport.total', { count: sessions.length, hours: hoursOf(hours) }),
    hours: hoursOf,
    certificates: t('certificates.passport.certificates'),
    noCertificates: t('certificates.passport.noCertificates'),
    recognised: (running: Qualification) =>
      t('certificates.qualification.running', { from: day(running.from), to: day(lastDayBefore(running.to)) }),
    madeOn: t('certificates.passport.madeOn', { day: day(madeOn) }),
  };
}

export type PassportLines = ReturnType<typeof passportLines>;
