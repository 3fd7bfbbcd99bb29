namespace StudyGroup.Tests.Discussion.Rendering;

/// <summary>Texts that would do harm if any of them came out alive. Each is tried in comments and in readings.</summary>
internal static class Hostile
{
    private static readonly string[] Addresses =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)", "javascript&#x3A;alert(1)", "&#106;avascript:alert(1)",
        "&#x6A&#x61;vascript:alert(1)", "&amp;#106;avascript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "java&#9;script:alert(1)", "java&#10;script:alert(1)",
        "java\tscript:alert(1)", "java\u0001script:alert(1)", "\u0001javascript:alert(1)", "\u00A0javascript:alert(1)", "java\\script:alert(1)", "javascript\\:alert(1)", "jav\u00ADascript:alert(1)",
        "java\u200Bscript:alert(1)", "javascript%3Aalert(1)", "%6Aavascript:alert(1)", "vbscript:msgbox(1)", "VBSCRIPT:x", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=",
        "blob:https://example.org/x", "file:///etc/passwd", "filesystem:https://example.org/x", "view-source:https://example.org", "about:blank", "ws://example.org", "ftp://example.org/x", "tel:+1",
        "intent://x#Intent;end", "//evil.example/x", "\\\\evil.example\\x", "/\\evil.example", "/account/sign-out", "https:evil.example", "https:/evil.example", "http:\\\\evil.example",
        "https://bank.example@evil.example/", "https://bank.example%5C@evil.example/", "https://bank.example\\@evil.example/", "https://", "mailto:", "#\" onclick=\"alert(1)", "https://e.example/\"onmouseover=\"alert(1)",
        "https://e.example/'><img src=x>", "https://e.example/`<b>", "https://e.example/\u202Egpj.exe", "jAvAsCrIpT&#0058;//%0Aalert(1)//", " javascript:alert(1)", "x:javascript:alert(1)", "javascript://https://e.example/%0Aalert(1)",
    ];

    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>", "<ScRiPt src=//e.example></sCrIpT>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<math><mtext></mtext></math>",
        "<iframe srcdoc='<script>alert(1)</script>'>", "<a href=javascript:alert(1)>x</a>", "<style>@import 'x'</style>", "<base href=//e.example>", "<form action=//e.example><input name=x>", "<meta http-equiv=refresh content=0>",
        "<!--><script>alert(1)</script>", "<!-- --!><img src=x onerror=alert(1)>", "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?>", "<!DOCTYPE html>", "</p><script>alert(1)</script><p>", "</textarea><script>alert(1)</script>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<math><mi><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<template><script>alert(1)</script></template>", "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">", "`<img src=x onerror=alert(1)>`",
        "```\n</code></pre><script>alert(1)</script>\n```", "``` \"><script>alert(1)</script>\nx\n```", "```{onclick=alert(1)}\nx\n```", "# x {#app onclick=alert(1)}", "[x](https://e.example){onclick=alert(1) style=color:red}", "{onclick=alert(1)}\nwords",
        "*x*{.mention data-block=k}", "| a | b |\n|---|---|\n| <b onclick=x> | [x](javascript:alert(1)) |", "[x](https://e.example \"\\\" onclick=alert(1) \\\"\")", "[x](<https://e.example/> onclick=alert(1))", "[<img src=x onerror=alert(1)>](https://e.example)",
        "![\" onerror=\"alert(1)](x)", "![<script>](javascript:alert(1))", "![x](https://www.youtube.com/watch?v=1)", "![x](https://e.example/a.mp4)", "[[x](javascript:alert(1))](javascript:alert(2))", "[![x](javascript:alert(1))](javascript:alert(2))",
        "[x][a]\n\n[a]: javascript:alert(1)", "[x][]\n\n[x]: data:text/html,1", "[x]\n\n[x]:\n  vbscript:1\n  'title'", "[\u202Ex](https://e.example)", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;img src=x onerror=alert(1)&#62;", "\\<script>alert(1)\\</script>",
        "<<script>script>alert(1)<</script>/script>", "<a@b.example\"onclick=alert(1)>", "<mailto:a@b.example?subject=<script>>", "a@b.example\" onclick=\"x", "http://e.example/\"onclick=\"alert(1)\"", "www.e.example\"><script>alert(1)</script>",
        "[^1]: <script>alert(1)</script>", "x[^<b>]", "x[^\"onclick=alert(1)]", "x[^1](javascript:alert(1))", "@<b>Ana</b>", "¶<b>12</b>", "#<b>ferries</b>", "::: fold <script>alert(1)</script>\nx\n:::", "::: fold \" open ontoggle=\"alert(1)\nx\n:::", "::: fold {onclick=alert(1)}\nx\n:::", "::: fold &lt;img src=x onerror=alert(1)&gt;\n</details><script>alert(1)</script>\n:::",
        "::: script\nalert(1)\n:::", "::: fold \u202Egpj\n</summary>\n:::", "::span::{onclick=alert(1)}", "::: fold\n</details>\n::: fold\n<details open ontoggle=alert(1)>", "#a\" onclick=\"alert(1)", "#javascript:alert(1)", "#a&#34;onclick=x", "[#a](javascript:alert(1))", "#a{onclick=alert(1)}", "\u2028<script>\u2029", "\uFEFF<script>alert(1)</script>", "<scr\0ipt>alert(1)</scr\0ipt>",
    ];

    public static IEnumerable<string> All => Texts.Concat(Addresses.SelectMany(Forms));

    private static IEnumerable<string> Forms(string address) =>
    [
        address, $"[x]({address})", $"[x](<{address}>)", $"[x]( {address} \"t\")", $"[x][a]\n\n[a]: {address}", $"[x][a]\n\n[a]: <{address}>", $"[x]\n\n[x]: {address}", $"<{address}>",
        $"![x]({address})", $"![x][a]\n\n[a]: {address}", $"[![x]({address})]({address})", $"[a [b]({address}) c]({address})", $"[x](\n{address}\n)", $"**[*x*]({address})**", $"> - [x]({address})",
    ];
}
