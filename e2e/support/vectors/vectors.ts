/**
 * Words that would run, load or break something wherever they were taken for more than words. What runs says so by `ran`, what comes into a
 * page is called `vector`. The first can be a name.
 */
export const VECTORS = [
  '<img id=vector src=x onerror=ran=true>',
  '</title></textarea></style></noscript><script id=vector>ran=true</script>',
  ']]> ]]><vector xmlns="http://www.w.org"/>',
  `"'><svg id=vector onload=ran=true>`,
  '=HYPERLINK("https://evil.example/vector")',
  '</script><script id=vector>ran=true</script><!--',
  '-->*/" autofocus onfocus=ran=true style=position:fixed x="',
  "@SUM(A) ' onmouseover=ran=true vector='",
  '<a id=vector href=javascript:ran=true>vector</a>',
  '[vector](javascript:ran=true) [vector](data:text/html,<script>ran=true</script>) [vector](//evil.example)',
  '![vector](https://evil.example/vector.png) <https://evil.example/vector>',
  '<style id=vector>@import "https://evil.example/vector.css";</style>',
  '<iframe id=vector src=https://evil.example></iframe><object id=vector data=https://evil.example>',
  '<base id=vector href=https://evil.example><meta id=vector http-equiv=refresh content="; url=https://evil.example">',
  '<form id=vector action=https://evil.example><button formaction=javascript:ran=true>vector',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: words, as all of these
  '{{constructor.constructor("ran=true")()}} ${ran=true} #{ran=true} <%=ran=true%> <vector>{vector}</vector>',
  "{vector, plural, one {<b>vector</b>} other {#}} ' '{' [[/admin]] %s $& $1 \\",
  '&lt;img id=vector src=x onerror=ran=true&gt; &#x3c;svg id=vector onload=ran=true&#x3e; %3Csvg onload=ran=true%3E',
  '\\u003cscript id=vector\\u003eran=true\\u003c/script\\u003e \\x3cimg id=vector src=x onerror=ran=true\\x3e',
  'vec\u2028tor vec\u2029tor \u202evector\u202c vec\ufffftor vec\ufffetor vec\u0000tor vec\u001btor',
  '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]> <vector>&x;</vector> <?xml-stylesheet href="//evil.example"?>',
  '<math><mtext><table><mglyph><style><!--</style><img id=vector src=x onerror=ran=true>',
] as const;

/** As many whole vectors as there is room for, beginning with another one each time it is asked. */
export function vectorsFor(most: number, turn: number): string {
  const from = turn % VECTORS.length;
  const turned = [...VECTORS.slice(from), ...VECTORS.slice(0, from)];
  return turned.reduce((words, next) => {
    const longer = words === '' ? next : `${words} ${next}`;
    return longer.length <= most ? longer : words;
  }, '');
}

const all = VECTORS.join(' ');
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const link = (href: unknown, more: object = {}) => ({ type: 'link', attrs: { href, ...more } });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

