import type { CommuneFact } from './communes';
import { longHung, trangDai } from './places';

const NAMED = [
  'Tân Lập',
  'Tân Hòa',
  'Thuận Hòa',
  'Phước Hòa',
  'Bình Hòa',
  'Đồng Tâm',
  'Thọ Lâm',
  'Suối Nho',
  'Cây Điệp',
  'Bàu Trâm',
  'Tân Bình',
  'Hiệp Lực',
  'Hòa Bình',
  'Hưng Long',
  'Lộc Hòa',
  'Phú Tân',
  'Quảng Biên',
  'Suối Quýt',
  'Thanh Thọ',
  'Tân Hợp',
  'Trung Tâm',
  'Trường An',
  'Vĩnh An',
  'Xuân Thiện',
  'Đức Thắng',
  'Gia Tân',
  'Láng Lớn',
  'Suối Râm',
  'Bàu Cối',
  'Cầu Ván',
  'Bình Thạch',
  'Ông Tạ',
  'Suối Cát',
  'Tân Phong',
  'Bến Sắn',
  'Đồng Xoài Nhỏ',
  'Hòn Đất',
  'Lá Buông',
  'Sóc Lớn',
  'Sơn Hòa',
] as const;

/** Districts where rural hamlets are called "thôn", not "ấp". */
const THON_DISTRICTS = ['Huyện Bù Gia Mập', 'Huyện Bù Đăng', 'Huyện Phú Riềng'];

/** A hamlet or neighbourhood: the word before its name, before and since the commune became a ward. */
export interface Hamlet {
  word: string;
  name: string;
}

/** The names of a commune's hamlets: numbered or named, never the same twice. */
export function hamletsOf(commune: CommuneFact, count: number, draw: () => number): Hamlet[] {
  if (commune.slug === longHung.commune) return numbered('Khu phố', count);
  if (commune.slug === trangDai.commune) {
    const special = ['1', '2', '3', '3A', '4', '4A', '5', 'Ông Hường'];
    const more = Array.from({ length: Math.max(0, count - special.length) }, (_, i) => `${i + 6}`);
    return [...special, ...more].map((name) => ({ word: 'Khu phố', name }));
  }
  const word = commune.kind === 'ward' ? 'Khu phố' : THON_DISTRICTS.includes(commune.formerDistrict) ? 'Thôn' : 'Ấp';
  const share = word === 'Khu phố' ? 0.12 : 0.45;
  if (draw() > share || count > NAMED.length) return numbered(word, count);
  return shuffled(NAMED, draw)
    .slice(0, count)
    .map((name) => ({ word, name }));
}

const numbered = (word: string, count: number) => Array.from({ length: count }, (_, i) => ({ word, name: `${i + 1}` }));

function shuffled<Item>(items: readonly Item[], draw: () => number): Item[] {
  return items
    .map((item) => ({ item, key: draw() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
