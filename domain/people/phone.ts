/** A mobile number as it is kept: +84 and nine digits. Undefined when it is none. Blanks, dots, "0", "84" and "+84" in front are all read. */
export function normalPhone(text: string): string | undefined {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^(\+?84|0084|0)/, '');
  return /^[35789]\d{8}$/.test(digits) ? `+84${digits}` : undefined;
}

/** +84912345678 as it is read out here: "0912 345 678". */
export const shownPhone = (phone: string): string => phone.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3');

/** "09•• ••• 678": enough to tell two numbers apart, too little to call. */
export const maskedPhone = (phone: string): string => shownPhone(phone).replace(/^(0\d)\d\d \d{3} /, '$1•• ••• ');
