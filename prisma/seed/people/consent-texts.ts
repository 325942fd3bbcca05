import type { ConsentPurpose } from '@/domain/consents/consent';

/** The exact wording each consent is asked with. A new wording is a new edition: the newest is asked with, the others stay as proof. */
export interface ConsentTextSeed {
  purpose: ConsentPurpose;
  edition?: number;
  vi: string;
  en: string;
}

export const consentTexts: readonly ConsentTextSeed[] = [
  {
    purpose: 'record_keeping',
    vi: 'Tôi đồng ý để Hội Liên hiệp Phụ nữ lưu họ tên, năm sinh, số điện thoại và nơi sinh hoạt của tôi để quản lý hội viên và phong trào Bình dân học vụ số. Tôi có thể xem, sửa hoặc rút lại sự đồng ý bất cứ lúc nào.',
    en: 'I agree that the Women’s Union keeps my name, year of birth, phone number and unit in order to manage membership and the Digital Literacy Campaign. I may see and correct them or withdraw this consent at any time.',
  },
  {
    purpose: 'sensitive_data',
    vi: 'Tôi đồng ý để Hội lưu, dưới dạng mã hóa, thông tin về dân tộc và nhóm ưu tiên của tôi để không ai bị bỏ lại phía sau. Chỉ người có trách nhiệm được xem và mỗi lần xem đều được ghi lại. Tôi có thể từ chối mà không ảnh hưởng gì.',
    en: 'I agree that the union keeps, encrypted, my ethnicity and priority groups so that nobody is left behind. Only those in charge may read them and every reading is logged. I may refuse without any disadvantage.',
  },
  {
    purpose: 'image',
    vi: 'Tôi đồng ý để hình ảnh này của tôi được đăng trên cổng thông tin Phụ nữ số. Khi tôi rút lại, hình sẽ được gỡ xuống.',
    en: 'I agree that this picture of me is shown on the portal. When I withdraw, it is taken down.',
  },
  {
    purpose: 'name_in_story',
    vi: 'Tôi đồng ý để tên và câu chuyện của tôi được kể trong bài viết này trên cổng thông tin. Tôi đã đọc bài trước khi đăng.',
    en: 'I agree that my name and story are told in this article on the portal. I have read it before publication.',
  },
  {
    purpose: 'contact',
    vi: 'Tôi đồng ý để Hội gọi điện hoặc nhắn tin cho tôi về các buổi tập huấn và hoạt động của chi hội.',
    en: 'I agree that the union calls or texts me about trainings and activities of my sub-association.',
  },
  {
    purpose: 'open_roster',
    vi: 'Tôi đồng ý để những người cùng tham gia buổi tập huấn thấy tên tôi trong danh sách.',
    en: 'I agree that others in the same session see my name on the list.',
  },
  {
    purpose: 'sensitive_data',
    edition: 2,
    vi: 'Tôi đồng ý để Hội lưu, dưới dạng mã hóa, thông tin về nhóm ưu tiên, dạng khuyết tật, dân tộc và tôn giáo của tôi, mục nào tôi cho biết thì lưu mục đó, để không ai bị bỏ lại phía sau. Chỉ cán bộ có trách nhiệm được xem và mỗi lần xem đều được ghi lại. Tôi có thể từ chối, hoặc rút lại bất cứ lúc nào, mà không ảnh hưởng gì; khi tôi rút lại, các thông tin này được xóa ngay.',
    en: 'I agree that the union keeps, encrypted, my priority groups, kind of disability, ethnicity and religion, each only if I tell it, so that nobody is left behind. Only officials in charge may read them and every reading is logged. I may refuse, or withdraw at any time, without any disadvantage; when I withdraw, this information is deleted at once.',
  },
  {
    purpose: 'image',
    edition: 2,
    vi: 'Tôi đồng ý để Hội lưu hình ảnh của tôi trong hồ sơ hoạt động và đăng trên cổng thông tin Phụ nữ số: riêng tấm ảnh tôi được cho xem khi hỏi, hoặc các ảnh có tôi khi được hỏi chung. Tôi có thể từ chối, hoặc rút lại bất cứ lúc nào, mà không ảnh hưởng gì; khi tôi rút lại, ảnh được gỡ xuống ngay.',
    en: 'I agree that the union keeps pictures of me in its records of activities and shows them on the portal: the one picture I was shown when asked, or all pictures of me when asked in general. I may refuse, or withdraw at any time, without any disadvantage; when I withdraw, the pictures are taken down at once.',
  },
  {
    purpose: 'training',
    vi: 'Tôi đồng ý để Hội Liên hiệp Phụ nữ dùng những gì tôi ghi ở đây để giữ chỗ, nhắn cho tôi về lớp học và điểm danh. Chỉ cán bộ Hội phụ trách và người hướng dẫn lớp xem được; một năm sau buổi học thì xóa. Nếu tôi ghi tên một chị đi cùng, chị ấy cũng đã đồng ý. Tôi rút tên lúc nào cũng được.',
    en: 'I agree that the Women’s Union uses what I write here to keep a seat, to message me about the class and to take attendance. Only the officials in charge and the trainers of the class can see it; it is deleted a year after the session. If I name somebody who comes along, she has agreed too. I may withdraw at any time.',
  },
  {
    purpose: 'topic_wait',
    vi: 'Tôi đồng ý để Hội Liên hiệp Phụ nữ dùng tên, số điện thoại, xã, phường và điều tôi muốn học để báo và mời tôi khi mở lớp. Chỉ cán bộ Hội phụ trách xem được; một năm sau ngày tôi ghi ở đây thì xóa. Tôi nhờ xóa lúc nào cũng được.',
    en: 'I agree that the Women’s Union uses my name, my phone number, my commune and what I want to learn to tell me of a class and to invite me when one opens. Only the officials in charge can see it; it is deleted a year after I wrote it. I may have it deleted at any time.',
  },
  {
    purpose: 'image',
    edition: 3,
    vi: 'Tôi đồng ý để Hội lưu hình ảnh của tôi trong hồ sơ hoạt động: riêng tấm ảnh tôi được cho xem khi hỏi, hoặc các ảnh có tôi khi được hỏi chung. Riêng tấm ảnh tôi được cho xem chỉ dùng thêm vào những việc tôi nhận lời từng việc một: đăng trên cổng thông tin Phụ nữ số; hiện trong thẻ của bài khi gửi qua Zalo, Facebook; in ra giấy. Tôi có thể từ chối, hoặc rút lại từng việc hay tất cả bất cứ lúc nào, mà không ảnh hưởng gì; khi tôi rút lại, ảnh được gỡ xuống ngay, trừ những gì đã in hay đã gửi đi.',
    en: 'I agree that the union keeps pictures of me in its records of activities: the one picture I was shown when asked, or all pictures of me when asked in general. The one picture I was shown is used beyond that only for what I agree to, one by one: shown on the portal; seen on the card of an article that is sent on Zalo or Facebook; printed on paper. I may refuse, or withdraw one of them or all at any time, without any disadvantage; when I withdraw, the picture is taken down at once, but for what was printed or sent already.',
  },
  {
    purpose: 'name_in_story',
    edition: 2,
    vi: 'Tôi đồng ý để tên tôi và câu chuyện của tôi được kể trong bài viết trên cổng thông tin Phụ nữ số. Bài nào kể về tôi, tôi được đọc trước khi đăng. Tôi có thể từ chối, hoặc rút lại bất cứ lúc nào, mà không ảnh hưởng gì; khi tôi rút lại, bài nêu tên tôi rời trang ngay, trừ những gì đã in hay đã gửi đi.',
    en: 'I agree that my name and my story are told in articles on the portal Phụ nữ số. I read each article about me before it is published. I may refuse, or withdraw at any time, without any disadvantage; when I withdraw, what names me leaves the portal at once, but for what was printed or sent already.',
  },
];
