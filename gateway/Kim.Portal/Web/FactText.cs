using System.Globalization;
using Kim.Portal.Api;
using Kim.Portal.Resources;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.Web;

/// <summary>A fact behind a verdict in words: what it is, and its value.</summary>
public static class FactText
{
    public static string Name(Words words, string path) => words.Of("Fact", path);

    public static string Value(FactUsed fact, CodeLists codes, Words words, IStringLocalizer<Texts> texts) => fact.Value switch
    {
        null => "–",
        "true" => texts["YesNo.True"],
        "false" => texts["YesNo.False"],
        var day when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Show.Date(date),
        var code when fact.Path == "residencePeriods.status" => words.Of(codes.ResidenceStatuses, code),
        var list when fact.Path == "nationalities" => string.Join(", ", list.Split(',', StringSplitOptions.TrimEntries).Select(code => Countries.Name(code, texts))),
        var code when fact.Path.EndsWith("Clarified", StringComparison.Ordinal) => words.Of("Clarified", code),
        var other => other,
    };
}
