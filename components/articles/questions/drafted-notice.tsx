import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { namings } from '@/domain/articles/questions/answers';

/** Five answers have just become this draft; `naming` is what the address says of her consent to be named. */
export function DraftedNotice({ naming }: { naming: string | string[] | undefined }) {
  const t = useTranslations('articles.questions');
  const said = namings.find((each) => each === naming);
  if (!said) return null;
  return (
    <Notice title={t('done')} action={<Link href="/admin/people">{t('consents')}</Link>}>
      {t(`doneLead.${said}`)}
    </Notice>
  );
}
