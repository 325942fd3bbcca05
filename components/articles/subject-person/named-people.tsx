import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { NamedPerson } from '@/domain/articles/named-people/named-people';

/** Before it is approved or published: whom the text may name who has not agreed. It keeps nobody from approving; a name can be somebody else's. */
export function NamedPeople({ people }: { people: readonly NamedPerson[] }) {
  const t = useTranslations('articles.namedPeople');
  if (people.length === 0) return null;
  return (
    <div className="mb-3 border-lotus border-l-4 pl-3">
      <p>
        <strong>{t('title')}</strong>
      </p>
      <ul>
        {people.map(({ id, name, communeName }) => (
          <li key={id}>
            {t.rich('maybe', { person: () => <Link href={`/admin/people/${id}`}>{name}</Link>, commune: communeName })}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-2 text-sm">{t('ask')}</p>
    </div>
  );
}
