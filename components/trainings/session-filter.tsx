import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Option, PlainSelectField } from '@/components/ui/plain-fields';

type FilterProps = {
  /** the list itself; what is asked for goes into its address */
  action: string;
  communes: Option[];
  topics: Option[];
  months: Option[];
  chosen: { commune?: string | undefined; topic?: string | undefined; month?: string | undefined };
};

/** Where, about what, when: a plain form that works without a script and whose answer can be sent on. */
export function SessionFilter({ action, communes, topics, months, chosen }: FilterProps) {
  const t = useTranslations('trainings.filter');
  const all = useTranslations('ui.filter')('all');
  return (
    <search aria-label={t('label')} className="no-print">
      <form action={action} method="get" className="school-grid p-5">
        <h2 className="mb-4 font-bold font-sans text-h3">{t('label')}</h2>
        <PlainSelectField
          id="filter-commune"
          name="commune"
          label={t('commune')}
          options={communes}
          empty={all}
          defaultValue={chosen.commune ?? ''}
        />
        <PlainSelectField
          id="filter-topic"
          name="topic"
          label={t('topic')}
          options={topics}
          empty={all}
          defaultValue={chosen.topic ?? ''}
        />
        <PlainSelectField
          id="filter-month"
          name="month"
          label={t('month')}
          options={months}
          empty={t('nextWeeks')}
          defaultValue={chosen.month ?? ''}
        />
        <Button type="submit" variant="primary" icon="search" className="w-full">
          {t('label')}
        </Button>
      </form>
    </search>
  );
}
