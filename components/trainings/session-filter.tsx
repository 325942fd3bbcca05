import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Option, PlainSelectField } from '@/components/ui/forms/plain-fields';
import { FoldedPart } from '@/components/ui/panels/fold';

type FilterField = {
  name: 'commune' | 'topic' | 'month' | 'audience' | 'mode';
  value: string | undefined;
  options: readonly Option[];
};

type FilterProps = {
  /** the page itself; what is asked for goes into its address */
  action: string;
  /** what the address says already and keeps */
  kept: Record<string, string | undefined>;
  fields: readonly FilterField[];
  /** the fields stand side by side where there is room; else only the first ones are open, so that the list is near */
  wide?: boolean;
};

const OPEN_FIRST = 2;

/** The filters of sessions: a plain form that works without a script and whose answer can be sent on. */
export function SessionFilter({ action, kept, fields, wide = false }: FilterProps) {
  const t = useTranslations('trainings.filter');
  const tFilter = useTranslations('ui.filter');
  const drawField = ({ name, value, options }: FilterField) => (
    <PlainSelectField
      key={name}
      id={`filter-${name}`}
      name={name}
      label={t(name)}
      options={options}
      empty={name === 'month' ? t('nextWeeks') : tFilter('all')}
      defaultValue={value ?? ''}
    />
  );
  const folded = wide ? [] : fields.slice(OPEN_FIRST);
  return (
    <search aria-label={t('label')} className="no-print">
      <form action={action} method="get" className="school-grid p-5">
        <h2 className="mb-4 font-bold font-sans text-h3">{t('label')}</h2>
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <div className={wide ? 'grid gap-x-4 md:grid-cols-2 xl:grid-cols-4' : ''}>
          {(wide ? fields : fields.slice(0, OPEN_FIRST)).map(drawField)}
        </div>
        {folded.length > 0 && (
          <FoldedPart summary={tFilter('more')} className="mb-4" open={folded.some(({ value }) => value !== undefined)}>
            <div className="mt-2">{folded.map(drawField)}</div>
          </FoldedPart>
        )}
        <Button type="submit" variant="primary" icon="search" className={wide ? '' : 'w-full'}>
          {t('label')}
        </Button>
      </form>
    </search>
  );
}
