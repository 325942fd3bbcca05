import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { namings } from '@/domain/articles/questions/answers';

type NoticeProps = {
  naming: string | string[] | undefined;
  /** she may look for the woman among the records */
  mayRecord: boolean;
};

/** Five answers have just become this draft; `naming` is what the address says of her consent to be named. */
export function DraftedNotice({ naming, mayRecord }: NoticeProps) {
  const t = useTranslations('articles.questions');
  const said = namings.find((each) => each === naming);
  if (!said) return null;
  return (
    <Notice title={t('done')} action={mayRecord && <Link href="/admin/people">{t('consents')}</Link>}>
      {t(`doneLead.${said}`)}
    </Notice>
  );
}
