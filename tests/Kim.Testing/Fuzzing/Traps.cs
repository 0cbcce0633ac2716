using System.Text;

namespace Kim.Testing.Fuzzing;

/// <summary>Values that have broken other systems.</summary>
internal static class Traps
{
    /// <summary>Raw JSON in the place of a value. What stands in quotes is written with escapes, as a client could.</summary>
    public static readonly string[] Json =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e400", "-1e400", "1E-400", "NaN", "Infinity", "2147483648", "-2147483649", "9223372036854775808",
        "0.1234567890123456789012345678", "79228162514264337593543950336", "123456789012345678901234567890", "01", "+1", ".5", "1.", "0x10",
        "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\ufeff\"", "\"\\u202eabc\"", "\"\\u200b\"",
        "\"\\uffff\"", "\"\\ufffe\"", "\"e\\u0301\\u0301\\u0301\\u0301\"", "\"\\u0043\\u0328\\u0306\"", "\"\\u004d\\u0302\"", "\"\\u1e9e\\u0131\\u0130\"", "\"\\ufb01\\u2126\"",
        "\"0001-01-01\"", "\"9999-12-31\"", "\"2024-02-29\"", "\"2023-02-29\"", "\"2026-13-01\"", "\"2026-1-1\"", "\"-0001-01-01\"", "\"10000-01-01\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"2026-10-25T02:30:00\"",
        "\"2026-12-31T23:59:60Z\"", "\"2026-06-01T10:00:00+05:30\"", "\"00000000-0000-0000-0000-000000000000\"", "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"",
        "\"0a000000-0000-4000-8000-000000000012\"", "\"{0a000000-0000-4000-8000-000000000001}\"",
        "\"' or 1=1 --\"", "\"'; drop table audit; --\"", "\"\\\\'; select pg_sleep(3); --\"", "\"$$; select 1\"", "\"{0}\"", "\"%s%n\"", "\"%\"", "\"_\"", "\"\\\\\"",
        "\"a\\r\\nX-Injected: 1\"", "\"=HYPERLINK(\\\"http://evil.example\\\")\"", "\"+1+cmd|' /C calc'!A0\"", "\"@SUM(1)\"", "\"{{7*7}}\"", "\"${7*7}\"", "\"<svg onload=alert(1)>\"",
        "\"../../etc/passwd\"", "\"C:\\\\con\"", "\"\\u001b[31m\"", "[]", "{}", "[null]", "[[]]", "{\"\":null}", "[\"\"]", "[0,0,0]",
    ];

    /// <summary>Texts for queries and paths, before encoding.</summary>
    public static readonly string[] Text =
    [
        "", " ", "0", "-1", "1e9", "2147483648", "9223372036854775808", "NaN", "null", "true", "' or 1=1 --", "'; drop table audit; --", "\\", "%", "_", "*", "(",
        "a\tb", "e\u0301\u0301", "M\u0302", "\u202e", "\ufeff", "\U0001F600", "\u0130", "\u1e9e", "0001-01-01", "9999-12-31", "2023-02-29", "2024-02-29", "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00", "00000000-0000-0000-0000-000000000000", "../../etc/passwd", "=1+1", "{{7*7}}", "<svg>", "\u001b[31m", "05558012", "HILFEPLANUNG",
    ];

    /// <summary>Parts of a target that are no valid UTF-8, hide another sign, or climb.</summary>
    public static readonly string[] Encoded =
    [
        "%00", "%0d%0aX-Injected:%201", "%ff", "%c0%af", "%ed%a0%80", "%2e%2e%2f", "%252e%252e%252f", "%2f", "%5c", "..%2f..%2f", "%", "%zz", "%u0041", ";x=1", "%3f", "%23", "//", "/./", "/../",
    ];

    /// <summary>A text of this many signs.</summary>
    public static string Long(int length, Random random) => new(random.Next(3) switch { 0 => 'a', 1 => 'ß', _ => '漢' }, length);

    /// <summary>Brackets in brackets.</summary>
    public static string Deep(int depth, bool objects) => objects
        ? new StringBuilder().Insert(0, "{\"a\":", depth).Append('1').Append('}', depth).ToString()
        : new string('[', depth) + new string(']', depth);
}
