import { run, type Work } from '../work';

/** How demonstration clubs work, as they would write it down for others: no names in it. */
const PRACTICES = [
  {
    charter:
      'Câu lạc bộ sinh hoạt tối ngày 5 hằng tháng tại nhà văn hóa.\nBan chủ nhiệm có ba người: một người lo nội dung, một người lo liên lạc, một người ghi sổ.\nBuổi nào cũng có phần thực hành trên điện thoại của chính hội viên. Không giữ mật khẩu, không bấm hộ.',
    plan: 'Quý I: định danh điện tử và dịch vụ công.\nQuý II: thanh toán không tiền mặt ở chợ.\nQuý III: nhận biết cuộc gọi lừa đảo.\nQuý IV: bán hàng trên mạng, nhìn lại một năm.',
    lessons: [
      'Cài đặt và kích hoạt VNeID',
      'Nộp hồ sơ trên Cổng Dịch vụ công',
      'Quét mã QR khi đi chợ',
      'Nhận biết cuộc gọi giả danh',
    ],
  },
  {
    charter:
      'Mỗi tháng gặp nhau một buổi, luân phiên ở các tổ để chị em lớn tuổi không phải đi xa.\nMỗi thành viên thạo việc kèm một chị trong tổ mình.\nHỏi đáp trong nhóm Zalo; việc liên quan đến tiền thì gặp trực tiếp.',
    plan: 'Tháng đầu hỏi chị em cần gì nhất, rồi mới chọn bài.\nSáu tháng một lần mời công an phường nói chuyện về lừa đảo qua mạng.',
    lessons: ['Gọi video cho con cháu', 'Trả tiền điện, nước qua điện thoại', 'Đặt mật khẩu và xác thực hai lớp'],
  },
] as const;

/** One demonstration club in six that is at work has written down how, and lets others read and copy it. */
export const plantPractices = ({ client }: Work): Promise<number> =>
  run(
    client,
    `UPDATE digital_model m SET shared_practice = true, charter = ($1::jsonb) -> floor(pg_temp.draw('practice', w.n) * ${PRACTICES.length})::int
     FROM w_model w WHERE w.id = m.id AND w.kind = 'digital_womens_club' AND w.demo AND w.active_on IS NOT NULL
       AND w.paused_on IS NULL AND w.ended_on IS NULL AND pg_temp.draw('shares', w.n) < 0.17`,
    [JSON.stringify(PRACTICES)],
  );
