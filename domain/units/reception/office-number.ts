/** The number of an office, of a house or a mobile one, as it is kept: +84 and nine or ten digits. Undefined when it is none. */
export function normalOfficeNumber(text: string): string | undefined {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^(\+?84|0084|0)/, '');
  return /^(2\d{9}|[35789]\d{8})$/.test(digits) ? `+84${digits}` : undefined;
}

/** The same as it is read out, for everybody: "0251 3822 222", "0912 345 678". */
export const shownOfficeNumber = (number: string): string =>
  number.replace(/^\+84(2\d{2})(\d{4})(\d{3})$/, '0$1 $2 $3').replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3');
