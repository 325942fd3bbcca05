import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Button } from '@/components/ui/button';
import { COMPARED_MAX } from '@/domain/coverage/view/view';
import { sheetFormats } from '@/domain/exports/export';
import { ChosenCount } from './chosen-count';

type BarProps = {
  /** the id of the form that the boxes belong to */
  form: string;
  /** what a box stands for: a place of the city, which can be set beside others, or a row of a commune's matrix */
  of: 'places' | 'rows';
  /** the address of the page; what is done with what is ticked lies below it */
  path: string;
  /** where those are reminded whom it concerns */
  remindPath: string;
  /** what the page shows, which the ticked boxes are part of */
  kept: Readonly<Record<string, string | undefined>>;
  mayTrain: boolean;
  mayRemind: boolean;
};

/** What can be done with what is ticked, or with all that shows where nothing is: a plain form, sent to an address each. */
export function ChosenBar({ form, of, path, remindPath, kept, mayTrain, mayRemind }: BarProps) {
  const t = useTranslations('coverage.chosen');
  const exports = useTranslations('exports');
  const sending = (to: string) => ({ type: 'submit', compact: true, formAction: to }) as const;
  return (
    <form id={form} method="get" action={path} className="chosen-bar no-print">
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <p className="basis-full text-sm">
        {t(of, { max: COMPARED_MAX })}{' '}
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
      {of === 'places' && (
        <Button {...sending(`${path}#compare`)} icon="report">
          {t('compare')}
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
