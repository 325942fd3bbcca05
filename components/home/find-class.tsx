import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

type FindProps = {
  action: string;
  communes: readonly { code: string; name: string }[];
  topics: readonly { code: string; title: string }[];
};

/** The first thing a learner comes for: a class near her. A plain form whose answer has an address. */
export function FindClass({ action, communes, topics }: FindProps) {
  const t = useTranslations('home');
  return (
    <form action={action} method="get" className="school-grid grid gap-4 border-2 border-lake-soft p-5">
      <h2 className="font-bold font-sans text-h3">{t('find.title')}</h2>
      <p>
        <label htmlFor="find-commune" className="field-label">
          {t('find.commune')}
        </label>
        <select id="find-commune" name="commune" className="control" defaultValue="">
          <option value="">{t('find.any')}</option>
          {communes.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="find-topic" className="field-label">
          {t('find.topic')}
        </label>
        <select id="find-topic" name="topic" className="control" defaultValue="">
          <option value="">{t('find.anyTopic')}</option>
          {topics.map(({ code, title }) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      </p>
      <Button type="submit" variant="primary" icon="arrow">
        {t('find.send')}
      </Button>
    </form>
  );
}
