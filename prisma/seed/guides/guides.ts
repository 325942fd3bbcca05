import type { Drawing } from '@/domain/guides/guide';
import type { SkillCode } from '../trainings/skills';

/** A guide of the portal's own: its words stand in `texts/<locale>/<key>.md`, its drawings here, one a step. */
export interface SeedGuide {
  key: string;
  topicCodes: SkillCode[];
  slugs: { vi: string; en: string };
  drawings: Drawing[];
}

/** "screen beside screen beside …" */
function drawn(words: string): Drawing[] {
  const names = words.split(' ');
  return Array.from({ length: names.length / 2 }, (_, at) => ({
    screen: names[2 * at] as Drawing['screen'],
    beside: names[2 * at + 1] as Drawing['beside'],
  }));
}

export const guides: SeedGuide[] = [
  {
    key: 'vneid',
    topicCodes: ['vneid'],
    slugs: { vi: 'mo-vneid-va-cho-xem-giay-to', en: 'open-vneid-and-show-your-papers' },
    drawings: drawn('app identity form key code phone list lock scan people done home'),
  },
  {
    key: 'online-public-services',
    topicCodes: ['online-public-services'],
    slugs: { vi: 'nop-ho-so-dich-vu-cong-tu-dien-thoai', en: 'file-a-public-service-application' },
    drawings: drawn(
      'search globe face identity list public-service picture public-service form pencil done book search clock',
    ),
  },
  {
    key: 'cashless-payment',
    topicCodes: ['cashless-payment'],
    slugs: { vi: 'tra-tien-bang-ma-qr', en: 'pay-by-qr-code' },
    drawings: drawn('app payment scan shop name person amount payment face lock done speaker'),
  },
  {
    key: 'scam-calls',
    topicCodes: ['scams-and-safety', 'personal-data'],
    slugs: { vi: 'cuoc-goi-lua-dao-dung-tat-hoi', en: 'scam-calls-stop-hang-up-ask' },
    drawings: drawn('call clock code lock link warning call cross name phone chat people picture book'),
  },
  {
    key: 'ai-helper',
    topicCodes: ['ai-tools'],
    slugs: { vi: 'nho-tro-ly-ai-viet-nhap', en: 'let-an-ai-assistant-draft' },
    drawings: drawn('chat assistant form calendar warning person chat pencil list search done speaker'),
  },
  {
    key: 'selling-online',
    topicCodes: ['business-online'],
    slugs: { vi: 'dang-ban-mon-hang-dau-tien', en: 'offer-your-first-product-online' },
    drawings: drawn('picture shop form basket paper shield app phone chat person parcel home ledger pencil'),
  },
  {
    key: 'ocop-page',
    topicCodes: ['ocop', 'business-online'],
    slugs: { vi: 'trang-gioi-thieu-san-pham-ocop', en: 'a-page-for-an-ocop-product' },
    drawings: drawn('paper basket picture people list basket done shield scan printer chat people'),
  },
  {
    key: 'verified-information',
    topicCodes: ['verified-information'],
    slugs: { vi: 'xem-ba-cho-truoc-khi-chia-se', en: 'look-in-three-places-before-you-share' },
    drawings: drawn('paper newspaper list calendar search globe picture search warning clock chat share'),
  },
];
