using System.Globalization;
using Kim.Portal.Api;
using Kim.Portal.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.Web;

/// <summary>Codes as words: states and kinds from the portal's texts, vocabularies from the services that own them.</summary>
public sealed class Words(
    IStringLocalizer<Texts> texts, CasesApi cases, NetworkApi network, InterpretersApi interpreters, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private static readonly CodeLists NoCodes = new();

    /// <summary>The word for a code of a group, or the code itself where no word is known.</summary>
    public string Of(string group, string? code)
    {
        if (string.IsNullOrEmpty(code)) return "–";
        var word = texts[$"{group}.{code}"];
        return word.ResourceNotFound ? code : word.Value;
    }

    public string Of(IReadOnlyList<CodeEntry> entries, string? code)
    {
        if (string.IsNullOrEmpty(code)) return "–";
        return entries.FirstOrDefault(entry => entry.Code == code) is { } found ? Title(found.TitleDe, found.TitleEn, code) : code;
    }

    public List<SelectListItem> Options(string group, params string[] codes) => [.. codes.Select(code => new SelectListItem(Of(group, code), code))];

    public static List<SelectListItem> Options(IReadOnlyList<CodeEntry> entries) =>
        [.. entries.Select(entry => new SelectListItem(Title(entry.TitleDe, entry.TitleEn, entry.Code), entry.Code))];

    public Task<CodeLists> Codes(CancellationToken ct) => Remembered("codes", NoCodes, cases.Codes, ct);

    public async Task<IReadOnlyDictionary<string, string>> Municipalities(CancellationToken ct) =>
        (await Remembered("municipalities", [], network.Municipalities, ct)).ToDictionary(entry => entry.Ags, entry => entry.Name);

    public async Task<List<SelectListItem>> MunicipalityOptions(CancellationToken ct) =>
        [.. (await Municipalities(ct)).OrderBy(entry => entry.Value, StringComparer.CurrentCulture).Select(entry => new SelectListItem(entry.Value, entry.Key))];

    public async Task<IReadOnlyDictionary<string, string>> Languages(CancellationToken ct) =>
        (await PoolLanguages(ct)).ToDictionary(entry => entry.Code, entry => Title(entry.TitleDe, entry.TitleEn, entry.Code));

    public async Task<List<SelectListItem>> LanguageOptions(CancellationToken ct) =>
        [.. (await Languages(ct)).OrderBy(entry => entry.Value, StringComparer.CurrentCulture).Select(entry => new SelectListItem(entry.Value, entry.Key))];

    /// <summary>Names of the organisations of the network today.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Organisations(CancellationToken ct) =>
        (await Remembered("organisations", [], network.Organisations, ct)).ToDictionary(entry => entry.Key, entry => entry.Name);

    public async Task<List<SelectListItem>> OrganisationOptions(CancellationToken ct) =>
        [.. (await Organisations(ct)).OrderBy(entry => entry.Value, StringComparer.CurrentCulture).Select(entry => new SelectListItem(entry.Value, entry.Key))];

    /// <summary>Names of the committees today.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Committees(CancellationToken ct) =>
        (await Remembered("committees", [], network.Committees, ct)).ToDictionary(entry => entry.Key, entry => entry.Name);

    /// <summary>Names of the funding pots for those who may read them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Pots(CancellationToken ct) =>
        (await Remembered("pots", [], interpreters.FundingPots, ct)).ToDictionary(pot => pot.Key, pot => pot.TitleDe);

    /// <summary>Dialects of all languages, each under the name of its language.</summary>
    public async Task<List<SelectListItem>> DialectOptions(CancellationToken ct) =>
    [
        .. from language in await PoolLanguages(ct)
           from dialect in language.Dialects
           let name = Title(dialect.TitleDe, dialect.TitleEn, dialect.Code)
           select new SelectListItem($"{Title(language.TitleDe, language.TitleEn, language.Code)}: {name}", dialect.Code),
    ];

    private Task<IReadOnlyList<Language>> PoolLanguages(CancellationToken ct) => Remembered("languages", [], interpreters.Languages, ct);

    private static string Title(string? german, string? english, string code) =>
        (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english ?? german : german) ?? code;

    // The lists are the same for all users and no secret; a role that may not read one sees codes instead of words.
    private async Task<T> Remembered<T>(string key, T otherwise, Func<CancellationToken, Task<T>> load, CancellationToken ct)
    {
        if (cache.TryGetValue(key, out T? kept)) return kept!;
        try
        {
            return cache.Set(key, await load(ct), Kept);
        }
        catch (ApiException refused) when (refused.Problem.Status != 401)
        {
            return otherwise;
        }
    }
}
