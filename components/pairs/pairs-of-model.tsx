import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { type SignedReading, saidBy } from '@/domain/coverage/rulings/ruling';
import { today } from '@/domain/days/day';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import type { Reach } from '@/domain/pairs/chain';
import { isTiedTo, type PairRow, tieAhead } from '@/domain/pairs/pair';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ModelReach } from './model-reach';
import { PairName } from './pair-name';
import { PairTable } from './pair-table';

type PairsOfModelProps = {
  model: ModelRecord;
  pairs: PairRow[];
  /** pairs of the same unit that are tied to no family yet */
  untied: PairRow[];
  /** how many women its instructors, and of a club its members, have reached onward */
  reach: Reach | null;
  /** what counts as covered today */
  signed: SignedReading;
};

/** The pairs of a family or of a unit's 1+1 model, and whether they make the unit count by the signed reading. */
export function PairsOfModel({ model, pairs, untied, reach, signed }: PairsOfModelProps) {
  const t = useTranslations('digital-models.record');
  const family = model.kind === 'digital_family';
  const locale = useLocale() as Locale;
  const running = pairs.filter(({ instructorLeft }) => !instructorLeft);
  const counting = running.some((pair) => isTiedTo(pair, model.id, today()));
  const [ahead] = counting ? [] : running.flatMap((pair) => tieAhead(pair, today(), model.id) ?? []).sort();
  return (
    <section className="mt-10">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2>{t(family ? 'pairs' : 'pairsOfFrame')}</h2>
        {model.may.pairUp && model.status !== 'ended' && model.host && (
          <ButtonLink
            as={Link}
            icon="plus"
            compact
            href={`/admin/pairs/new?${new URLSearchParams({ unit: model.host.unitId, ...(family ? { family: model.id } : {}) })}`}
          >
            {t('pairUp')}
          </ButtonLink>
        )}
      </div>
      {pairs.length > 0 ? (
        <PairTable pairs={pairs} place={false} familyId={model.id} />
      ) : (
        <p className="max-w-[40em] text-ink-2">{family ? t('noPairs', saidBy(signed)) : t('noPairsOfFrame')}</p>
      )}
      {reach && <ModelReach reach={reach} />}
      {family && model.status !== 'ended' && (counting || signed.reading === 'family') && (
        <p className="mt-3 font-semibold text-rubber">
          {t(model.status === 'active' || signed.reading === 'pair' ? 'covers' : 'notActiveYet', saidBy(signed))}
        </p>
      )}
      {family && model.status !== 'ended' && ahead && (
        <p className="mt-3">{t('tiedFrom', { day: formatDay(locale, ahead) })}</p>
      )}
      {family && model.may.pairUp && model.status !== 'ended' && <Untied pairs={untied} />}
    </section>
  );
}

function Untied({ pairs }: { pairs: PairRow[] }) {
  const t = useTranslations('digital-models.record');
  if (pairs.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 mb-1">{t('untied')}</h3>
      <ul>
        {pairs.map((pair) => (
          <li key={pair.id} className="flex flex-wrap items-center justify-between gap-x-4 border-rule border-b py-1">
            <PairName pair={pair} />
            <Link href={`/admin/pairs/${pair.id}#tie`} className="inline-flex min-h-11 items-center font-semibold">
              {t('tie')}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
