using System.Globalization;
using System.Text.RegularExpressions;

namespace Kim.Portal.Web;

/// <summary>A number with decimals as people type it: German, and with a point for the decimals where that is what it plainly is.</summary>
public static partial class Amount
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>The number, or null when it is none. <c>0.5</c> is a half, <c>1.250</c> is one thousand two hundred and fifty.</summary>
    public static decimal? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (PlainPoint().IsMatch(text)) return decimal.Parse(text, CultureInfo.InvariantCulture);
        return GermanNumber().IsMatch(text) ? decimal.Parse(text, NumberStyles.Number, German) : null;
    }

    [GeneratedRegex(@"^[0-9]{1,9}\.[0-9]{1,2}$")]
    private static partial Regex PlainPoint();

    [GeneratedRegex(@"^([0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,12})(,[0-9]{1,2})?$")]
    private static partial Regex GermanNumber();
}
