/** Words that stand nowhere else: whatever of her is left is found by them. */
export const HER = {
  name: 'Quàng Thị Xuyến Lạ',
  formerName: 'Quàng Xuyến Lạ',
  phone: '+84909777123',
  address: 'Số 7 đường Bông Gòn Tím',
} as const;
export const IN_A_TEXT = `Chị ${HER.name} nhờ ghi lại`;

/** From when to when she belonged to what she left. */
export const past = { from: '2025-08-01', to: '2026-02-01' };
