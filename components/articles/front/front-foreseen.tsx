import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Foreseen, type FrontSpot, frontSpots } from '@/domain/articles/front/front';

type ForeseenProps = { pieces: readonly Foreseen[]; current: FrontSpot };

/** What will stand first in every spot on a day; what was put there by hand says so. */
export function FrontForeseen({ pieces, current }: ForeseenProps) {
  const t = useTranslations('front');
  return frontSpots.map((spot) => {
    const there = pieces.filter((piece) => piece.spot === spot);
    return (
      <section key={spot} className="mt-4 border-rule border-t pt-3">
        <h4 className={`font-semibold ${spot === current ? 'text-lotus' : ''}`.trimEnd()}>{t(`spots.${spot}`)}</h4>
        {there.length === 0 && <p className="text-ink-2 text-sm">{t('empty')}</p>}
        <ol className="list-outside list-decimal pl-5">
          {there.map(({ id, title, byHand }) => (
            <li key={id} className="mt-1">
              <Link href={`/admin/articles/${id}`}>{title}</Link>{' '}
              {byHand && <span className="font-semibold text-ink-2 text-sm">{t('byHand')}</span>}
            </li>
          ))}
        </ol>
      </section>
    );
  });
}
