import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Locale } from '@/i18n/locales';
import { CardForm } from './card-form';

/** She blocks her card herself, by one tap. */
export function OwnCard({ locale }: { locale: Locale }) {
  const t = useTranslations('member-cards.own');
  return (
    <section className="max-w-[34rem]">
      <h2 className="mb-3">{t('lose')}</h2>
      <p className="mb-4">{t('loseText')}</p>
      <CardForm locale={locale} does="lose">
        <Button type="submit" variant="danger">
          {t('loseDo')}
        </Button>
      </CardForm>
    </section>
  );
}
