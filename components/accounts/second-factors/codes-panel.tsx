import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Panel } from '@/components/ui/panels/panel';
import { MakeCodes } from './make-codes';

type CodesPanelProps = { left: number; hasFactor: boolean; isFresh: boolean; make: FormAction };

/** How many codes on paper are left, and new ones. */
export function CodesPanel({ left, hasFactor, isFresh, make }: CodesPanelProps) {
  const t = useTranslations('second-factors.codes');
  return (
    <Panel id="codes" title={t('title')}>
      <p className="mb-3">{t('lead')}</p>
      {hasFactor ? (
        <Words of={['second-factors.codes', 'second-factors.proof']}>
          <MakeCodes make={make} left={left} isFresh={isFresh} />
        </Words>
      ) : (
        <p>{t('first')}</p>
      )}
    </Panel>
  );
}
