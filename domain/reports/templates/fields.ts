/** A place in a template: words, or a list that repeats what stands between its beginning and its end. */
export type Field = { name: string; list?: readonly Field[] };

/** What fills a template: each name with its words, or with the items of its list. */
export type FieldValues = { [name: string]: string | readonly FieldValues[] };

/** Named once for each part of a report's paper; tables by their columns, in the order in which they stand there. */
export const tableFields = {
  do_phu: [
    ...['cap', 'ty_le', 'da_phu', 'tong_so', 'du_chua_gan', 'chi_gia_dinh', 'chi_cap', 'ky_truoc', 'cung_ky'],
    'chi_tieu',
  ],
  mo_hinh: ['loai', 'hoat_dong', 'du_kien', 'tam_ngung', 'ra_mat', 'ket_thuc'],
  tap_huan: ['khoa_hoc', 'so_buoi', 'so_gio', 'luot_nguoi', 'so_nguoi'],
  chi_so: ['chi_so', 'ky_nay', 'tu_dau_nam', 'ky_truoc', 'cung_ky'],
  xa_phuong: ['xa_phuong', 'chi_hoi', 'to', 'bao_cao'],
  so_da_doi: ['chi_so', 'ky', 'da_bao_cao', 'bay_gio', 'ai_vi_sao'],
} as const;

/** The sections of a report; one that has nothing to say is left out with all that stands in its list. */
export const sectionFields = [
  'nhan_xet',
  'do_phu',
  'con_thieu',
  'mo_hinh',
  'tap_huan',
  'chi_so',
  'nhom_uu_tien',
  'xa_phuong',
  'luu_y',
  'so_da_doi',
] as const;
export type SectionField = (typeof sectionFields)[number];

/** What stands once in a letter. */
export const letterFields = [
  'co_quan_tren',
  'co_quan',
  'so',
  'quoc_hieu',
  'tieu_ngu',
  'noi_ngay',
  'ten_loai',
  'trich_yeu',
  'loi_ket',
  'thay_mat',
  'chuc_vu',
  'nguoi_ky',
  'nguon',
  'ban_chup',
  'ma_so_lieu',
] as const;
export type LetterField = (typeof letterFields)[number];

/** Without these nobody could tell which figures a paper bears. */
export const neededFields = ['ban_chup', 'ma_so_lieu'] as const;

/** That the data are a demonstration: empty where they are real, and added by us where a template leaves it out. */
export const DEMO_FIELD = 'thu_nghiem';

const words = (names: readonly string[]): Field[] => names.map((name) => ({ name }));

const sectionOf = (name: SectionField): Field => {
  const columns = Object.entries(tableFields).find(([table]) => table === name)?.[1];
  const table = columns && { name: 'bang', list: [{ name: 'dong', list: words(columns) }] };
  return { name, list: [{ name: 'tieu_de' }, { name: 'doan', list: words(['van']) }, ...(table ? [table] : [])] };
};

/** All that a template may name. */
export const fields: readonly Field[] = [
  ...words(letterFields),
  { name: DEMO_FIELD, list: words(['dau']) },
  { name: 'noi_nhan', list: words(['noi']) },
  ...sectionFields.map(sectionOf),
];
