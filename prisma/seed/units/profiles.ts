import { generator } from '../chance';
import { type CommuneFact, communes } from './communes';

/** How a commune does in the demonstration. Invented throughout: it says nothing about the real commune. */
export interface CommuneProfile {
  /** share of sub-associations, and of groups, that are covered today */
  subAssociations: number;
  groups: number;
  /** how late it began: 0 at the campaign's beginning, 1 today */
  late: number;
  /** it keeps its records here: share of the campaign gone by when it began to; null = not reported */
  reportedAt: number | null;
  /** it stopped reporting on this day */
  reportedUntil: string | null;
  /** how large it is beside the others */
  weight: number;
}

export const WITHOUT_UNITS = 'dak-lua';
const NOT_REPORTED = ['phuoc-son', 'tho-son', 'dak-nhau', 'phu-ly', 'thanh-son', 'loc-thanh-25294', 'tan-loi'];
const STOPPED_REPORTING = 'xuan-hoa';
const AT_ZERO = ['bu-gia-map', 'phu-trung', 'tan-quan', 'la-nga', 'xuan-duong', 'thong-nhat'];
const COMPLETE = ['tam-hiep', 'tran-bien', 'an-loc', 'long-khanh', 'xuan-lap'];
const COMPLETE_ABOVE = ['binh-long', 'dong-xoai', 'xuan-loc', 'bao-vinh'];

const BIEN_HOA = { lat: 10.94, lon: 106.83 };
const FARTHEST_DEGREES = 1.3;

/** Places that journeys, articles and tests speak of keep to figures of their own. */
const FIXED: Readonly<Record<string, Partial<CommuneProfile>>> = {
  'long-hung': { subAssociations: 0.66, groups: 0.52, late: 0, reportedAt: 0, weight: 1.1 },
  'trang-dai': { subAssociations: 0.84, groups: 0.7, late: 0, reportedAt: 0, weight: 2.4 },
  'hung-phuoc': { subAssociations: 0.92, groups: 0.85, late: 0, reportedAt: 0.02, weight: 1 },
};

/** The profile of every commune, in the order of `communes`. */
export function profiles(): CommuneProfile[] {
  const draw = generator(20250701);
  return communes.map((commune) => ({ ...drawn(commune, draw), ...special(commune.slug), ...FIXED[commune.slug] }));
}

// Near the city more is done than far away, and luck does the rest: a map with a shape.
function drawn(commune: CommuneFact, draw: () => number): CommuneProfile {
  const distance = Math.hypot(commune.lat - BIEN_HOA.lat, commune.lon - BIEN_HOA.lon) / FARTHEST_DEGREES;
  const subAssociations = clamp(0.86 - 0.5 * distance + (draw() - 0.5) * 0.55, 0.08, 0.97);
  const size =
    commune.formerDistrict === 'Thành phố Biên Hòa'
      ? 1.9
      : commune.kind === 'ward' || commune.wardSince2026
        ? 1.25
        : 0.9;
  return {
    subAssociations,
    groups: clamp(subAssociations * (0.55 + draw() * 0.4), 0.04, 0.95),
    late: draw() * 0.35,
    reportedAt: draw() ** 3 * 0.5,
    reportedUntil: null,
    weight: size * (0.65 + draw() * 0.7),
  };
}

function special(slug: string): Partial<CommuneProfile> {
  if (slug === WITHOUT_UNITS) return { weight: 0, subAssociations: 0, groups: 0 };
  if (NOT_REPORTED.includes(slug)) return { reportedAt: null, subAssociations: 0, groups: 0 };
  if (slug === STOPPED_REPORTING) return { reportedAt: 0.1, reportedUntil: '2026-06-01' };
  if (AT_ZERO.includes(slug)) return { subAssociations: 0, groups: 0 };
  if (COMPLETE.includes(slug)) return { subAssociations: 1, groups: 1, late: 0.02 };
  if (COMPLETE_ABOVE.includes(slug)) return { subAssociations: 1, late: 0.05 };
  return {};
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Far from the towns: our assumption (large rural communes), until the union names them. */
export const isRemote = (commune: CommuneFact) =>
  commune.kind === 'commune' && !commune.wardSince2026 && commune.areaKm2 >= 200;
