import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { HintList } from '@/components/digital-models/practices/hint-list';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterSelect } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type HintName, hintNames } from '@/domain/digital-models/practices/hint';
import { listHints } from '@/domain/digital-models/practices/hint-queries';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../units/question';
import { modelsPath } from '../asked';

type Props = PageProps<'/admin/digital-models/hints'>;

const hintsPath = `${modelsPath}/hints`;

const states = ['waiting', 'answered'] as const;

type Asked = {
  hint: HintName | undefined;
  state: (typeof states)[number] | undefined;
  commune: string | undefined;
};

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'digital-models.see-hints')) notFound();
  return { title: (await getTranslations('digital-models.hints'))('title') };
}

export default async function HintsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'digital-models.see-hints')) notFound();
  const query = await searchParams;
  const read = await keptFor(viewer, `hints ${JSON.stringify(query)}`, () => readAll(viewer, query));
  const { asked, question, hints, next } = read;
  const t = await getTranslations('digital-models');
  return (
    <LivePage of={read}>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: modelsPath }]} />}
        title={t('hints.title')}
        lead={t('hints.lead')}
      />
      <Filters asked={asked} place={question} />
      <div className="mt-5">
        {hints.length > 0 ? (
          <HintList hints={hints} named />
        ) : (
          <EmptyState icon="check" title={t('hints.none')}>
            {t('hints.noneHint')}
          </EmptyState>
        )}
      </div>
      <Pager as={Link} next={next && `${hintsPath}?${new URLSearchParams({ ...known(asked), after: next })}`} />
    </LivePage>
  );
}

/** What is asked for, and the hints of it. */
async function readAll(viewer: Viewer, query: Awaited<Props['searchParams']>) {
  const permission = 'digital-models.see-hints' as const;
  const { id, question } = await askForUnit(viewer, { permission, levels: ['commune'] }, query.commune);
  const asked: Asked = {
    hint: hintNames.find((each) => each === oneOf(query.hint)),
    state: states.find((each) => each === oneOf(query.state)),
    commune: id,
  };
  const answered = asked.state && asked.state === 'answered';
  const list = await listHints(viewer, { hint: asked.hint, answered, communeId: id, after: oneOf(query.after) });
  return { asked, question, ...list };
}

function Filters({ asked, place }: { asked: Asked; place: UnitQuestion }) {
  const t = useTranslations('digital-models');
  return (
    <FilterBar action={hintsPath} label={t('hints.title')}>
      <FilterSelect
        name="hint"
        label={t('hints.what')}
        value={asked.hint}
        options={hintNames.map((value) => ({ value, label: t(`hints.names.${value}`) }))}
      />
      <FilterSelect
        name="state"
        label={t('hints.state')}
        value={asked.state}
        options={states.map((value) => ({ value, label: t(`hints.${value}`) }))}
      />
      <UnitFilter name="commune" label={t('list.commune')} question={place} />
    </FilterBar>
  );
}
