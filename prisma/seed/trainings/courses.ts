import type { CourseSeed } from './course-seed';

/** The ten courses of the campaign: AI in union work was the first to be taught. */
export const courses: readonly CourseSeed[] = [
  {
    code: 'ai-in-union-work',
    level: 'intermediate',
    minutes: 150,
    audience: 'heads_and_deputies',
    skills: ['ai-in-union-work', 'ai-tools', 'verified-information'],
    vi: {
      slug: 'ung-dung-ai-trong-cong-tac-hoi',
      title: 'Ứng dụng AI trong công tác Hội',
      description:
        'Dùng công cụ AI để soạn kế hoạch, bài tuyên truyền, biên bản và hình ảnh cho sinh hoạt chi hội; biết kiểm tra lại những gì AI viết và không đưa thông tin cá nhân của hội viên vào công cụ.',
      preconditions: 'Có điện thoại hoặc máy tính vào được mạng.',
    },
    en: {
      slug: 'ai-in-union-work',
      title: 'AI in union work',
      description:
        'Using AI tools to draft plans, messages, minutes and pictures for sub-association meetings; checking what the tool writes, and keeping members’ personal data out of it.',
      preconditions: 'A phone or computer with internet access.',
    },
  },
  {
    code: 'vneid',
    level: 'basic',
    minutes: 90,
    audience: 'everyone',
    skills: ['vneid', 'online-public-services', 'personal-data'],
    vi: {
      slug: 'su-dung-vneid',
      title: 'Sử dụng VNeID',
      description:
        'Kích hoạt định danh mức 2, tích hợp giấy tờ, xem thông tin cư trú và làm những thủ tục đơn giản ngay trên ứng dụng. Ai chưa quen được cầm tay chỉ việc.',
      preconditions: 'Mang theo căn cước và điện thoại đang dùng.',
    },
    en: {
      slug: 'using-vneid',
      title: 'Using VNeID',
      description:
        'Activating level-2 identification, adding documents, reading residence information and completing simple procedures in the app. Hands-on help for those who are new to it.',
      preconditions: 'Bring your identity card and the phone you use.',
    },
  },
  {
    code: 'online-public-services',
    level: 'basic',
    minutes: 90,
    audience: 'everyone',
    skills: ['online-public-services', 'vneid', 'problem-solving'],
    vi: {
      slug: 'dich-vu-cong-truc-tuyen',
      title: 'Dịch vụ công trực tuyến',
      description:
        'Tìm đúng thủ tục, nộp hồ sơ, theo dõi kết quả và đánh giá trên Cổng Dịch vụ công mà không phải đi lại nhiều lần.',
      preconditions: 'Đã có tài khoản VNeID mức 2.',
    },
    en: {
      slug: 'online-public-services',
      title: 'Online public services',
      description:
        'Finding the right procedure, filing it, following the result and giving feedback on the public service portal, without repeated trips.',
      preconditions: 'A level-2 VNeID account.',
    },
  },
  {
    code: 'cashless-payment',
    level: 'basic',
    minutes: 90,
    audience: 'everyone',
    skills: ['cashless-payment', 'scams-and-safety'],
    vi: {
      slug: 'thanh-toan-khong-dung-tien-mat',
      title: 'Thanh toán không dùng tiền mặt',
      description:
        'Mở và dùng tài khoản ngân hàng, quét mã QR, trả tiền điện nước, học phí; đặt hạn mức và nhận ra giao dịch lạ.',
    },
    en: {
      slug: 'cashless-payment',
      title: 'Cashless payment',
      description:
        'Opening and using a bank account, paying by QR code, utility bills and school fees; setting limits and noticing strange transactions.',
    },
  },
  {
    code: 'scams-and-safety',
    level: 'basic',
    minutes: 90,
    audience: 'everyone',
    skills: ['scams-and-safety', 'personal-data', 'verified-information'],
    vi: {
      slug: 'phong-lua-dao-tren-mang',
      title: 'Phòng lừa đảo, an toàn trên mạng',
      description:
        'Nhận ra cuộc gọi giả danh cơ quan, tin trúng thưởng, đường dẫn lạ; đặt mật khẩu, xác thực hai lớp và báo ai khi bị lừa.',
    },
    en: {
      slug: 'scams-and-online-safety',
      title: 'Scams and online safety',
      description:
        'Recognising calls that pose as authorities, prize messages and strange links; passwords, two-step verification, and whom to tell when it happens.',
    },
  },
  {
    code: 'ai-tools',
    level: 'basic',
    minutes: 120,
    audience: 'members',
    skills: ['ai-tools', 'verified-information'],
    vi: {
      slug: 'cong-cu-ai-cho-cuoc-song',
      title: 'Công cụ AI cho cuộc sống',
      description: 'Hỏi đáp, dịch, viết lời giới thiệu sản phẩm và làm hình với trợ lý AI; hiểu khi nào không nên tin.',
    },
    en: {
      slug: 'everyday-ai-tools',
      title: 'Everyday AI tools',
      description:
        'Asking, translating, describing products and making pictures with an AI assistant; knowing when not to trust it.',
    },
  },
  {
    code: 'business-online',
    level: 'intermediate',
    minutes: 150,
    audience: 'members',
    skills: ['business-online', 'cashless-payment', 'content'],
    vi: {
      slug: 'kinh-doanh-truc-tuyen',
      title: 'Kinh doanh trực tuyến',
      description:
        'Mở gian hàng trên mạng, chụp ảnh và viết lời bán hàng, nhận đơn, giao hàng, thử một buổi bán trực tiếp.',
    },
    en: {
      slug: 'business-online',
      title: 'Business online',
      description:
        'Opening an online shop, taking pictures and writing offers, orders and delivery, and a first live selling session.',
    },
  },
  {
    code: 'ocop',
    level: 'intermediate',
    minutes: 120,
    audience: 'members',
    skills: ['ocop', 'business-online'],
    vi: {
      slug: 'quang-ba-san-pham-ocop',
      title: 'Quảng bá sản phẩm OCOP',
      description:
        'Kể câu chuyện sản phẩm địa phương, tem truy xuất nguồn gốc, đưa sản phẩm OCOP lên mạng xã hội và sàn thương mại điện tử.',
    },
    en: {
      slug: 'promoting-ocop-products',
      title: 'Promoting OCOP products',
      description:
        'Telling the story of a local product, traceability labels, and bringing OCOP products to social networks and marketplaces.',
    },
  },
  {
    code: 'verified-information',
    level: 'basic',
    minutes: 60,
    audience: 'everyone',
    skills: ['verified-information', 'online-groups'],
    vi: {
      slug: 'thong-tin-chinh-thong',
      title: 'Thông tin chính thống',
      description: 'Tìm nguồn chính thức, nhận ra tin giả, nghĩ trước khi chia sẻ trong nhóm Zalo của chi hội.',
    },
    en: {
      slug: 'verified-information',
      title: 'Verified information',
      description:
        'Finding official sources, recognising false news, and thinking before sharing in the sub-association’s Zalo group.',
    },
  },
  {
    code: 'devices',
    level: 'basic',
    minutes: 90,
    audience: 'priority_groups',
    skills: ['smartphone-basics', 'apps-and-updates', 'devices'],
    vi: {
      slug: 'lam-quen-dien-thoai-thong-minh',
      title: 'Làm quen điện thoại thông minh',
      description:
        'Bật, sạc, phóng to chữ, gọi video, cài ứng dụng, kết nối mạng: dành cho chị em chưa quen, học chậm, làm từng bước.',
    },
    en: {
      slug: 'getting-to-know-a-smartphone',
      title: 'Getting to know a smartphone',
      description:
        'Switching on, charging, larger letters, video calls, installing apps, connecting: step by step, for those who are new to it.',
    },
  },
];
