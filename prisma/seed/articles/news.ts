import { source, textsOf } from './article-text';
import type { SeedArticle } from './seed-article';

export const news: SeedArticle[] = [
  {
    key: 'campaign-first-models',
    kind: 'news',
    communeSlugs: ['long-hung', 'trang-dai', 'hung-phuoc'],
    topicCodes: ['devices', 'vneid', 'guiding-others'],
    publishedOn: '2025-08-20',
    source,
    texts: textsOf('campaign-first-models', {
      vi: {
        slug: 'nhung-mo-hinh-so-dau-tien',
        title: 'Phụ nữ Đồng Nai lập những mô hình số đầu tiên',
        summary:
          'Câu lạc bộ ở Long Hưng, Gia đình số ở Trảng Dài, 1+1 ở Hưng Phước: từ đầu tháng 8, người biết chỉ cho người chưa biết.',
      },
      en: {
        slug: 'first-digital-models',
        title: 'Đồng Nai women set up their first digital models',
        summary:
          'A club in Long Hưng, a Digital Family in Trảng Dài, 1+1 in Hưng Phước: since early August, those who know have been showing those who do not.',
      },
    }),
  },
  {
    key: 'ai-in-union-work',
    kind: 'news',
    communeSlugs: [],
    topicCodes: ['ai', 'ai-tools', 'ai-in-union-work'],
    publishedOn: '2025-08-26',
    source,
    texts: textsOf('ai-in-union-work', {
      vi: {
        slug: 'can-bo-hoi-tap-dung-ai',
        title: 'Cán bộ Hội tập dùng AI cho công tác Hội',
        summary:
          'Cuối tháng 7, Hội LHPN tỉnh tập huấn AI cho cán bộ chủ chốt, chi hội trưởng, chi hội phó và cộng tác viên dư luận xã hội.',
      },
      en: {
        slug: 'union-officials-practise-ai',
        title: 'Union officials practise AI for union work',
        summary:
          'At the end of July the provincial union trained key officials, sub-association heads and deputies, and Public Opinion Collaborators in using AI.',
      },
    }),
  },
  {
    key: 'yearly-target',
    kind: 'news',
    communeSlugs: ['trang-dai', 'hung-phuoc'],
    topicCodes: ['guiding-others', 'problem-solving'],
    publishedOn: '2025-09-03',
    source,
    texts: textsOf('yearly-target', {
      vi: {
        slug: 'moi-chi-hoi-moi-to-mot-gia-dinh-so',
        title: 'Mỗi chi hội, mỗi tổ: ít nhất một Gia đình số',
        summary:
          'Chỉ tiêu hằng năm là 100% chi hội và tổ, mỗi nơi ít nhất một Gia đình số gắn với 1+1. Đọc chậm từng chữ để biết phải làm gì.',
      },
      en: {
        slug: 'a-digital-family-in-every-group',
        title: 'A Digital Family for every sub-association and group',
        summary:
          'The annual target is 100%: at least one Digital Family each, tied to the 1+1 model. Read it slowly and see what it asks for.',
      },
    }),
  },
  {
    key: 'community-digital-teams',
    kind: 'news',
    communeSlugs: [],
    topicCodes: ['devices', 'online-public-services', 'cashless-payment', 'guiding-others'],
    publishedOn: '2025-09-10',
    source,
    texts: textsOf('community-digital-teams', {
      vi: {
        slug: 'can-bo-hoi-vao-to-cong-nghe-so-cong-dong',
        title: 'Cán bộ Hội vào Tổ công nghệ số, cầm tay chỉ việc cho chị em',
        summary:
          'Hội LHPN tỉnh giao cán bộ cơ sở ba việc, và dặn ưu tiên chị em lớn tuổi, khuyết tật, nghèo, dân tộc thiểu số, ở vùng sâu, vùng xa.',
      },
      en: {
        slug: 'officials-join-community-digital-teams',
        title: 'Union officials join digital teams to guide women hands-on',
        summary:
          'Three tasks for grassroots officials, with priority for women who are elderly, poor, have disabilities, are from ethnic minorities or live far away.',
      },
    }),
  },
  {
    key: 'skills-in-meetings',
    kind: 'news',
    communeSlugs: ['long-hung'],
    topicCodes: ['vneid', 'scams-and-safety', 'business-online', 'ocop', 'verified-information'],
    publishedOn: '2025-09-17',
    source,
    texts: textsOf('skills-in-meetings', {
      vi: {
        slug: 'dua-ky-nang-so-vao-buoi-sinh-hoat',
        title: 'Đưa kỹ năng số vào buổi sinh hoạt chi hội, tổ',
        summary:
          'Không cần lớp riêng, không cần đi xa: mỗi buổi sinh hoạt học một việc, người biết ngồi cạnh người chưa biết.',
      },
      en: {
        slug: 'digital-skills-in-group-meetings',
        title: 'Bringing digital skills into sub-association and group meetings',
        summary:
          'No separate class and no long journey: one task at each meeting, and the woman who knows sits beside the one who does not.',
      },
    }),
  },
];
