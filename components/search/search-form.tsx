import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { QUERY_MAX } from '@/domain/search/search';

type SearchFormProps = {
  action: string;
  question?: string;
  /** names that are offered while she types, by the browser itself */
  names?: readonly string[];
  /** what the address says besides, and the next question keeps */
  kept?: Readonly<Record<string, string | undefined>>;
};

/** One field and a button; the answer has an address. */
export function SearchForm({ action, question = '', names = [], kept = {} }: SearchFormProps) {
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
            list={names.length > 0 ? 'q-names' : undefined}
            aria-describedby="q-hint"
          />
        </p>
        {names.length > 0 && (
          <datalist id="q-names">
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        )}
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
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
