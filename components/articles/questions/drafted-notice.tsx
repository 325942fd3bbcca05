import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { ArticleDraft } from '@/domain/articles/draft';
import { namings } from '@/domain/articles/questions/answers';
import { usePlaceWords } from '../place-words';

type NoticeProps = {
  naming: string | string[] | undefined;
  /** where the woman is chosen; null for whoever sees no records */
  choose: string | null;
  /** the places that were named of themselves */
  communes: ArticleDraft['communes'];
};

/** Five answers have just become this draft; `naming` is what the address says of her consent to be named. */
export function DraftedNotice({ naming, choose, communes }: NoticeProps) {
  const t = useTranslations('articles.questions');
  const { nameOf } = usePlaceWords();
  const said = namings.find((each) => each === naming);
  if (!said) return null;
  return (
    <Notice title={t('done')} action={choose && <Link href={choose}>{t('choose')}</Link>}>
      {t(`doneLead.${said}`)} {communes.length > 0 && t('donePlace', { place: communes.map(nameOf).join(', ') })}
    </Notice>
  );
}
