using System.Globalization;

namespace Kim.Benchmarks;

/// <summary>Figures as text, alike on every machine.</summary>
internal static class Text
{
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
