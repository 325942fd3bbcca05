import type { AlertParts } from '@/domain/articles/alerts/alert';
import { addDays, type Day } from '@/domain/days/day';
import { textsOf } from './article-text';
import type { SeedArticle } from './seed-article';

/** How long the alert of the demonstration holds. */
const DAYS = 30;

const vi: AlertParts = {
  signs: [
    'Người lạ gọi, nói có gói hàng gửi cho chị, giục chuyển tiền ngay.',
    'Không nói được tên người gửi, hoặc nói món hàng chị không đặt.',
    'Gửi đường liên kết để “nhận lại tiền” hay “hủy thẻ hội viên”.',
  ],
  steps: [
    'Không chuyển tiền khi chưa cầm hàng. Không bấm liên kết, không đọc mã.',
    'Tắt máy, hỏi người trong nhà có ai đặt hàng không.',
    'Chụp lại tin nhắn, ghi số gọi và giờ gọi.',
  ],
  hotlines: [{ name: 'Công an, khi bị đe dọa hoặc đã mất tiền', number: '113' }],
};

const en: AlertParts = {
  signs: [
    'A stranger calls, says that a parcel has come for you, and wants the money at once.',
    'The caller cannot name the sender, or names something you did not order.',
    'A link follows “to get the money back” or “to cancel the membership”.',
  ],
  steps: [
    'Pay nothing before you hold the parcel. Press no link, read out no code.',
    'Hang up and ask at home whether anybody ordered something.',
    'Take pictures of the messages; note the number and the hour.',
  ],
  hotlines: [{ name: 'The police, if you are threatened or have lost money', number: '113' }],
};

/** An alert as the union would send one to the whole city: invented, marked, and over a month after the demonstration was filled. */
export const alertOf = (today: Day): SeedArticle => ({
  key: 'fake-delivery-calls',
  kind: 'alert',
  communeSlugs: [],
  topicCodes: ['scams-and-safety'],
  publishedOn: addDays(today, -1),
  demo: true,
  until: `${addDays(today, DAYS)}T18:00:00+07:00`,
  source: { name: 'Nguồn minh họa, không có thật', url: 'https://example.com/' },
  texts: textsOf('fake-delivery-calls', {
    vi: {
      slug: 'gia-danh-giao-hang-doi-chuyen-tien-truoc',
      title: 'Giả danh người giao hàng, đòi chuyển tiền trước',
      summary: 'Có cuộc gọi nói chị có gói hàng, bảo chuyển tiền hoặc bấm liên kết. Chị dừng, tắt máy, hỏi người nhà.',
      alert: vi,
      easyRead: [
        'Có người gọi cho chị.',
        'Người ấy nói có gói hàng.',
        'Người ấy bảo chị chuyển tiền.',
        'Chị đừng chuyển tiền.',
        'Chị đừng bấm vào liên kết.',
        'Chị tắt máy.',
        'Chị hỏi người nhà.',
        'Mất tiền rồi thì gọi ngân hàng ngay.',
      ].join('\n'),
    },
    en: {
      slug: 'false-couriers-ask-for-money-first',
      title: 'False couriers ask for money first',
      summary: 'A caller says that a parcel is waiting and wants a payment or a click. Stop, hang up, ask your family.',
      alert: en,
      easyRead: [
        'Somebody calls you.',
        'The caller says: there is a parcel for you.',
        'The caller wants money.',
        'Do not pay.',
        'Do not press the link.',
        'Hang up.',
        'Ask your family.',
        'Is the money gone? Call your bank at once.',
      ].join('\n'),
    },
  }),
});
