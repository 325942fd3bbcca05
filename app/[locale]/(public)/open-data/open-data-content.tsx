import { useMessages, useTranslations } from 'next-intl';
import { absolute } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { DataLinks } from '@/components/open-data/data-links';
import { FieldTable } from '@/components/open-data/field-table';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { FoldedPart } from '@/components/ui/panels/fold';
import { SectionHead } from '@/components/ui/panels/section-head';
import { Sections } from '@/components/ui/panels/sections';
import type { Day } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { addressOf, type DatasetName, datasetNames, LIMIT, OPEN_DATA, parametersOf } from '@/domain/open-data/datasets';
import { dictionaryOf } from '@/domain/open-data/dictionary';
import { countedBy } from '@/domain/small-count';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { listedDatasets } from './catalogue';

type ContentProps = { locale: Locale; day: Day };

/** In plain words first, then the links, then what a spreadsheet and a programme need. */
export function OpenDataContent({ locale, day }: ContentProps) {
  const t = useTranslations('open-data.page');
  const { sections } = useMessages()['open-data'].page as { sections: Record<string, Record<string, string>> };
  return (
    <Shell locale={locale} route="openData">
      <div className="wrap section">
        <h1 className="mb-4">{t('title')}</h1>
        <p className="mb-4 max-w-[34em] font-serif text-read">{t('lead')}</p>
        {env.DEMO === 'on' && (
          <p className="max-w-[34em]">
            <DemoMark /> {t('demo')}
          </p>
        )}
      </div>
      <div className="bg-paper-deep">
        <div className="wrap section">
          <SectionHead id="datasets" title={t('datasets')} />
          <ul className="grid gap-6">
            {listedDatasets.map((name) => (
              <li key={name}>
                <Dataset locale={locale} day={day} name={name} />
              </li>
            ))}
          </ul>
          <p className="mt-6 max-w-[40em] text-ink-2">{t('parts', { limit: formatNumber(locale, LIMIT.most) })}</p>
        </div>
      </div>
      <div className="wrap section grid gap-10 lg:grid-cols-2 lg:gap-16">
        <Sections sections={sections} />
        <div className="lg:pt-10">
          <Excel locale={locale} />
          <Machines />
        </div>
      </div>
      <Dictionary locale={locale} />
    </Shell>
  );
}

/** One dataset: what it holds, of today and of the end of the month before. */
function Dataset({ locale, day, name }: ContentProps & { name: DatasetName }) {
  const t = useTranslations('open-data');
  const end = countedBy(day);
  const hasDays = parametersOf(name).includes('day');
  return (
    <>
      <h3>{t(`datasets.${name}.title`)}</h3>
      <p className="max-w-[40em]">{t(`datasets.${name}.text`)}</p>
      <DataLinks
        locale={locale}
        dataset={name}
        label={t(hasDays ? 'page.today' : 'page.newest')}
        what={t(`datasets.${name}.title`)}
      />
      {hasDays && (
        <DataLinks
          locale={locale}
          dataset={name}
          asked={{ day: end }}
          label={t('page.monthEnd', { day: formatDay(locale, end) })}
          what={`${t(`datasets.${name}.title`)}, ${formatDay(locale, end)}`}
        />
      )}
    </>
  );
}

/** Two lines that somebody can type who knows a spreadsheet and no programming. */
function Excel({ locale }: { locale: Locale }) {
  const t = useTranslations('open-data.page.excel');
  const url = absolute(addressOf('coverage', { level: 'sub_association', language: locale, format: 'csv' }));
  return (
    <section id="excel">
      <h2 className="mb-3 text-[min(1.7rem,12vw)]">{t('title')}</h2>
      <p>{t('lead')}</p>
      <p className="my-3">
        <code className="break-all">{`=IMPORTDATA("${url}")`}</code>
      </p>
      <p>{t('then')}</p>
      <p className="my-3">
        <code className="break-all">
          =SUM(INDEX(A:Z;0;MATCH("covered";1:1;0)))/SUM(INDEX(A:Z;0;MATCH("units";1:1;0)))
        </code>
      </p>
      <p>{t('web')}</p>
    </section>
  );
}

function Machines() {
  const t = useTranslations('open-data.page.machines');
  return (
    <section id="machines" className="mt-8">
      <h2 className="mb-3 text-[min(1.7rem,12vw)]">{t('title')}</h2>
      <p className="mb-3">{t('text')}</p>
      <MoreLink href={`${OPEN_DATA}/openapi.json`}>{t('open')}</MoreLink>
    </section>
  );
}

/** Every column of every dataset, from the schemas that its rows are made by. */
function Dictionary({ locale }: { locale: Locale }) {
  const t = useTranslations('open-data');
  return (
    <div className="bg-paper-deep">
      <div className="wrap section">
        <SectionHead id="dictionary" title={t('dictionary.title')} />
        <p className="mb-4">{t('dictionary.lead')}</p>
        {datasetNames.map((name) => {
          const fields = dictionaryOf(name);
          const caption = t('dictionary.of', { dataset: t(`datasets.${name}.title`) });
          return (
            <FoldedPart key={name} summary={caption} wholeOnPaper>
              <FieldTable locale={locale} caption={caption} fields={fields} />
            </FoldedPart>
          );
        })}
      </div>
    </div>
  );
}
