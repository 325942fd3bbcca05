import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ModelTable } from '@/components/digital-models/model-table';
import { PageHead } from '@/components/layout/page-head';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, FilterChips, FilterSelect, FilterText } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { Segmented } from '@/components/ui/segmented';
import { mayAnywhere } from '@/domain/access/access';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { listModels } from '@/domain/digital-models/queries';
import { type ModelStatus, modelStatuses } from '@/domain/digital-models/status';
import { listUnits } from '@/domain/units/queries';
import { formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/session';
import { oneOf } from './host-choices';

type Props = PageProps<'/admin/digital-models'>;
type Asked = { kind?: ModelKind; status?: ModelStatus; communeId?: string; q?: string };

const path = '/admin/digital-models';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'digital-models.see')) notFound();
  return { title: (await getTranslations('digital-models'))('title') };
}

export default async function ModelsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'digital-models.see')) notFound();
  const query = await searchParams;
  const asked = askedOf(query);
  const after = oneOf(query.after);
  const [t, { models, total, next }, communes] = await Promise.all([
    getTranslations('digital-models'),
    listModels(viewer, { ...asked, ...(after ? { after } : {}) }),
    listUnits(viewer, { permission: 'digital-models.see', levels: ['commune'] }),
  ]);
  const commune = communes.find(({ id }) => id === asked.communeId);
  const { kind } = asked;
  return (
    <>
      <PageHead
        above={models.some(({ demo }) => demo) && <DemoMark />}
        title={kind ? t(`kind.${kind}`) : t('title')}
        actions={
          mayAnywhere(viewer, 'digital-models.found') && (
            <ButtonLink as={Link} href={`${path}/new${kind ? `?kind=${kind}` : ''}`} variant="primary" icon="plus">
              {t('list.foundModel')}
            </ButtonLink>
          )
        }
      />
      <Segmented
        as={Link}
        label={t('list.kinds')}
        segments={[undefined, ...modelKinds].map((each) => ({
          href: addressOf({ ...asked, kind: each }),
          label: t(`kindShort.${each ?? 'all'}`),
          current: each === kind,
          ...(each ? { icon: each } : {}),
        }))}
      />
      <div className="mt-5">
        <FilterBar action={path} label={t('list.label')}>
          {kind && <input type="hidden" name="kind" value={kind} />}
          <FilterText name="q" label={t('list.q')} value={asked.q} placeholder={t('list.placeholder')} />
          {communes.length > 1 && (
            <FilterSelect
              name="commune"
              label={t('list.commune')}
              value={commune?.id}
              options={communes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <FilterSelect
            name="status"
            label={t('list.status')}
            value={asked.status}
            options={modelStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </FilterBar>
      </div>
      <FilterChips
        as={Link}
        found={t('list.found', { count: formatNumber(viewer.locale, total) })}
        chips={[
          ...(asked.q ? [{ label: `“${asked.q}”`, without: addressOf({ ...asked, q: undefined }) }] : []),
          ...(commune ? [{ label: commune.name, without: addressOf({ ...asked, communeId: undefined }) }] : []),
          ...(asked.status
            ? [{ label: t(`status.${asked.status}`), without: addressOf({ ...asked, status: undefined }) }]
            : []),
        ]}
      />
      {models.length > 0 ? (
        <ModelTable models={models} mixed={!kind} />
      ) : (
        <NoModels kind={kind} narrowed={Boolean(asked.q || asked.status || asked.communeId)} />
      )}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
    </>
  );
}

async function NoModels({ kind, narrowed }: { kind: ModelKind | undefined; narrowed: boolean }) {
  const t = await getTranslations('digital-models.list');
  return (
    <EmptyState
      icon={kind ?? 'digital_family'}
      title={t(narrowed ? 'nothing' : 'empty')}
      action={
        narrowed && (
          <ButtonLink as={Link} href={addressOf(kind ? { kind } : {})}>
            {t('all')}
          </ButtonLink>
        )
      }
    >
      {t(narrowed ? 'nothingHint' : 'emptyHint')}
    </EmptyState>
  );
}

/** What the address asks for; anything it should not say is left out. */
function askedOf(query: Record<string, string | string[] | undefined>): Asked {
  const kind = modelKinds.find((each) => each === oneOf(query.kind));
  const status = modelStatuses.find((each) => each === oneOf(query.status));
  const communeId = oneOf(query.commune);
  const q = oneOf(query.q)?.slice(0, 100);
  return {
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    ...(communeId ? { communeId } : {}),
    ...(q ? { q } : {}),
  };
}

function addressOf({ communeId, ...asked }: { [Key in keyof Asked]?: Asked[Key] | undefined } & { after?: string }) {
  const entries = Object.entries({ ...asked, commune: communeId }).filter(([, value]) => value);
  return entries.length ? `${path}?${new URLSearchParams(entries as [string, string][])}` : path;
}
