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
  /** where the heads of its rows are reminded */
  remindPath: string;
  /** what the matrix shows, which the ticked rows are part of */
  kept: readonly (readonly [string, string | undefined])[];
  mayTrain: boolean;
  mayRemind: boolean;
};

/** What can be done with the rows that are ticked, or with all that show where none is: a plain form, sent to an address each. */
export function ChosenBar({ form, path, remindPath, kept, mayTrain, mayRemind }: BarProps) {
  const t = useTranslations('coverage.matrix.chosen');
  const exports = useTranslations('exports');
  const sending = (to: string) => ({ type: 'submit', compact: true, formAction: to }) as const;
  return (
    <form id={form} method="get" action={`${path}/export`} className="chosen-bar no-print">
      {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <p className="basis-full text-sm">
        {t('hint')}{' '}
        <Words of={['coverage.matrix.count']}>
          <ChosenCount form={form} />
        </Words>
      </p>
      {mayTrain && (
        <Button {...sending(`${path}/train`)} variant="primary" icon="calendar">
          {t('train')}
        </Button>
      )}
      {mayRemind && (
        <Button {...sending(remindPath)} icon="bell">
          {t('remind')}
        </Button>
      )}
      {sheetFormats.map((format) => (
        <Button key={format} {...sending(`${path}/export`)} name="format" value={format} icon="download">
          {exports(format)}
        </Button>
      ))}
    </form>
  );
}
