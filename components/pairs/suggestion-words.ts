import type { useTranslations } from 'next-intl';
import type { Reason, Suggestion } from '@/domain/pairs/suggestion';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { skillName } from './skill-name';

type Words = ReturnType<typeof useTranslations<'pairs'>>;
type Skill = { id: string; nameVi: string; nameEn: string };

/** So many skills are named; the rest is counted. */
const NAMED_MAX = 3;

/** What a language is called: by the portal's own word where there is one, else by the browser's dictionary. */
export function languageName(t: Words, locale: Locale, code: string): string {
  const key = `languages.${code}` as Parameters<Words>[0];
  if (t.has(key)) return t(key);
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

/** Why somebody is suggested, in one line of words. */
export function reasonsInWords(
  t: Words,
  locale: Locale,
  { reasons }: Pick<Suggestion, 'reasons'>,
  { skills, language }: { skills: readonly Skill[]; language: string | undefined },
): string {
  const named = new Map(skills.map((skill) => [skill.id, skillName(locale, skill)]));
  const word = (reason: Reason): string => {
    switch (reason.name) {
      case 'mastered': {
        const list = reason.skills.slice(0, NAMED_MAX).map(({ skillId, source, day }) =>
          t('reason.masteredOne', {
            skill: named.get(skillId) ?? '',
            source: t(`reason.source.${source}`),
            day: formatDay(locale, day),
          }),
        );
        const more = reason.skills.length - list.length;
        return t('reason.mastered', {
          skills: [list.join(', '), ...(more > 0 ? [t('reason.masteredMore', { count: more })] : [])].join(' '),
        });
      }
      case 'near':
        return t(`reason.${reason.near}`);
      case 'load':
        return t('reason.load', { count: reason.learners });
      case 'speaks':
        return t('reason.speaks', { language: language ? languageName(t, locale, language) : '' });
      default:
        return t(`reason.${reason.name}`);
    }
  };
  return `${reasons.map(word).join('. ')}.`;
}