/** A text as no editor sends it: nodes, marks and attributes of every kind that could run. */
export const RAW_DOCUMENT = JSON.stringify({
  type: 'doc',
  content: [
    paragraph(text(all), text('vector', link('javascript:ran=true')), text('vector\ud800', { type: 'code' })),
    paragraph(text('vector', link('/do-phu', { id: 'vector', onclick: 'ran=true', target: '_top', style: all }))),
    { type: 'heading', attrs: { level: '1 id=vector onclick=ran=true' }, content: [text(all)] },
    { type: 'heading', attrs: { level: 2, id: 'vector', onclick: 'ran=true' }, content: [text('vector')] },
    { type: 'paragraph', attrs: { dangerouslySetInnerHTML: { __html: VECTORS[0] } }, content: [text('vector')] },
    { type: 'html', attrs: { html: VECTORS[0] }, content: [text(VECTORS[0])] },
    { type: 'script', content: [text('ran=true')] },
    { type: 'image', attrs: { id: 'vector', src: 'https://evil.example/vector.png', onerror: 'ran=true' } },
    { type: 'iframe', attrs: { id: 'vector', src: 'javascript:ran=true', srcdoc: VECTORS[0] } },
    { type: 'card', attrs: { of: 'commune', ref: VECTORS[3], words: VECTORS[0] } },
    { type: 'picture', attrs: { ref: 'javascript:ran=true', alt: VECTORS[0] } },
    { type: '__proto__', content: [paragraph(text('vector'))] },
    {
      type: 'table',
      content: [
        {
          type: 'table_row',
          content: [{ type: 'table_cell', attrs: { colspan: VECTORS[6], style: VECTORS[6] }, content: [text(all)] }],
        },
      ],
    },
    { type: 'blockquote', content: [paragraph(text(all, { type: 'textStyle', attrs: { style: 'x' } }))] },
  ],
});

/** What Word puts on the clipboard, and more than Word would. */
export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"><head>
<meta http-equiv=refresh content="0;url=https://evil.example"><link id=vector rel=stylesheet href="https://evil.example/word.css">
<style>@import url(https://evil.example/word.css); p.MsoNormal {mso-style-name:vector; background:url(https://evil.example/a.png)}</style>
<script id=vector>ran=true</script></head><body lang=VI onload="ran=true" style="background:url(https://evil.example/b.png)">
<!--StartFragment--><p class=MsoNormal style='mso-margin-top-alt:auto' onclick="ran=true"><b>Chị Lan</b> kể<o:p></o:p>
<a id=vector href="javascript:ran=true">bấm vào</a> <a href="https://chi-em.example/x" onclick="ran=true" target=_top>trang</a></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>Việc một</p>
<!--[if gte vml 1]><v:shape id=vector><v:imagedata src="https://evil.example/c.png"/></v:shape><![endif]-->
<img id=vector src="https://evil.example/d.png" srcset="https://evil.example/e.png 2x" onerror="ran=true">
<table onclick="ran=true"><tr><td colspan=9 style="background:url(https://evil.example/f.png)">Ô một</td></tr></table>
<iframe id=vector src="https://evil.example" srcdoc="<script>parent.ran=true</script>"></iframe><h1 id=vector onclick="ran=true">Tựa</h1>
<svg id=vector onload="ran=true"><style><img src=x onerror=ran=true></style><a xlink:href="javascript:ran=true"><text>Hình</text></a></svg>
<math><mtext><table><mglyph><style><!--</style><img id=vector src=x onerror=ran=true></mglyph></table></mtext></math>
<form id=vector action="https://evil.example"><input autofocus onfocus="ran=true"><button formaction="javascript:ran=true">Gửi</button></form>
<!--EndFragment--></body></html>`;

/** The same of Zalo, with parts that only the editor itself draws. */
export const ZALO = `<meta charset="utf-8"><div id="vector" class="card--text" data-z="vector" onmouseover="ran=true"><span>Chị em ơi</span>
<img class="emoji" alt="😀" src="https://evil.example/g.png" onerror="ran=true"><img alt="<img src=x onerror=ran=true>" src="x">
<a href="data:text/html,<script>ran=true</script>">lớp học</a> <a href=" java&#10;script:ran=true">tối nay</a></div>
<aside id="vector" data-of="commune" data-ref="long-hung" data-words="<img id=vector src=x onerror=ran=true>" onclick="ran=true"></aside>
<aside data-of="commune" data-ref="&quot;><svg id=vector onload=ran=true>">nơi</aside>
<figure id="vector" data-ref="../../../evil" data-alt="<img id=vector src=x onerror=ran=true>"><img src="https://evil.example/h.png"></figure>
<video id="vector" src="https://evil.example/i.mp4" autoplay onloadstart="ran=true"></video><template><script>ran=true</script></template>`;
