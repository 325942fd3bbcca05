import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { WrittenName } from '@/domain/articles/written-names/written-names';
import { consentChannels } from '@/domain/consents/consent';
import { today } from '@/domain/days/day';
import { fieldOf } from '@/domain/newsroom/namings/naming';

type TakeProps = { article: ArticleDraft; names: readonly WrittenName[]; action: FormAction };

/** Somebody whom a piece names does not agree any more: what says her name leaves the public at once. */
export function TakeNameBack({ article, names, action }: TakeProps) {
  const t = useTranslations('newsroom.takeNameBack');
  const channels = useTranslations('consents.channel');
  return (
    <Form action={action} concept="newsroom" fold={{ summary: t('title'), part: true }}>
      <p className="mb-3">{t('lead')}</p>
      <HiddenField name="articleId" value={article.id} />
      <SelectField
        name="name"
        label={t('name')}
        options={names.map((each) => ({ value: fieldOf(each), label: each.name }))}
      />
      <SelectField
        name="channel"
        label={t('channel')}
        options={consentChannels.map((value) => ({ value, label: channels(value) }))}
      />
      <DateField name="day" label={t('day')} defaultValue={today()} max={today()} />
      <SubmitButton variant="danger" icon="cross">
        {t('now')}
      </SubmitButton>
    </Form>
  );
}
