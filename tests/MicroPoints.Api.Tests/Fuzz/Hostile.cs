namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Values that no honest client sends.</summary>
internal static class Hostile
{
    /// <summary>As texts; what JSON must escape is escaped where it is written.</summary>
    public static readonly string[] Texts =
    [
        "", " ", "null", "true", "0", "-1", ".", "..", "...", "-", "_", ":", "../../etc/passwd", "..\\..\\win.ini", "/etc/passwd",
        "c-1/../c-2", "%2e%2e%2f", "%00", "%ff", "a/b", "a?b=c", "a#b", "a;b", "a b", "a+b", "a&b=c", "~", "*", "CON", "nul.txt",
        "' OR '1'='1", "'; DROP TABLE chambers;--", "\" or \"\"=\"", "<script>alert(1)</script>", "<!--#exec cmd=\"ls\"-->",
        "{{7*7}}", "${7*7}", "${jndi:ldap://127.0.0.1/a}", "%s%s%s%n", "$(id)", "`id`", "| id", "=cmd|'/C calc'!A0",
        "\0", "a\0b", "\u0001", "\u007f", "\u0085", "\u2028", "\u202e内", "\ufeff", "\ufffe", "\uffff", "e\u0301", "𝒜𝒷",
        "👨‍👩‍👧‍👦", "ﷺ",
        "\r\nX-Evil: 1", "a\r\nb", "a\tb", "\u200b", "ＡＢＣ", "İ", "ß", "ſ",
        "2026-02-30", "2026-13-01", "2026-00-00", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "1949-09-30",
        "1949-10-01",
        "2199-12-31", "2200-01-01", "2026-1-1", "20260101", "2026-04-12T00:00:00Z", "2026-04-12T25:61:61Z",
        "2026-04-12T08:00:00+99:00",
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "٢٠٢٦-٠٤-١٢", "２０２６-０４-１２", "2026Q0", "2026Q5", "2026-2025",
        "2026-2026",
        "0000", "9999", "9999Q4", "0001", "9998-9999", "1900-2199", "2026-04", "2024-02-29", "2023-02-29",
        "00", "9", "99", "9999", "990202", "99020201", "000000000", "99010110٠", "1e2", "0x10", "NaN", "Infinity", "-Infinity",
        "9223372036854775807", "9223372036854775808", "-9223372036854775809", "2147483648", "99999999999999999999999999", "501",
        "1.5",
        "sha256:", "sha256:zz", "sha256:" + Hex, "SHA256:" + Hex, "1/0", "0/1", "13/12", "1/13", "2/1", "1/2/3", "-1/2",
        "known", "register", "seal-2026", "restated", "micro-points", "2026.1", "member.visited", "party-charter.adopted",
        "ended",
        "approver", "nation", "__proto__", "constructor", "toString", "$type", "$ref", "$id", new('a', 64), new('a', 65),
        new('字', 200),
        new('字', 201), new('9', 300), new('a', 2_001), new('"', 5_000), new('\\', 5_000), new('é', 70_000),
    ];

    private const string Hex = "5f2b3c1f3f7f4c0a9a3d1b8e6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d";

    /// <summary>As JSON, or what is nearly JSON.</summary>
    public static readonly string[] Raw =
    [
        "0", "-0", "-1", "1", "2", "1.0", "1.00", "1.005", "1e0", "1e1", "0.1e1", "1e-2", "1e-3", "1e28", "1e29", "1e308",
        "1e309", "1e-400", "1E400",
        "1000000", "1000001", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "18446744073709551616",
        "79228162514264337593543950335", "79228162514264337593543950336", "0.0000000000000000000000000001",
        "92233720368547758.07",
        "10000000000.00", "10000000000.01", "0.1000000000000000000000000000000000001", new('9', 5_000),
        "0." + new string('0', 5_000) + "1",
        "true", "false", "null", "[]", "{}", "[[]]", "[null]", "[\"\"]", "[0]", "{\"a\":1}", "{\"\":null}", "[true,false]",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\\u0000b\"", "\"\\ud83d\"", "\"\\/\"",
        "NaN", "Infinity", "-Infinity", "+1", "01", ".5", "5.", "0x10", "1_000", "'a'", "undefined", "\"\\x41\"", "\"\\u12\"",
        "\"", "\"a\tb\"", "/**/1",
        "\"a\nb\"", "[1,]", "{\"a\":1,}", "{a:1}", "tru", "TRUE", "\u00a01",
    ];

    public static readonly string[] Etags =
    [
        "*", "\"\"", "\"", "x", "\"x\"", "W/\"x\"", "w/\"x\"", "W/", "\"x\", \"y\"", "\"x\",,\"y\"", ", ,", "\"0-0\"",
        $"\"0-{Hex}\"", $"\"-1-{Hex}\"",
        $"\"9223372036854775808-{Hex}\"", $"\"1-{Hex}\"", $"W/\"1-{Hex}\"", $"\"1-{Hex}\" junk", "\"\\\"\"", "\"字\"",
        "*, \"x\"", "0-0", "'x'", new('"', 500),
        "\"" + new string('a', 4_000) + "\"",
    ];

    public static readonly string[] MediaTypes =
    [
        "", "text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=nonsense",
        "application/json;", "json",
        "application/*", "*/*", "application/json, text/plain", "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "application/problem+json", "APPLICATION/JSON", "application/json;charset=\"utf-8\"", "application/jsonp", "/", ";",
        "application/yaml",
    ];

    public static readonly string[] Accepts =
    [
        "", "text/html", "application/xml", "*/*;q=0", "application/json;q=0", "nonsense", "application/json;q=abc", ",,,",
        "image/*",
    ];

    public static readonly string[] Ranges =
    [
        "bytes=0-0", "bytes=0-", "bytes=-1", "bytes=99999999-", "bytes=5-2", "bytes=0-0,2-3", "bytes=-0", "bytes=a-b",
        "lines=1-2", "bytes=", "bytes=0-9223372036854775808",
    ];

    public static readonly string[] Hosts =
    [
        "evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "localhost.", "[::1]", "localhost:1",
        "127.0.0.1:99999", "0.0.0.0", "127.1",
    ];

    public static readonly string[] Methods = ["PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "MERGE", "get", "Post", "X",
    "DELETE-ALL"];

    public static readonly string[] Credentials =
    [
        "Bearer", "Bearer ", "bearer x", "Basic YWRtaW46YWRtaW4=", "Bearer mp_", "Bearer mp__", "Bearer null",
        "Bearer mp_approver_", "Digest a=b",
        "Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYXBwcm92ZXIifQ.", "Bearer mp_../../x_" + "A", "mp_approver-990101_", "Negotiate",
    ];

    /// <summary>Headers that other servers obey and this one must not.</summary>
    public static readonly (string Name, string Value)[] Proxies =
    [
        ("X-HTTP-Method-Override", "DELETE"), ("X-Method-Override", "PUT"), ("X-Original-URL", "/api/v1/keys"),
        ("X-Rewrite-URL", "/api/v1/keys"),
        ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Proto", "https"),
        ("Forwarded", "for=127.0.0.1;host=evil"),
        ("X-Role", "approver"), ("X-Scope", "00"), ("Cookie", "role=approver"), ("Origin", "https://evil.example"),
        ("Upgrade", "h2c"),
        ("Content-Encoding", "gzip"), ("Expect", "100-continue"), ("TE", "trailers"), ("If-Modified-Since", "yesterday"),
        ("Via", "1.1 x"),
    ];
}
