/** A tag of the competence framework: six domains plus "devices" (domain 0). The codes are what articles and courses refer to. */
export interface SkillSeed {
  code: string;
  domain: SkillDomain;
  vi: string;
  en: string;
}

export type SkillDomain = 'devices' | 'information' | 'communication' | 'content' | 'safety' | 'problem_solving' | 'ai';

// A tag that bears its domain's name stands for the whole domain. The mapping of topics to domains is our assumption (data, not code).
export const skills = [
  { code: 'devices', domain: 'devices', vi: 'Thiết bị và ứng dụng', en: 'Devices and apps' },
  { code: 'smartphone-basics', domain: 'devices', vi: 'Dùng điện thoại thông minh', en: 'Using a smartphone' },
  {
    code: 'apps-and-updates',
    domain: 'devices',
    vi: 'Cài đặt và cập nhật ứng dụng',
    en: 'Installing and updating apps',
  },
  { code: 'information', domain: 'information', vi: 'Thông tin và dữ liệu', en: 'Information and data' },
  { code: 'verified-information', domain: 'information', vi: 'Thông tin chính thống', en: 'Verified information' },
  { code: 'communication', domain: 'communication', vi: 'Giao tiếp và hợp tác', en: 'Communication and collaboration' },
  {
    code: 'online-public-services',
    domain: 'communication',
    vi: 'Dịch vụ công trực tuyến',
    en: 'Online public services',
  },
  { code: 'vneid', domain: 'communication', vi: 'VNeID và định danh điện tử', en: 'VNeID and electronic identity' },
  {
    code: 'online-groups',
    domain: 'communication',
    vi: 'Sinh hoạt nhóm trực tuyến',
    en: 'Taking part in online groups',
  },
  { code: 'content', domain: 'content', vi: 'Sáng tạo nội dung số', en: 'Creating digital content' },
  { code: 'business-online', domain: 'content', vi: 'Kinh doanh trực tuyến', en: 'Business online' },
  { code: 'ocop', domain: 'content', vi: 'Quảng bá sản phẩm OCOP', en: 'Promoting OCOP products' },
  { code: 'safety', domain: 'safety', vi: 'An toàn', en: 'Safety' },
  { code: 'scams-and-safety', domain: 'safety', vi: 'Phòng lừa đảo, an toàn mạng', en: 'Scams and online safety' },
  { code: 'personal-data', domain: 'safety', vi: 'Bảo vệ dữ liệu cá nhân', en: 'Protecting personal data' },
  { code: 'problem-solving', domain: 'problem_solving', vi: 'Giải quyết vấn đề', en: 'Problem solving' },
  { code: 'cashless-payment', domain: 'problem_solving', vi: 'Thanh toán không dùng tiền mặt', en: 'Cashless payment' },
  { code: 'guiding-others', domain: 'problem_solving', vi: 'Hướng dẫn người khác', en: 'Guiding others' },
  { code: 'ai', domain: 'ai', vi: 'Trí tuệ nhân tạo', en: 'Artificial intelligence' },
  { code: 'ai-tools', domain: 'ai', vi: 'Công cụ AI hằng ngày', en: 'Everyday AI tools' },
  { code: 'ai-in-union-work', domain: 'ai', vi: 'AI trong công tác Hội', en: 'AI in union work' },
] as const satisfies readonly SkillSeed[];

export type SkillCode = (typeof skills)[number]['code'];

/** The skills that a recognised instructor masters alone: our assumption, data in the portal. */
export const neededToInstruct: readonly SkillCode[] = [
  'vneid',
  'online-public-services',
  'cashless-payment',
  'scams-and-safety',
];

/** The campaign's topics, in which women teach each other. */
export const campaignTopics: readonly SkillCode[] = [
  'vneid',
  'online-public-services',
  'cashless-payment',
  'scams-and-safety',
  'ai-tools',
  'business-online',
  'ocop',
  'verified-information',
];
