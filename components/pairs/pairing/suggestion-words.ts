import type { useTranslations } from 'next-intl';
import type { Reason, Suggestion, Wish } from '@/domain/pairs/suggestion';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { skillName } from '../skill-name';

type Words = ReturnType<typeof useTranslations<'pairs'>>;
type Skill = { id: string; nameVi: string; nameEn: string };

/** So many skills are named; the rest is counted. */
const NAMED_MAX = 3;

/** The name of a language: the portal's own word where there is one, else the browser's. */
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
  { skills, wish }: { skills: readonly Skill[]; wish: Wish },
): string {
  const named = new Map(skills.map((skill) => [skill.id, skillName(locale, skill)]));
  const word = (reason: Reason): string => {
    switch (reason.name) {
      case 'mastered': {
        const list = reason.skills.slice(0, NAMED_MAX).map(({ skillId, source, day }) => {
          const skill = named.get(skillId) ?? '';
          // where it was seen matters for what was asked for; without a wish the names say enough
          if (wish.skillIds.length === 0) return skill;
          return t('reason.masteredOne', { skill, source: t(`reason.source.${source}`), day: formatDay(locale, day) });
        });
        const more = reason.skills.length - list.length;
        return t('reason.mastered', {
          skills: [list.join(', '), ...(more > 0 ? [t('reason.masteredMore', { count: more })] : [])].join(' '),
        });
      }
      case 'near':
        return t(`reason.${reason.near}`);
      case 'load':
        return reason.learners > 0 ? t('reason.load', { count: reason.learners }) : t('reason.free');
      case 'speaks':
        return t('reason.speaks', { language: wish.language ? languageName(t, locale, wish.language) : '' });
      default:
        return t(`reason.${reason.name}`);
    }
  };
  return `${reasons.map(word).join('. ')}.`;
}
