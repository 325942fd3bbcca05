import { useTranslations } from 'next-intl';
import { TextArea } from '@/components/ui/forms/form';
import { WHAT_CHANGED_MAX } from '@/domain/articles/what-changed/what-changed';

type Props = {
  name: 'whatChangedVi' | 'whatChangedEn';
  lang: 'vi' | 'en';
  saved: string;
  /** of what is begun it is said in the same form whether it is a story */
  perhaps: boolean;
};

/** What has changed for whom a story tells of. */
export function WhatChangedField({ name, lang, saved, perhaps }: Props) {
  const t = useTranslations('articles.form');
  return (
    <div lang={lang}>
      <TextArea
        name={name}
        label={t(perhaps ? 'whatChangedPerhaps' : 'whatChanged')}
        hint={t('whatChangedHint')}
        defaultValue={saved}
        rows={4}
        maxLength={WHAT_CHANGED_MAX}
        optional
      />
    </div>
  );
}
