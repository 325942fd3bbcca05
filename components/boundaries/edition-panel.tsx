import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { DefinitionList } from '@/components/ui/definition-list';
import { Form } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { BoundaryEdition } from '@/domain/boundaries/boundaries';
import { formatDay, formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PanelProps = {
  locale: Locale;
  edition: BoundaryEdition;
  places: readonly { code: string; name: string }[];
  /** for a draft: from now on it counts */
  show?: FormAction | undefined;
  remove: FormAction;
  /** its map */
  children: ReactNode;
};

/** One edition: its map as it was read, what came of the file, whose it is, and what can be done with it. */
export function EditionPanel({ locale, edition, places, show, remove, children }: PanelProps) {
  const t = useTranslations('boundaries');
  const { id, state } = edition;
  return (
    <Panel
      title={edition.edition}
      aside={<Badge tone={state === 'shown' ? 'done' : 'waiting'}>{t(`state.${state}`)}</Badge>}
      className="mt-6"
    >
      <div className="grid gap-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">{children}</div>
        <div className="min-w-0">
          <p className="mb-4">{t(state === 'draft' ? 'look' : 'counts')}</p>
          <Facts locale={locale} edition={edition} places={places} />
          <div className="no-print mt-6 flex flex-wrap gap-3">
            {show && (
              <Form action={show} concept="boundaries">
                <input type="hidden" name="boundaryId" value={id} />
                <SubmitButton>{t('show')}</SubmitButton>
              </Form>
            )}
            <Form action={remove} concept="boundaries">
              <input type="hidden" name="boundaryId" value={id} />
              <SubmitButton variant={show ? 'secondary' : 'danger'}>{t(show ? 'discard' : 'remove')}</SubmitButton>
            </Form>
          </div>
        </div>
      </div>
    </Panel>
  );
}

function Facts({ locale, edition, places }: Pick<PanelProps, 'locale' | 'edition' | 'places'>) {
  const t = useTranslations('boundaries.facts');
  const { facts, fileSha256, uploadedAt, uploadedBy, shownAt, shownBy } = edition;
  const number = (value: number) => formatNumber(locale, value);
  const nameOf = (code: string) => places.find((place) => place.code === code)?.name ?? code;
  const on = (by: string, at: Date) => t('by', { by, at: formatInstant(locale, at) });
  return (
    <DefinitionList
      entries={[
        { term: t('asOf'), value: formatDay(locale, edition.asOf) },
        { term: t('areas'), value: number(facts.areas) },
        {
          term: t('borders'),
          value: t('bordersShared', { shared: number(facts.bordersShared), known: number(facts.bordersKnown) }),
        },
        {
          term: t('positions'),
          value: t('positionsKept', { kept: number(facts.positionsKept), read: number(facts.positionsRead) }),
        },
        { term: t('weight'), value: t('kilobytes', { count: number(facts.kilobytes) }) },
        { term: t('mended'), value: facts.mended.map(nameOf).join(', ') || t('none') },
        { term: t('source'), value: edition.source },
        { term: t('licence'), value: edition.licence },
        { term: t('uploaded'), value: on(uploadedBy, uploadedAt) },
        ...(shownAt ? [{ term: t('shown'), value: on(shownBy ?? '–', shownAt) }] : []),
        { term: t('file'), value: <code className="break-all text-sm">{fileSha256.slice(0, 16)}</code> },
      ]}
    />
  );
}
