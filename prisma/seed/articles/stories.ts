import { longHung, trangDai } from '../units/places';
import { source, textsOf } from './article-text';
import type { SeedArticle } from './seed-article';

export const stories: SeedArticle[] = [
  {
    key: 'long-hung-first-club',
    kind: 'story',
    model: { kind: 'digital_womens_club', at: longHung.clubAt },
    unit: longHung.clubAt,
    communeSlugs: ['long-hung'],
    topicCodes: [
      'online-public-services',
      'cashless-payment',
      'scams-and-safety',
      'business-online',
      'ocop',
      'verified-information',
    ],
    publishedOn: '2025-08-22',
    source,
    texts: textsOf(
      'long-hung-first-club',
      {
        vi: {
          slug: 'long-hung-mo-cau-lac-bo-phu-nu-so-dau-tien',
          title: 'Khu phố 5 mở Câu lạc bộ Phụ nữ số đầu tiên của phường Long Hưng',
          summary:
            'Lễ ra mắt vừa xong là mở VNeID ra xem ngay. Câu lạc bộ nhận năm việc, việc nào cũng gần với chị em trong khu phố.',
          whatChanged:
            'Ra mắt xong, cán bộ, hội viên được chỉ cách kiểm tra thông tin trên VNeID. Chị em Khu phố 5 nay có câu lạc bộ để hỏi về dịch vụ công trực tuyến, thanh toán và phòng lừa đảo.',
        },
        en: {
          slug: 'long-hung-opens-first-digital-womens-club',
          title: "Neighbourhood 5 opens Long Hưng ward's first Digital Women's Club",
          summary:
            'The launch was barely over when VNeID was opened. The club has five tasks, each of them close to home.',
          whatChanged:
            'Right after the launch, members were shown how to check their details in VNeID. Women of Neighbourhood 5 now have a club to ask about public services online, payments and scams.',
        },
      },
      'names people',
    ),
  },
  {
    key: 'ong-huong-digital-family',
    kind: 'story',
    model: { kind: 'digital_family', at: trangDai.familyAt },
    communeSlugs: ['trang-dai'],
    topicCodes: ['devices', 'communication', 'guiding-others'],
    publishedOn: '2025-08-29',
    source,
    texts: textsOf(
      'ong-huong-digital-family',
      {
        vi: {
          slug: 'gia-dinh-so-khu-pho-ong-huong',
          title: 'Mười hai thành viên, một Gia đình số ở khu phố Ông Hường',
          summary:
            'Nơi được chọn làm điểm ở Trảng Dài bắt đầu từ con đường ngắn nhất: chỉ cho người nhà trước, rồi sang nhà bên.',
          whatChanged:
            'Mười hai thành viên nhận thêm một việc: chỉ cho người nhà và các hộ hội viên lân cận dùng thiết bị và ứng dụng số.',
        },
        en: {
          slug: 'digital-family-of-ong-huong',
          title: 'Twelve members, one Digital Family in Ông Hường neighbourhood',
          summary:
            'The pilot in Trảng Dài begins with the shortest road there is: show your own family first, then the house next door.',
          whatChanged:
            'Twelve members have taken on one more thing to do: to show their families and neighbouring households how to use devices and apps.',
        },
      },
      'names people',
    ),
  },
  {
    key: 'hung-phuoc-one-plus-one',
    kind: 'story',
    communeSlugs: ['hung-phuoc'],
    topicCodes: ['guiding-others', 'communication', 'business-online'],
    publishedOn: '2025-09-06',
    source,
    texts: textsOf('hung-phuoc-one-plus-one', {
      vi: {
        slug: 'hung-phuoc-di-dau-voi-1-1',
        title: 'Không được chọn làm điểm, Hưng Phước vẫn đi đầu với 1+1',
        summary: 'Một người thạo, một người muốn học, một chiếc điện thoại. Hội LHPN xã Hưng Phước không đợi đến lượt.',
        whatChanged:
          'Ai thạo công cụ số thì có trách nhiệm chỉ cho ít nhất một hội viên khác. Hưng Phước nay là một trong những đơn vị đi đầu lập mô hình này.',
      },
      en: {
        slug: 'hung-phuoc-leads-with-1-1',
        title: 'Not chosen as a pilot, Hưng Phước still leads with 1+1',
        summary:
          'One who knows, one who wants to learn, one phone. In Hưng Phước commune, women did not wait for their turn.',
        whatChanged:
          'Whoever knows digital tools well is responsible for showing at least one other member. Hưng Phước is now among the first to have set up this model.',
      },
    }),
  },
  {
    key: 'hoang-oanh-nap-time',
    kind: 'story',
    communeSlugs: ['trang-dai'],
    topicCodes: ['vneid', 'online-public-services', 'guiding-others'],
    publishedOn: '2025-09-13',
    source,
    texts: textsOf(
      'hoang-oanh-nap-time',
      {
        vi: {
          slug: 'gio-ngu-trua-cac-co-giao-day-nhau-dung-vneid',
          title: 'Giờ trẻ ngủ trưa, các cô giáo dạy nhau dùng VNeID',
          summary:
            'Ở Trường Mầm non Hoàng Oanh 3, người dạy và người học đều là các cô. Cô Thảo kể trước đây mình chỉ rành hai việc.',
          whatChanged:
            'Trước đây cô Thảo chỉ thạo mạng xã hội và thanh toán không dùng tiền mặt. Nay cô biết một số thủ tục có thể làm bước đầu ngay trên VNeID.',
        },
        en: {
          slug: 'at-nap-time-teachers-learn-vneid',
          title: 'At nap time, the teachers show one another VNeID',
          summary:
            'At Hoàng Oanh 3 Kindergarten, those who teach and those who learn are the teachers. Thảo used to know just two things.',
          whatChanged:
            'Thảo used to be at home only with social media and paying without cash. Now she knows that some procedures can be begun right in VNeID.',
        },
      },
      'names people',
    ),
  },
  {
    key: 'van-keeps-learning',
    kind: 'story',
    model: { kind: 'digital_family', at: trangDai.familyAt },
    communeSlugs: ['trang-dai'],
    topicCodes: ['guiding-others', 'devices', 'verified-information'],
    publishedOn: '2025-09-24',
    source,
    texts: textsOf(
      'van-keeps-learning',
      {
        vi: {
          slug: 'biet-roi-van-hoc-chuyen-chi-van',
          title: 'Biết rồi vẫn học: chuyện chị Vân ở khu phố Ông Hường',
          summary:
            'Chị ở trong ban chủ nhiệm Gia đình số mà vẫn thấy mình biết còn ít, nên lúc nào cũng muốn học thêm, trên mạng và từ người quanh mình.',
          whatChanged:
            'Biết dùng điện thoại thông minh rồi, chị Vân thấy vẫn còn ít, nên học thêm trên mạng và từ những người xung quanh.',
        },
        en: {
          slug: 'van-keeps-learning',
          title: 'She knows, and goes on learning: Vân of Ông Hường neighbourhood',
          summary:
            'She sits on the board of a Digital Family, feels that she still knows little, and is always eager to learn, online and from those around her.',
          whatChanged:
            'She knew how to use a smartphone, found that it was still little, and goes on learning online and from those around her.',
        },
      },
      'names people',
    ),
  },
];
