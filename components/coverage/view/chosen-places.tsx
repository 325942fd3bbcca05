import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Button } from '@/components/ui/button';
import { COMPARED_MAX } from '@/domain/coverage/view/view';
import { sheetFormats } from '@/domain/exports/export';
import { ChosenCount } from '../matrix/chosen-count';

type BarProps = {
  /** the id of the form that the boxes of the places belong to */
  form: string;
  /** the address of the page */
  path: string;
  /** what the page shows, which the ticked places are part of */
  kept: Readonly<Record<string, string>>;
  mayTrain: boolean;
  mayRemind: boolean;
};

/** What can be done with the places that are ticked, or with all of them where none is: a plain form, sent to an address each. */
export function ChosenPlaces({ form, path, kept, mayTrain, mayRemind }: BarProps) {
  const t = useTranslations('coverage.table.chosen');
  const exports = useTranslations('exports');
  const sending = (to: string) => ({ type: 'submit', compact: true, formAction: to }) as const;
  return (
    <form id={form} method="get" action={path} className="chosen-bar no-print">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="basis-full text-sm">
        {t('hint', { max: COMPARED_MAX })}{' '}
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
        <Button {...sending(`${path}/remind`)} icon="bell">
          {t('remind')}
        </Button>
      )}
      <Button {...sending(`${path}#compare`)} icon="report">
        {t('compare')}
      </Button>
      {sheetFormats.map((format) => (
        <Button key={format} {...sending(`${path}/export`)} name="format" value={format} icon="download">
          {exports(format)}
        </Button>
      ))}
    </form>
  );
}
