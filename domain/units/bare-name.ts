/** What a commune is, as many type it before its name. */
const KIND = /^(phường|xã|đặc khu)\s+(?=\S)/iu;

/** The name of a commune without its kind, which is dated by itself and said by every page: never "Phường Phường Mới". */
export const bareName = (name: string): string => name.replace(KIND, '');
