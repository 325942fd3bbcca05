import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainChoices, PlainSelectField } from '@/components/ui/forms/plain-fields';
import { Icon } from '@/components/ui/icon';
import type { Wish } from '@/domain/pairs/suggestion';
import type { Locale } from '@/i18n/locales';
import { skillName } from '../skill-name';
import { languageName } from './suggestion-words';

type WishFormProps = {
  /** what the address says already: place, learner, family */
  kept: Readonly<Record<string, string>>;
  skills: readonly { id: string; nameVi: string; nameEn: string }[];
  languages: readonly string[];
  wish: Wish;
};

/** The wishes of the learner; the form asks the same page, so it works without a script. */
export function WishForm({ kept, skills, languages, wish }: WishFormProps) {
  const t = useTranslations('pairs');
  const locale = useLocale() as Locale;
  return (
    <details className="mb-6 rounded-control border border-rule bg-card px-4 py-1">
      <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-3 font-semibold">
        {t('new.wish')}
        <Icon name="chevron-down" />
      </summary>
      <form action="/admin/pairs/new" method="get" className="pt-2 pb-3">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <PlainChoices
          id="wish-skills"
          name="skill"
          type="checkbox"
          label={t('new.wishSkills')}
          hint={t('new.wishSkillsHint')}
          options={skills.map((skill) => ({ value: skill.id, label: skillName(locale, skill) }))}
          chosen={wish.skillIds}
        />
        {languages.length > 1 && (
          <PlainSelectField
            id="wish-language"
            name="language"
            label={t('new.wishLanguage')}
            options={languages.map((code) => ({ value: code, label: languageName(t, locale, code) }))}
            empty={t('new.anyLanguage')}
            defaultValue={wish.language ?? ''}
          />
        )}
        <Button type="submit" compact>
          {t('new.suggest')}
        </Button>
      </form>
    </details>
  );
}
