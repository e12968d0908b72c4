"""Well-known strings that become code where a text is taken for markup, and what they would run.

Each calls ``alert``, which the tests watch: with the policy of the pages set aside, an unescaped
one would be heard. They are the usual forms of the XSS cheat sheets (OWASP, PortSwigger), shortened.
"""

INJECTIONS = (
    # HTML
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=data:,alert(1)></script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<input autofocus onfocus=alert(1)>",
    "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    "<base href=javascript:alert(1)//>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=data:text/css,*{color:red}>",
    "<style>@import 'data:text/css,*{display:none}';</style>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<template><script>alert(1)</script></template>",
    # out of what surrounds the text
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<!--<script>",
    "<plaintext>",
    # attributes
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    '" autofocus onfocus=alert(1) x="',
    'x" style="position:fixed;inset:0" y="',
    # JSON-LD and scripts
    "</script><script>alert(1)</script>",
    '</ScRiPt ><img src=x onerror="alert(1)">',
    '"};alert(1);//',
    "\\u003c/script\\u003e\\u003cscript\\u003ealert(1)",
    "\u2028alert(1)\u2029",
    # URLs
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    # templates
    "{{ 7*7 }}{{ cycler.__init__.__globals__ }}",
    "{% for x in (1).__class__.__mro__ %}{{ x }}{% endfor %}",
    "${alert(1)}#{alert(1)}<%= alert(1) %>",
    # Markdown
    "[lien](javascript:alert(1))",
    "![image](x){: onerror=alert(1)}",
    "<javascript:alert(1)>",
)
