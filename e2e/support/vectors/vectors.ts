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
