using System.Globalization;
using System.Text;

namespace Kim.Cases.Domain;

/// <summary>
/// Names of natural persons by DIN 91379 (String.Latin+, data type A): normal form C, allowed characters and sequences,
/// and the search form A to Z. PostgreSQL's unaccent is not the norm (it writes ö as O), so the rules stand here.
/// </summary>
public static class LatinNames
{
    // Precomposed letters of the norm, as ranges of code points.
    private static readonly (char From, char To)[] Letters =
    [
        ('\u0041', '\u005A'), ('\u0061', '\u007A'), ('\u00C0', '\u00D6'), ('\u00D8', '\u00F6'), ('\u00F8', '\u017E'),
        ('\u0187', '\u0188'), ('\u018F', '\u018F'), ('\u0197', '\u0197'), ('\u01A0', '\u01A1'), ('\u01AF', '\u01B0'),
        ('\u01B7', '\u01B7'), ('\u01CD', '\u01DC'), ('\u01DE', '\u01DF'), ('\u01E2', '\u01F0'), ('\u01F4', '\u01F5'),
        ('\u01F8', '\u01FF'), ('\u0212', '\u0213'), ('\u0218', '\u021B'), ('\u021E', '\u021F'), ('\u0227', '\u0233'),
        ('\u0259', '\u0259'), ('\u0268', '\u0268'), ('\u0292', '\u0292'), ('\u1E02', '\u1E03'), ('\u1E06', '\u1E07'),
        ('\u1E0A', '\u1E11'), ('\u1E17', '\u1E17'), ('\u1E1C', '\u1E2B'), ('\u1E2F', '\u1E37'), ('\u1E3A', '\u1E3B'),
        ('\u1E40', '\u1E49'), ('\u1E52', '\u1E5B'), ('\u1E5E', '\u1E63'), ('\u1E6A', '\u1E6F'), ('\u1E80', '\u1E87'),
        ('\u1E8C', '\u1E97'), ('\u1E9E', '\u1E9E'), ('\u1EA0', '\u1EF9'),
    ];

    private const string NonLetters = " ',-.`~\u00A8\u00B4\u00B7\u02B9\u02BA\u02BE\u02BF\u02C8\u02CC\u2019\u2021";

    // Letters that only exist as a base with combining marks: base, then the allowed mark sequences.
    private static readonly Dictionary<char, string[]> Sequences = new()
    {
        ['A'] = ["\u030B"],
        ['C'] = ["\u0300", "\u0304", "\u0306", "\u0308", "\u0315", "\u0323", "\u0326", "\u0328\u0306"],
        ['D'] = ["\u0302"],
        ['F'] = ["\u0300", "\u0304"],
        ['G'] = ["\u0300"],
        ['H'] = ["\u0304", "\u0326", "\u0331"],
        ['J'] = ["\u0301", "\u030C"],
        ['K'] = ["\u0300", "\u0302", "\u0304", "\u0307", "\u0315", "\u031B", "\u0326", "\u035F"],
        ['L'] = ["\u0302", "\u0325", "\u0325\u0304", "\u0326"],
        ['M'] = ["\u0300", "\u0302", "\u0306", "\u0310"],
        ['N'] = ["\u0302", "\u0304", "\u0306", "\u0326"],
        ['P'] = ["\u0300", "\u0304", "\u0315", "\u0323"],
        ['R'] = ["\u0306", "\u0325", "\u0325\u0304"],
        ['S'] = ["\u0300", "\u0304", "\u031B\u0304", "\u0331"],
        ['T'] = ["\u0300", "\u0304", "\u0308", "\u0315", "\u031B"],
        ['U'] = ["\u0307"],
        ['Z'] = ["\u0300", "\u0304", "\u0306", "\u0308", "\u0327"],
        ['\u00C7'] = ["\u0306"],
        ['\u00DB'] = ["\u0304"],
        ['\u00FF'] = ["\u0301"],
        ['\u010C'] = ["\u0315", "\u0323"],
        ['\u0113'] = ["\u030D"],
        ['\u012A'] = ["\u0301"],
        ['\u014D'] = ["\u030D"],
        ['\u017D'] = ["\u0326", "\u0327"],
        ['\u1E32'] = ["\u0304"],
        ['\u1E62'] = ["\u0304"],
        ['\u1E6C'] = ["\u0304"],
        ['\u1EA0'] = ["\u0308"],
        ['\u1ECC'] = ["\u0308"],
        ['\u1EE4'] = ["\u0304", "\u0308"],
    };

