import type { OwnData, OwnPhone } from '@/domain/consents/own-data/own-data';
import { shownPhone } from '@/domain/people/phones/phone';
import { formatDay, formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type AllWords, daysIn, type OwnLine, type OwnSection } from './own-data-words';

/** Her lessons, her teaching and her sessions, as sections of sentences. */
export function workSections(data: OwnData, t: AllWords, locale: Locale): OwnSection[] {
  return [
    { key: 'skills', lines: data.skills.map((row) => ({ text: skillWords(row, t, locale) })) },
    { key: 'pairs', lines: data.pairs.map((pair) => pairLine(pair, t, locale)) },
    { key: 'models', lines: data.models.map((row) => ({ text: modelWords(row, t, locale) })) },
    {
      key: 'peerLessons',
      lines: data.peerLessons.map(({ on, topic, minutes, unit, as, takenBack }) => ({
        text: t(`own-data.lines.${as === 'teacher' ? 'taughtPeers' : 'learnedFromPeers'}`, {
          topic,
          day: formatDay(locale, on),
          minutes: formatNumber(locale, minutes),
          unit,
        }),
        ...(takenBack ? { below: [t('own-data.lines.lessonTakenBack')] } : {}),
      })),
    },
    { key: 'trainings', lines: data.trainings.map((row) => trainingLine(row, t, locale)) },
    {
      key: 'taught',
      lines: data.taught.map(({ course, startsAt }) => ({
        text: t('own-data.lines.taught', { course, day: formatInstant(locale, startsAt) }),
      })),
    },
    {
      key: 'waits',
      lines: data.waits.map(({ course, unit, on, name, phone }) => ({
        text: t('own-data.lines.wait', { course, unit, day: formatDay(locale, on) }),
        ...signedAs(name, phone, t),
      })),
    },
    {
      key: 'qualifications',
      lines: data.qualifications.map((row) => ({
        text: t('own-data.lines.qualification', { days: daysIn(t, locale, row) }),
        ...(row.endReason ? { below: [t('own-data.lines.reason', { value: row.endReason })] } : {}),
      })),
    },
    { key: 'certificates', lines: data.certificates.map((row) => certificateLine(row, t, locale)) },
  ];
}

const skillWords = ({ skill, mark, on }: OwnData['skills'][number], t: AllWords, locale: Locale) =>
  t('own-data.lines.skill', {
    skill,
    mark: t(`own-data.mark.${mark ?? 'none'}`),
    day: on ? formatDay(locale, on) : t('own-data.unknown'),
  });

const modelWords = (row: OwnData['models'][number], t: AllWords, locale: Locale) =>
  t(row.office ? 'own-data.lines.board' : 'own-data.lines.model', {
    name: row.name,
    kind: t(`digital-models.kind.${row.kind}`),
    office: row.office ? t(`digital-models.office.${row.office}`) : '',
    days: daysIn(t, locale, row),
  });

function pairLine(pair: OwnData['pairs'][number], t: AllWords, locale: Locale): OwnLine {
  const below = [
    ...pair.goals.map(({ skill, mark }) =>
      t('own-data.lines.goal', { skill, mark: t(`own-data.mark.${mark ?? 'none'}`) }),
    ),
    ...pair.contacts.map(({ on, minutes, skill }) =>
      t(skill ? 'own-data.lines.contactSkill' : 'own-data.lines.contact', {
        day: formatDay(locale, on),
        minutes: formatNumber(locale, minutes),
        skill: skill ?? '',
      }),
    ),
    ...(pair.endReason ? [t('own-data.lines.reason', { value: pair.endReason })] : []),
    ...(pair.outcome ? [t('own-data.lines.outcome', { value: pair.outcome })] : []),
  ];
  const text = t(pair.as === 'instructor' ? 'own-data.lines.guides' : 'own-data.lines.learns', {
    with: pair.with ?? t('own-data.erased'),
    days: daysIn(t, locale, pair),
  });
  return { text, below };
}

function trainingLine(row: OwnData['trainings'][number], t: AllWords, locale: Locale): OwnLine {
  const below = [
    ...(row.attendance ? [t('own-data.lines.attended', { mark: t(`own-data.attendance.${row.attendance}`) })] : []),
    ...(signedAs(row.name, row.phone, t).below ?? []),
    ...(row.unitWords ? [t('own-data.lines.unitWords', { value: row.unitWords })] : []),
    ...(row.accessNeed ? [t('own-data.lines.need', { value: row.accessNeed })] : []),
    ...(row.agreed
      ? [t('own-data.lines.agreed', { day: formatDay(locale, row.agreed.on), wording: row.agreed.wording })]
      : []),
    ...row.learned.map(({ skill, mark }) =>
      t('own-data.lines.learned', { skill, mark: t(`own-data.mark.${mark ?? 'none'}`) }),
    ),
  ];
  const text = t('own-data.lines.training', {
    course: row.course,
    day: formatInstant(locale, row.startsAt),
    state: t(`own-data.enrolment.${row.state}`),
  });
  return { text, below };
}

function certificateLine(row: OwnData['certificates'][number], t: AllWords, locale: Locale): OwnLine {
  const { topic, heldOn, issuer, code, name, revokedOn } = row;
  const below = [
    ...(name ? [t('own-data.lines.certifiedAs', { name })] : []),
    ...(revokedOn ? [t('own-data.lines.revoked', { day: formatDay(locale, revokedOn) })] : []),
  ];
  return { text: t('own-data.lines.certificate', { topic, day: formatDay(locale, heldOn), issuer, code }), below };
}

function signedAs(name: string | null, phone: OwnPhone | null, t: AllWords): { below?: string[] } {
  if (!name && !phone) return {};
  const unknown = t('own-data.unknown');
  return {
    below: [t('own-data.lines.signedAs', { name: name ?? unknown, phone: phone ? shownPhone(phone) : unknown })],
  };
}
