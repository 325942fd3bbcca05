import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { QUERY_MAX } from '@/domain/search/search';

/** One field and a button; the answer has an address. */
export function SearchForm({ action, question = '' }: { action: string; question?: string }) {
  const t = useTranslations('search');
  return (
    <search>
      <form action={action} method="get" className="flex flex-wrap items-end gap-3">
        <p className="grow basis-72">
          <label htmlFor="q" className="field-label">
            {t('label')}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            className="control"
            defaultValue={question}
            maxLength={QUERY_MAX}
            autoComplete="off"
            aria-describedby="q-hint"
          />
        </p>
        <Button type="submit" variant="primary" icon="search">
          {t('find')}
        </Button>
        <p id="q-hint" className="field-hint basis-full">
          {t('hint')}
        </p>
      </form>
    </search>
  );
}
