import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { FoldedPart } from '@/components/ui/panels/fold';
import { followings } from '@/domain/articles/translations/translation';
import type { TwoTexts } from '@/domain/articles/translations/two-texts';
import { countMissing, MissingList } from './missing-list';
import { TermList } from './term-list';

/** What whoever translates wants beside the English sheet, of the texts as they were saved. */
export function EnglishAside({ texts }: { texts: TwoTexts }) {
  const t = useTranslations('translations');
  const { written, terms } = texts;
  const count = countMissing(texts);
  const absent = terms.filter((term) => term.absent);
  return (
    <aside aria-label={t('aside')} className="mt-4 grid gap-4">
      {written && (
        <FoldedPart summary={t('missing.title', { count })} open={count > 0}>
          <MissingList {...texts} />
        </FoldedPart>
      )}
      {written && absent.length > 0 && (
        <FoldedPart summary={t('terms.titleAbsent', { count: absent.length })} open>
          <TermList terms={absent} written={written} />
        </FoldedPart>
      )}
      <FoldedPart summary={t('terms.title', { count: terms.length })} open={!written}>
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
    <div className="mt-5">
      <RadioGroup
        name="following"
        label={t('label')}
        {...(behind && { hint: t('behind') })}
        options={followings.map((value) => ({ value, label: t(`options.${value}`) }))}
        defaultValue="by-itself"
      />
    </div>
  );
}
