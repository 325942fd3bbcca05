import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { FoldedPart } from '@/components/ui/panels/fold';
import { followings } from '@/domain/articles/translations/translation';
import type { TwoTexts } from '@/domain/articles/translations/two-texts';
import { Difference } from './difference';
import { MissingList } from './missing-list';
import { TermList } from './term-list';

/** What whoever translates wants beside the English sheet, of the texts as they were saved. */
export function EnglishAside({ texts }: { texts: TwoTexts }) {
  const t = useTranslations('translations');
  const { written, missing, terms, changed } = texts;
  const absent = terms.filter((term) => term.absent).length;
  return (
    <aside aria-label={t('aside')} className="mt-4 grid gap-4">
      {changed && <Difference words={changed.words} />}
      {written && (
        <FoldedPart summary={t('missing.title', { count: missing.length })} open={missing.length > 0}>
          <MissingList missing={missing} />
        </FoldedPart>
      )}
      <FoldedPart
        summary={written ? t('terms.titleAbsent', { count: absent }) : t('terms.title', { count: terms.length })}
        open={!written || absent > 0}
      >
        <TermList terms={terms} written={written} />
      </FoldedPart>
      <p className="text-ink-2 text-sm">{t('saved')}</p>
    </aside>
  );
}

/** Whether English follows Vietnamese as they are saved now: the portal cannot know it, whoever translates does. */
export function FollowingField({ behind }: { behind: boolean }) {
  const t = useTranslations('translations.following');
  return (
    <RadioGroup
      name="following"
      label={t('label')}
      {...(behind && { hint: t('behind') })}
      options={followings.map((value) => ({ value, label: t(`options.${value}`) }))}
      defaultValue="by-itself"
    />
  );
}
