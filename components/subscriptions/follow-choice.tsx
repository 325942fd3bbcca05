import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainCheckbox, PlainSelectField } from '@/components/ui/forms/plain-fields';
import { Panel } from '@/components/ui/panels/panel';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

export type Choice = { commune?: string; topic?: string; alerts?: string };

type ChoiceProps = {
  locale: Locale;
  choice: Choice;
  communes: readonly Pick<Commune, 'slug' | 'name'>[];
  topics: readonly { code: string; name: string }[];
  /** the whole address of the feed of this choice */
  feed: string;
};

/** What to follow: without a script its form leads to the feed of a choice, with one its button has this device follow it. */
export function FollowChoice({ locale, choice, communes, topics, feed }: ChoiceProps) {
  const t = useTranslations('subscriptions.choice');
  const words = useTranslations('subscriptions.do');
  const ui = useTranslations('ui.filter');
  return (
    <Panel title={t('title')} grid>
      <form action={hrefTo(locale, 'subscriptions')} method="get" data-follow-choice>
        <div className="grid gap-x-5 sm:grid-cols-2">
          <PlainSelectField
            id="follow-commune"
            name="commune"
            label={t('commune')}
            empty={ui('all')}
            defaultValue={choice.commune ?? ''}
            options={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <PlainSelectField
            id="follow-topic"
            name="topic"
            label={t('topic')}
            empty={ui('all')}
            defaultValue={choice.topic ?? ''}
            options={topics.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
        <PlainCheckbox
          id="follow-alerts"
          name="alerts"
          value="1"
          label={t('alerts')}
          defaultChecked={choice.alerts === '1'}
        />
        <p className="flex flex-wrap gap-2.5">
          <Button variant="primary" icon="bell" data-follow-do="follow" hidden>
            {words('follow')}
          </Button>
          <Button type="submit">{t('show')}</Button>
        </p>
      </form>
      <h3 className="mt-6 mb-1 font-bold font-sans text-base">{t('feedTitle')}</h3>
      <p className="max-w-[34em]">{t('feedHint')}</p>
      <p className="mt-2 [overflow-wrap:anywhere]">
        <a href={feed}>{feed}</a>
      </p>
    </Panel>
  );
}
