import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { PairRow } from '@/domain/pairs/pair';

/** More are not named one by one: the list of the record has them all. */
const NAMED_MAX = 12;

type PairsLeftProps = {
  pairs: readonly Pick<PairRow, 'id' | 'instructor' | 'learner'>[];
  /** where another family can be founded for them, by whoever may */
  found?: string | undefined;
};

/** Before a family ends: the pairs that run on in it, and count with it no more. */
export function PairsLeftBehind({ pairs }: PairsLeftProps) {
  const t = useTranslations('pairs.left');
  if (pairs.length === 0) return null;
  return (
    <div className="mb-4">
      <p>{t('before', { count: pairs.length })}</p>
      <Names pairs={pairs} />
    </div>
  );
}

/** After it has ended: the same pairs, each with what one does next. */
export function PairsLeft({ pairs, found }: PairsLeftProps) {
  const t = useTranslations('pairs.left');
  if (pairs.length === 0) return null;
  return (
    <Notice
      tone="information"
      title={t('after', { count: pairs.length })}
      action={found && <Link href={found}>{t('found')}</Link>}
    >
      <Names pairs={pairs} />
    </Notice>
  );
}

function Names({ pairs }: PairsLeftProps) {
  const t = useTranslations('pairs');
  const erased = t('record.erased');
  return (
    <ul className="list-disc pl-5">
      {pairs.slice(0, NAMED_MAX).map(({ id, instructor, learner }) => (
        <li key={id}>
          <Link href={`/admin/pairs/${id}#end`} className="inline-flex min-h-11 items-center">
            {t('left.open', { instructor: instructor.name ?? erased, learner: learner.name ?? erased })}
          </Link>
        </li>
      ))}
      {pairs.length > NAMED_MAX && <li>{t('left.more', { count: pairs.length - NAMED_MAX })}</li>}
    </ul>
  );
}