    // Letters that no decomposition takes apart.
    private static readonly Dictionary<char, string> SearchForms = new()
    {
        ['Æ'] = "AE", ['Ø'] = "OE", ['Œ'] = "OE", ['ß'] = "SS", ['ẞ'] = "SS", ['Þ'] = "TH", ['Ð'] = "D", ['Đ'] = "D",
        ['Ħ'] = "H", ['Ŧ'] = "T", ['Ł'] = "L", ['ı'] = "I", ['Ĳ'] = "IJ", ['ĸ'] = "K", ['Ŋ'] = "N", ['ŉ'] = "N",
        ['Ŀ'] = "L", ['Ə'] = "E", ['Ɨ'] = "I", ['Ƈ'] = "C", ['Ʒ'] = "Z", ['Ǥ'] = "G",
    };

    /// <summary>Normal form C, outer blanks removed, inner blanks single.</summary>
    public static string Normalize(string name) =>
        string.Join(' ', name.Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first character or sequence that the norm does not allow in a name, or null.</summary>
    public static string? FirstForbidden(string name)
    {
        var text = name.Normalize(NormalizationForm.FormC);
        for (var i = 0; i < text.Length;)
        {
            var marks = i + 1;
            while (marks < text.Length && IsMark(text[marks])) marks++;
            if (!IsAllowed(text[i], text[(i + 1)..marks])) return text[i..marks];
            i = marks;
        }

        return null;
    }

    /// <summary>The norm's search form: A to Z, words parted by one blank.</summary>
    public static string SearchForm(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        var text = name.Normalize(NormalizationForm.FormD);
        for (var i = 0; i < text.Length;)
        {
            var marks = i + 1;
            while (marks < text.Length && IsMark(text[marks])) marks++;
            Append(result, text[i], text.AsSpan()[(i + 1)..marks]);
            i = marks;
        }

        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A looser form: people who drop the umlaut letter (Muller for Müller or Mueller) find each other.</summary>
    public static string LooseForm(string name) => SearchForm(name)
        .Replace("AE", "A", StringComparison.Ordinal).Replace("OE", "O", StringComparison.Ordinal)
        .Replace("UE", "U", StringComparison.Ordinal).Replace("AA", "A", StringComparison.Ordinal)
        .Replace("SS", "S", StringComparison.Ordinal);

    /// <summary>Both forms, for one column that a search looks into.</summary>
    public static string SearchText(string name) => $"{SearchForm(name)} {LooseForm(name)}";

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsAllowed(char letter, string marks)
    {
        if (marks.Length > 0)
        {
            return Sequences.TryGetValue(letter, out var own) && own.Contains(marks, StringComparer.Ordinal)
                || Sequences.TryGetValue(char.ToUpperInvariant(letter), out var upper) && upper.Contains(marks, StringComparer.Ordinal);
        }

        return NonLetters.Contains(letter, StringComparison.Ordinal) || Letters.Any(range => letter >= range.From && letter <= range.To);
    }

    private static void Append(StringBuilder result, char letter, ReadOnlySpan<char> marks)
    {
        var upper = char.ToUpperInvariant(letter);
        if (SearchForms.TryGetValue(letter, out var special) || SearchForms.TryGetValue(upper, out special))
        {
            result.Append(special);
            return;
        }

        if (upper is >= 'A' and <= 'Z')
        {
            result.Append(upper);
            if (upper is 'A' or 'O' or 'U' && marks.Contains('\u0308')) result.Append('E');
            else if (upper is 'A' && marks.Contains('\u030A')) result.Append('A');
        }
        else if (upper is ' ' or '-')
        {
            // A hyphen parts words as a blank does; all other signs vanish (O'Neil is found as ONEIL).
            result.Append(' ');
        }
    }
}
