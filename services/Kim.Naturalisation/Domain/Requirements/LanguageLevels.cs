using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>The levels of the Common European Framework in their order.</summary>
internal static class LanguageLevels
{
    private static readonly string[] Order = ["A1", "A2", "B1", "B2", "C1", "C2"];

    /// <summary>Whether a level is at least another.</summary>
    public static bool Reaches(string level, string least) => Array.IndexOf(Order, level) >= Array.IndexOf(Order, least);

    /// <summary>The level that is proven in every part: a weaker writing pulls the certificate down.</summary>
    public static string? Best(LanguageFacts? language) => language?.Certificate is not { } overall ? null
        : language.Writing is { } writing && !Reaches(writing, overall) ? writing : overall;
}
