import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Panel } from '@/components/ui/panels/panel';
import { MakeCodes } from './make-codes';

type CodesPanelProps = { left: number; hasFactor: boolean; make: FormAction };

/** How many codes on paper are left, and new ones. */
export function CodesPanel({ left, hasFactor, make }: CodesPanelProps) {
  const t = useTranslations('second-factors.codes');
  return (
    <Panel id="codes" title={t('title')}>
      <p className="mb-3">{t('lead')}</p>
      {hasFactor ? (
        <>
          <p className="mb-4 font-semibold">{t('left', { count: left })}</p>
          <Words of={['second-factors.codes']}>
            <MakeCodes make={make} hasCodes={left > 0} />
          </Words>
        </>
      ) : (
        <p>{t('first')}</p>
      )}
    </Panel>
  );
}
