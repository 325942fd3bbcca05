import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { FoldedPart } from '@/components/ui/panels/fold';
import { Panel } from '@/components/ui/panels/panel';
import type { TwoTexts } from '@/domain/articles/translations/two-texts';
import { countMissing, MissingList } from './missing-list';
import { TermList } from './term-list';

type PanelProps = {
  texts: TwoTexts;
  /** where she writes on, with English in sight; none where she does not */
  edit: string | null;
};

/** How English stands to Vietnamese, before somebody submits or approves them: it is told, and hinders nothing. */
export function TranslationPanel({ texts, edit }: PanelProps) {
  const t = useTranslations('translations');
  const { written, behind, terms } = texts;
  if (!written) return null;
  const absent = terms.filter((term) => term.absent);
  return (
    <Panel title={t('title')}>
      <p className="mb-2">
        <Badge tone={behind ? 'waiting' : 'done'}>{t(behind ? 'badge' : 'follows')}</Badge>
      </p>
      {behind && (
        <p className="mb-2">
          {t('behind')} {edit && <Link href={edit}>{t('look')}</Link>}
        </p>
      )}
      <FoldedPart summary={t('missing.title', { count: countMissing(texts) })}>
        <MissingList {...texts} />
      </FoldedPart>
      {absent.length > 0 && (
        <FoldedPart summary={t('terms.titleAbsent', { count: absent.length })}>
          <TermList terms={absent} written={written} />
        </FoldedPart>
      )}
    </Panel>
  );
}
