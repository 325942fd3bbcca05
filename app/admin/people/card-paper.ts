import 'server-only';
import { renderToBuffer } from '@react-pdf/renderer';
import { getTranslations } from 'next-intl/server';
import { download } from '@/app/admin/export-response';
import { absolute } from '@/app/metadata';
import { CardDocument } from '@/components/member-cards/card-document';
import type { PrintedCard } from '@/domain/member-cards/member-card';
import { hrefTo } from '@/i18n/routes';

/** Cards on A4, several to a sheet, as a file for whoever prints them. */
export async function cardPaper(cards: readonly PrintedCard[]): Promise<Response> {
  const [vi, en] = await Promise.all([
    getTranslations({ locale: 'vi', namespace: 'member-cards.paper' }),
    getTranslations({ locale: 'en', namespace: 'member-cards.paper' }),
  ]);
  const words = (t: typeof vi) => ({
    title: t('title'),
    open: t('open'),
    found: t('found'),
    demo: t('demo'),
    number: (number: string) => t('number', { number }),
  });
  const document = CardDocument({
    cards: cards.map(({ token, ...card }) => ({
      ...card,
      address: absolute(hrefTo('vi', 'memberCardLink', { slug: token })),
    })),
    vi: words(vi),
    en: words(en),
  });
  return download(new Uint8Array(await renderToBuffer(document)), 'application/pdf', 'the-hoi-vien.pdf');
}
