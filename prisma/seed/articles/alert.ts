import { addDays, type Day } from '@/domain/days/day';
import { textsOf } from './article-text';
import type { SeedArticle } from './seed-article';

/** How long the alert of the demonstration holds. */
const DAYS = 30;

/** An alert as the union would send one to the whole city: invented, marked, and over a month after the demonstration was filled. */
export const alertOf = (today: Day): SeedArticle => ({
  key: 'fake-delivery-calls',
  kind: 'alert',
  communeSlugs: [],
  topicCodes: ['scams-and-safety'],
  publishedOn: addDays(today, -1),
  demo: true,
  until: `${addDays(today, DAYS)}T18:00:00+07:00`,
  source: { name: 'Dữ liệu minh họa' },
  texts: textsOf('fake-delivery-calls', {
    vi: {
      slug: 'gia-danh-giao-hang-doi-chuyen-tien-truoc',
      title: 'Giả danh người giao hàng, đòi chuyển tiền trước',
      summary: 'Có cuộc gọi nói chị có gói hàng, bảo chuyển tiền hoặc bấm liên kết. Chị dừng, tắt máy, hỏi người nhà.',
    },
    en: {
      slug: 'false-couriers-ask-for-money-first',
      title: 'False couriers ask for money first',
      summary: 'A caller says that a parcel is waiting and wants a payment or a click. Stop, hang up, ask your family.',
    },
  }),
});
