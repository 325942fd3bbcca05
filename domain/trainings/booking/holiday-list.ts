/**
 * Days on which no session is planned, as data: an id, whose days they are, their names in both languages, and when.
 * `yearly`: month and day; `days`: what the moon moves, written out for 2026 to 2030.
 */
export const holidayList: {
  id: string;
  kind: 'public' | 'union';
  vi: string;
  en: string;
  yearly?: string[];
  days?: string[];
}[] = [
  {
    id: 'new-year',
    kind: 'public',
    vi: 'Tết Dương lịch',
    en: "New Year's Day",
    yearly: ['01-01'],
  },
  {
    // The government chooses five days each year, one or two of them before the first of the lunar year: all that may
    // be are named.
    id: 'tet',
    kind: 'public',
    vi: 'Tết Nguyên đán',
    en: 'Tết',
    days: [
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2027-02-04',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2028-01-24',
      '2028-01-25',
      '2028-01-26',
      '2028-01-27',
      '2028-01-28',
      '2028-01-29',
      '2028-01-30',
      '2029-02-11',
      '2029-02-12',
      '2029-02-13',
      '2029-02-14',
      '2029-02-15',
      '2029-02-16',
      '2029-02-17',
      '2030-01-31',
      '2030-02-01',
      '2030-02-02',
      '2030-02-03',
      '2030-02-04',
      '2030-02-05',
      '2030-02-06',
    ],
  },
  {
    id: 'women',
    kind: 'union',
    vi: 'ngày Quốc tế Phụ nữ 8/3',
    en: 'International Women’s Day, 8 March',
    yearly: ['03-08'],
  },
  {
    id: 'hung-kings',
    kind: 'public',
    vi: 'Giỗ Tổ Hùng Vương',
    en: "Hung Kings' Day",
    days: ['2026-04-26', '2027-04-16', '2028-04-04', '2029-04-23', '2030-04-12'],
  },
  {
    id: 'reunification',
    kind: 'public',
    vi: 'ngày Giải phóng 30/4',
    en: 'Reunification Day',
    yearly: ['04-30'],
  },
  {
    id: 'labour',
    kind: 'public',
    vi: 'Quốc tế Lao động 1/5',
    en: 'Labour Day',
    yearly: ['05-01'],
  },
  {
    // The government chooses a second day before or after 2 September: both are named.
    id: 'national',
    kind: 'public',
    vi: 'Quốc khánh',
    en: 'National Day',
    yearly: ['09-01', '09-02', '09-03'],
  },
  {
    id: 'vietnamese-women',
    kind: 'union',
    vi: 'ngày Phụ nữ Việt Nam, thành lập Hội 20/10',
    en: 'Vietnamese Women’s Day, the union’s founding, 20 October',
    yearly: ['10-20'],
  },
  {
    id: 'culture',
    kind: 'public',
    vi: 'Ngày Văn hóa Việt Nam',
    en: 'Day of Vietnamese Culture',
    yearly: ['11-24'],
  },
];
