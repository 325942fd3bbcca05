import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Button } from '@/components/ui/button';
import { sheetFormats } from '@/domain/exports/export';
import { ChosenCount } from './chosen-count';

type BarProps = {
  /** the id of the form that the boxes of the rows belong to */
  form: string;
  /** the address of the matrix; what is done with its rows lies below it */
  path: string;
  /** what the matrix shows, which the ticked rows are part of */
  kept: readonly (readonly [string, string | undefined])[];
  mayTrain: boolean;
  mayAsk: boolean;
};

/** What can be done with the rows that are ticked, or with all that show where none is: a plain form, sent to an address each. */
export function ChosenBar({ form, path, kept, mayTrain, mayAsk }: BarProps) {
  const t = useTranslations('coverage.matrix.chosen');
  const exports = useTranslations('exports');
  const sending = (to: string) => ({ type: 'submit', compact: true, formAction: `${path}/${to}` }) as const;
  return (
    <form id={form} method="get" action={`${path}/whom`} className="chosen-bar no-print">
      {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <p className="basis-full text-sm">
        {t('hint')}{' '}
        <Words of={['coverage.matrix.count']}>
          <ChosenCount form={form} />
        </Words>
      </p>
      {mayTrain && (
        <Button {...sending('train')} variant="primary" icon="calendar">
          {t('train')}
        </Button>
      )}
      {mayAsk && (
        <Button {...sending('whom')} icon="people">
          {t('whom')}
        </Button>
      )}
      {sheetFormats.map((format) => (
        <Button key={format} {...sending('export')} name="format" value={format} icon="download">
          {exports(format)}
        </Button>
      ))}
    </form>
  );
}
