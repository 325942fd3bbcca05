/** Words that readers of the portal look for. */
const WORDS =
  'lớp học số gia đình hướng dẫn chị em phụ nữ vneid dịch vụ công thanh toán tiền điện thoại an toàn lừa đảo mạng zalo ngân hàng hội viên tổ trưởng ấp khu phố long hưng trảng dài biên hòa xuân lộc tân phú định quán nhơn trạch'.split(
    ' ',
  );

/**
 * So many searches, each another one.
 * @param {number} count
 */
export const searchesOf = (count) =>
  Array.from({ length: count }, (_, at) => {
    const word = (/** @type {number} */ place) => WORDS[Math.floor(at / WORDS.length ** place) % WORDS.length];
    return `/tim-kiem?q=${encodeURIComponent([word(0), word(1), at % 3 === 0 ? word(2) : '', at].join(' '))}`;
  });
