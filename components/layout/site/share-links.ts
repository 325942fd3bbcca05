/** Zalo's own share page takes the address as JSON in base64, encoded twice. */
export const zaloHref = (url: string) => {
  const data = encodeURIComponent(encodeURIComponent(btoa(JSON.stringify({ url }))));
  return `https://button-share.zalo.me/share_external?layout=1&color=blue&customize=false&d=${data}&shareType=0`;
};

export const facebookHref = (url: string) => `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`;

export const mailHref = (url: string, title: string) =>
  `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}`)}`;
