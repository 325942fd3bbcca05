/** The files of the page's own letters (components/ui/styles/fonts.css), with the weights that each is drawn for. */
const files = [
  ['/fonts/be-vietnam-pro-400.woff2', '400'],
  ['/fonts/be-vietnam-pro-600.woff2', '600 800'],
] as const;

let kept: Promise<string> | undefined;

/**
 * The letters of the page as rules that hold them whole, so that a picture looks the same where they are not installed. Empty where they
 * cannot be had: the picture is saved without, and the next one asks again.
 */
export function savedLetters(): Promise<string> {
  kept ??= Promise.all(files.map(ruleOf)).then(
    (rules) => rules.join(''),
    () => {
      kept = undefined;
      return '';
    },
  );
  return kept;
}

async function ruleOf([address, weight]: (typeof files)[number]): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return letterRule(new Uint8Array(await answer.arrayBuffer()), weight);
}

const PART = 8_192;

/** One weight of the letters as a rule of a style sheet that needs no other file. */
export function letterRule(bytes: Uint8Array, weight: string): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PART) binary += String.fromCharCode(...bytes.subarray(at, at + PART));
  return `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
}
