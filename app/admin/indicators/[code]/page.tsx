import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { SignedSentence } from '@/components/coverage/coverage-sentence';
import { OtherDay } from '@/components/coverage/other-day';
import { ExportLinks } from '@/components/exports/export-links';
import { DayForm } from '@/components/indicators/day-form';
import { DefinitionPanel, FigureRules } from '@/components/indicators/definition-panel';
import { FigureHeadline } from '@/components/indicators/figure-headline';
import { PartTable, sortSegment, sorts } from '@/components/indicators/part-table';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { lastAskedDay } from '@/domain/coverage/coverage';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { trendOver } from '@/domain/coverage/view/span';
import { today } from '@/domain/days/day';
import { countsPeople, type IndicatorCode, toldOf } from '@/domain/indicators/indicator';
import { findIndicator } from '@/domain/indicators/queries';
import { findTopic, listTopics } from '@/domain/indicators/topic-queries';
import { formatDay } from '@/i18n/format';
import { toldDay } from '../../coverage/told-day';
import { type Asked, addressOf, askedOf, indicatorPath, indicatorsPath } from '../asked';
import { behindOf } from '../behind';
import { placeOf } from '../place';
import { loadDefinition } from './load';
import { Paced } from './paced';
import { AskedFor, Ruled } from './parts';
import { PriorityFiled } from './priority-filed';
import { Restated } from './restated';
import { Rulings } from './rulings';
import type { Shown } from './shown';
import { Topics } from './topics';
import { Years } from './years';

type Props = PageProps<'/admin/indicators/[code]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadDefinition((await params).code)).definition.name };
}

/** One indicator: its number for her place on a day, each part of the place, the year behind, its definition, the rows behind it. */
export default async function IndicatorPage({ params, searchParams }: Props) {
  const { viewer, code, definition, editions } = await loadDefinition((await params).code);
  const query = await searchParams;
  const asked = askedOf(query);
  const unitId = asked.unitId ?? placeOf(viewer, toldOf(code).needs) ?? '';
  const topicId = code === 'people_trained' ? asked.topicId : undefined;
  const said = oneOf(query.said);
  const read = await readPage(viewer, { code, unitId, topicId, day: asked.day, years: asked.years });
  const [found, topic, signed, topics] = read;
  if (!found || (topicId && !topic)) notFound();
  const shown = { locale: viewer.locale, code, definition, asked: { ...asked, topicId }, found, topic };
  return (
    <LivePage of={said ? undefined : read} as={JSON.stringify(query)}>
      <Head {...shown} />
      <Ruled locale={viewer.locale} said={said} from={oneOf(query.from)} />
      <OtherDay locale={viewer.locale} day={asked.day} refused={asked.refused} last={lastAskedDay()} />
      {signed?.since && (
        <p className="mb-4 max-w-[44em]">
          <SignedSentence locale={viewer.locale} signed={signed} />
        </p>
      )}
      {toldOf(code).asked ? <AskedFor /> : <Figure {...shown} />}
      {!toldOf(code).asked && !topic && <Paced viewer={viewer} code={code} unitId={unitId} day={asked.day} />}
      <div className="grid items-start gap-10 2xl:grid-cols-2">
        {toldOf(code).asked ? <PriorityFiled unit={found.unit} asked={shown.asked} /> : <Parts {...shown} />}
        <div className="grid gap-10">
          {!toldOf(code).asked && <Years {...shown}>{!topic && <Restated viewer={viewer} {...shown} />}</Years>}
          {code === 'people_trained' && <Topics locale={viewer.locale} topics={topics} asked={shown.asked} />}
          <DefinitionPanel locale={viewer.locale} editions={editions} />
          <FigureRules />
        </div>
      </div>
      {toldOf(code).group === 'coverage' && <Rulings viewer={viewer} />}
    </LivePage>
  );
}

type Read = Pick<Asked, 'day' | 'years' | 'topicId'> & { code: IndicatorCode; unitId: string };

/** The number with the years behind it, the course it is of, what counts as covered, and what was learned; null where there is none for her. */
const readPage = (viewer: Viewer, { code, unitId, topicId, day, years }: Read) =>
  keptFor(viewer, `indicator ${[code, unitId, day, years, topicId]}`, () => {
    const found = findIndicator(viewer, { code, unitId, day, trend: trendOver(day, years), topicId });
    return Promise.all([
      found,
      topicId ? findTopic(viewer, topicId) : null,
      toldOf(code).group === 'coverage' ? findPublishedReading(day) : null,
      found.then((shown) =>
        shown && code === 'people_trained' ? listTopics(viewer, { unit: shown.unit, day }) : null,
      ),
    ]);
  });

function Head({ locale, code, definition, asked, found, topic }: Shown) {
  const [t, c] = [useTranslations('indicators'), useTranslations('coverage')];
  const { day, unitId } = asked;
  const { href, ofToday } = behindOf(code, found.unit, day, today());
  return (
    <PageHead
      above={
        <Breadcrumbs
          as={Link}
          crumbs={[
            { label: t('title'), href: addressOf(indicatorsPath, { day, unitId }) },
            { label: c(toldDay(day), { day: formatDay(locale, day) }) },
          ]}
        />
      }
      title={topic ? `${definition.name}: ${topic.name}` : definition.name}
      lead={found.unit.name}
      actions={
        !toldOf(code).asked && (
          <ButtonLink as={Link} href={href} icon="report">
            {t(ofToday ? 'behindToday' : 'behind')}
          </ButtonLink>
        )
      }
    />
  );
}

/** The number of the place, and another day to ask for. */
function Figure({ locale, code, definition, asked, found }: Shown) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-10 gap-y-5">
      <FigureHeadline
        locale={locale}
        figure={found.figure}
        measure={definition.measure}
        day={asked.day}
        flow={toldOf(code).flow === true}
        place={found.unit.name}
      />
      <DayForm
        action={indicatorPath(code)}
        day={asked.typed}
        refused={asked.refused !== null}
        last={lastAskedDay()}
        kept={{
          unit: asked.unitId ?? undefined,
          topic: asked.topicId,
          sort: asked.sort === 'name' ? undefined : asked.sort,
          years: asked.years === 1 ? undefined : String(asked.years),
        }}
      />
    </div>
  );
}

function Parts({ locale, code, definition, asked, found }: Shown) {
  const t = useTranslations('indicators');
  const title = t(`parts.${found.unit.level}`);
  const hrefOf = (sort: Asked['sort']) => addressOf(indicatorPath(code), { ...asked, sort });
  if (found.parts.length === 0)
    return (
      <section>
        <h2 className="mb-3">{title}</h2>
        <p className="text-ink-2">{t('parts.none')}</p>
      </section>
    );
  return (
    <section>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2>{title}</h2>
        <Segmented
          label={t('parts.sort')}
          segments={sorts.map((sort) => sortSegment(t, hrefOf(sort), sort, asked.sort))}
          as={Link}
        />
      </div>
      {countsPeople(code) && <p className="mb-3 text-ink-2 text-sm">{t('parts.distinct')}</p>}
      <PartTable
        locale={locale}
        measure={definition.measure}
        total={found.figure}
        rows={found.parts}
        sort={asked.sort}
        caption={`${definition.name}: ${title}`}
        whole={found.unit.name}
        linked={({ id }, name) => (
          <Link href={addressOf(indicatorPath(code), { ...asked, sort: 'name', unitId: id })}>{name}</Link>
        )}
      />
      <ExportLinks address={addressOf(indicatorPath(code), { ...asked, sort: 'name' })} />
    </section>
  );
}
