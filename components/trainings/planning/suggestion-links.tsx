import { useTranslations } from 'next-intl';

/** A suggestion in words, and the fields that it puts in place of what was typed. */
export type Suggested = { label: string; fields: Record<string, string> };
export type SuggestedWords = { times: Suggested[]; halls: Suggested[] };

type LinksProps = {
  suggested: SuggestedWords;
  /** the page of the form: a link leads to it with everything filled in */
  path: string;
  values: Record<string, string>;
};

/** Free times and halls as links: each fills the form anew, with what was typed kept. */
export function SuggestionLinks({ suggested: { times, halls }, path, values }: LinksProps) {
  const t = useTranslations('trainings.suggest');
  const kept = Object.entries(values).filter(([, value]) => value !== '');
  const hrefOf = (fields: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...Object.fromEntries(kept), ...fields })}`;
  if (times.length + halls.length === 0) return <p className="mb-6 text-ink-2">{t('none')}</p>;
  return (
    <nav aria-label={t('title')} className="school-grid mb-6 grid gap-5 p-5 md:grid-cols-2">
      <List title={t('times')} suggested={times} hrefOf={hrefOf} />
      <List title={t('halls')} suggested={halls} hrefOf={hrefOf} />
    </nav>
  );
}

type ListProps = { title: string; suggested: Suggested[]; hrefOf: (fields: Record<string, string>) => string };

function List({ title, suggested, hrefOf }: ListProps) {
  if (suggested.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1">{title}</h3>
      <ul>
        {suggested.map(({ label, fields }) => (
          <li key={label}>
            <a href={hrefOf(fields)} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
