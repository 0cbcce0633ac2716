using System.Globalization;
using System.Text.Json;
using Kim.Portal.Api;
using Kim.Portal.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.Web;

/// <summary>
/// States of the world by ISO 3166-1 alpha-3, in the language of the page. Names are those of Unicode CLDR: on Linux .NET names
/// a region only in its own language and in English.
/// </summary>
public static class Countries
{
    private static readonly Dictionary<string, CodeEntry> Entries = Load();

    public static string Name(string code, IStringLocalizer<Texts> texts)
    {
        if (Entries.TryGetValue(code, out var entry)) return Title(entry);
        var other = texts["Country." + code];
        return other.ResourceNotFound ? code : other.Value;
    }

    public static List<SelectListItem> Options(IStringLocalizer<Texts> texts) =>
    [
        .. Entries.Values.Select(entry => new SelectListItem(Title(entry), entry.Code)).OrderBy(item => item.Text, StringComparer.CurrentCulture),
        new(Name("STATELESS", texts), "STATELESS"),
        new(Name("UNKNOWN", texts), "UNKNOWN"),
    ];

    private static string Title(CodeEntry entry) =>
        (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? entry.TitleEn : entry.TitleDe) ?? entry.Code;

    private static Dictionary<string, CodeEntry> Load()
    {
        using var file = typeof(Countries).Assembly.GetManifestResourceStream("Kim.Portal.Resources.countries.json")!;
        return JsonSerializer.Deserialize<List<CodeEntry>>(file, JsonSerializerOptions.Web)!.ToDictionary(entry => entry.Code);
    }
}
