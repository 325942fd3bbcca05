/** Checklists of the four models. Not official: our assumption, editable, until the union issues its own criteria. */
export interface CriterionSeed {
  vi: string;
  en: string;
  /** false: welcome, but the model is recognised without it */
  required?: false;
  /** what records show it: met by a model with so many of these, by no other */
  shown?: { by: 'board_seat' | 'model_member' | 'model_household'; least: number };
}

export type ModelKindName =
  | 'digital_womens_club'
  | 'digital_sub_association'
  | 'one_plus_one_instructor'
  | 'digital_family';

export const criteria: Readonly<Record<ModelKindName, readonly CriterionSeed[]>> = {
  digital_womens_club: [
    { vi: 'Có quyết định thành lập và quy chế hoạt động', en: 'Founded by decision, with rules of its own' },
    {
      vi: 'Có ban chủ nhiệm từ 3 người',
      en: 'An executive board of at least 3',
      shown: { by: 'board_seat', least: 3 },
    },
    {
      vi: 'Có từ 15 thành viên đã biết kỹ năng số cơ bản',
      en: 'At least 15 members with basic digital skills',
      shown: { by: 'model_member', least: 15 },
    },
    { vi: 'Sinh hoạt ít nhất mỗi tháng một lần, có ghi lại', en: 'Meets at least once a month, on record' },
    {
      vi: 'Đã hướng dẫn hội viên làm dịch vụ công trực tuyến và thanh toán không tiền mặt',
      en: 'Has guided members in online public services and cashless payment',
    },
    {
      vi: 'Hỗ trợ ít nhất một chị kinh doanh trực tuyến hoặc quảng bá sản phẩm OCOP',
      en: 'Supports at least one woman in selling online or promoting OCOP products',
      required: false,
    },
  ],
  digital_sub_association: [
    {
      vi: 'Chi hội trưởng, chi hội phó thành thạo kỹ năng số cơ bản',
      en: 'Head and deputy are proficient in basic digital skills',
    },
    { vi: 'Tất cả tổ trưởng đã qua tập huấn kỹ năng số', en: 'Every group head has been trained in digital skills' },
    {
      vi: 'Có nhóm trực tuyến để thông báo và chia sẻ kiến thức',
      en: 'An online group for notices and shared knowledge',
    },
    {
      vi: 'Lồng ghép kỹ năng số vào sinh hoạt chi hội hằng tháng',
      en: 'Digital skills are part of the monthly meeting',
    },
    {
      vi: 'Từ 80% hội viên trong độ tuổi có định danh điện tử mức 2',
      en: 'At least 80 % of members of age have level-2 electronic identification',
    },
    { vi: 'Có ít nhất một Gia đình số gắn với cặp 1+1', en: 'At least one Digital Family tied to a 1+1 pair' },
  ],
  one_plus_one_instructor: [
    {
      vi: 'Người hướng dẫn là cán bộ, hội viên thành thạo kỹ năng số',
      en: 'The instructor is an official or member proficient in digital skills',
    },
    { vi: 'Mỗi người hướng dẫn kèm ít nhất một hội viên', en: 'Every instructor guides at least one member' },
    { vi: 'Có mục tiêu kỹ năng cụ thể cho từng cặp', en: 'Every pair has skills as its goals' },
    { vi: 'Gặp nhau ít nhất hai tuần một lần', en: 'Meets at least once a fortnight' },
    {
      vi: 'Người được hướng dẫn tự làm được ít nhất hai kỹ năng',
      en: 'The learner does at least two skills on her own',
      required: false,
    },
  ],
  digital_family: [
    {
      vi: 'Có ban chủ nhiệm và danh sách hộ tham gia',
      en: 'A board and a list of households',
      shown: { by: 'model_household', least: 1 },
    },
    {
      vi: 'Mỗi hộ có ít nhất một người nắm vững kỹ năng số',
      en: 'At least one person with sound digital skills in every household',
    },
    {
      vi: 'Các hộ dùng dịch vụ công trực tuyến và thanh toán không tiền mặt',
      en: 'The households use online public services and cashless payment',
    },
    { vi: 'Hướng dẫn người thân và hộ lân cận', en: 'They guide relatives and neighbouring households' },
    { vi: 'Gắn với ít nhất một cặp Hướng dẫn viên số 1+1', en: 'Tied to at least one 1+1 pair' },
    {
      vi: 'Không để xảy ra vụ lừa đảo qua mạng trong các hộ tham gia',
      en: 'No household lost money to an online scam',
      required: false,
    },
  ],
};
