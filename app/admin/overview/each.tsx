import { useTranslations } from 'next-intl';
import { CoverageLegend } from '@/components/charts/coverage-legend';
import { HexagonMap } from '@/components/charts/map/hexagon-map';
import { CoverageTable } from '@/components/coverage/coverage-table';
import { MatrixTable } from '@/components/coverage/matrix/matrix-table';
import { MoreLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { gapsFirst } from '@/domain/overview/gap-order';
import { furthestOf } from '@/domain/overview/gaps';
import type { Place, Scene } from '@/domain/overview/place';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { matrixPath, unfoldedPath } from '../coverage/[communeId]/asked';
import { changeStatus, tiePair } from '../coverage/actions';
import type { Coverage } from './load';

/** The first rows, as many as one looks through. */
const FIRST = 8;

type EachProps = { locale: Locale; scene: Scene; place: Place; coverage: Coverage };

/** What lies below her place: its sub-associations, its groups, or all communes on their map. */
export function Each({ locale, scene, place, coverage: { rows, matrix } }: EachProps) {
  const t = useTranslations('overview.each');
  if (scene === 'province') return <Communes locale={locale} rows={rows} />;
  if (matrix.length === 0) return scene === 'commune' ? <p>{t('none')}</p> : null;
  const communeId = place.communeId ?? '';
  const all = matrixPath(communeId);
  const deeds = { activate: changeStatus, tie: tiePair, communeId, back: '' };
  return (
    <Panel title={t(scene === 'commune' ? 'commune' : 'unit')}>
      {scene === 'commune' ? (
        <MatrixTable
          locale={locale}
          rows={gapsFirst(matrix)}
          first={FIRST}
          all={all}
          deeds={deeds}
          groupsHref={(unitId) => unfoldedPath(communeId, unitId)}
        />
      ) : (
        <MatrixTable
          locale={locale}
          rows={matrix}
          deeds={deeds}
          unfolded={new Set(matrix.map(({ unitId }) => unitId))}
        />
      )}
    </Panel>
  );
}

function Communes({ locale, rows }: { locale: Locale; rows: CommuneCoverage[] }) {
  const t = useTranslations('overview.each');
  const level = 'sub_association';
  const tiles = rows.filter((row) => row.level === level);
  const hrefOf = ({ slug }: { slug: string }) => `/admin/coverage/${tiles.find((row) => row.slug === slug)?.communeId}`;
  const furthest = furthestOf(tiles, FIRST);
  return (
    <>
      <section>
        <h2 className="mb-3">{t('map')}</h2>
        <HexagonMap locale={locale} tiles={tiles} level={level} size="large" hrefOf={hrefOf} />
        <div className="mt-4">
          <CoverageLegend level={level} />
        </div>
      </section>
      {furthest.length > 0 && (
        <Panel title={t('province')} className="mt-8">
          <p className="mb-3 text-ink-2">{t('furthest')}</p>
          <CoverageTable locale={locale} rows={furthest} hrefOf={hrefOf} caption={t('province')} as={Link} />
          <p className="mt-3">
            <MoreLink as={Link} href="/admin/coverage">
              {t('all', { count: formatNumber(locale, tiles.length) })}
            </MoreLink>
          </p>
        </Panel>
      )}
    </>
  );
}
