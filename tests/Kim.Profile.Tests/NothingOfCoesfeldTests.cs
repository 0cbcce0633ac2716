using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kim.Profile.Tests;

/// <summary>
/// What makes an installation this Kreis is data. No name, key or AGS of the first Kreis stands in the code of services, gateway, portal,
/// identity, AppHost or tools, but for the exceptions below, each with its reason.
/// </summary>
public sealed partial class NothingOfCoesfeldTests
{
    private static readonly string[] Rooms = ["services", "gateway", "tools", "Kim.AppHost", "Kim.ServiceDefaults"];

    // Path (a folder ends with '/'), pattern of what may stand there, reason.
    private static readonly (string Path, string May, string Reason)[] Exceptions =
    [
        ("Kim.AppHost/AppHost.cs", "coesfeld", "the default of the setting Kim:Profile"),
        ("gateway/Kim.Identity/Domain/PasswordRules.cs", "^(coesfeld|dülmen|duelmen|kreis)$", "words that a password must not be made of; they only refuse"),
        ("tools/Kim.Demo/", ".*", "the demo plays on the profile coesfeld, with its accounts, places and offers"),
    ];

    // The rare word that is German as well as a place.
    private static readonly string[] Ambiguous = ["Senden", "Olfen"];

    public static TheoryData<string> EveryRoom => [.. Rooms];

    [Theory, MemberData(nameof(EveryRoom))]
    public void No_place_and_no_AGS_of_the_Kreis_is_in_the_code(string room)
    {
        var pattern = new Regex(string.Join('|', Places().Select(place => $@"(?<![A-Za-zäöüß]){Regex.Escape(place)}(?![a-zäöüß])").Append(@"05558(\d{3})?")), RegexOptions.IgnoreCase);
        Assert.Empty(Found(room, pattern));
    }

    [Theory, MemberData(nameof(EveryRoom))]
    public void No_carrier_of_the_Kreis_is_in_the_code(string room) => Assert.Empty(Found(room, Carriers()));

    [Theory, MemberData(nameof(EveryRoom))]
    public void No_key_of_an_organisation_committee_or_position_is_in_the_code(string room)
    {
        var keys = new[] { "organisations.json", "committees.json", "positions.json" }.SelectMany(Keys).Select(Regex.Escape);
        Assert.Empty(Found(room, new Regex($"(?<=\")({string.Join('|', keys)})(?=\")")));
    }

    [Fact]
    public void Every_exception_is_still_needed()
    {
        Assert.All(Exceptions, exception => Assert.Contains(
            Sources(Rooms.Single(room => exception.Path.StartsWith(room + "/", StringComparison.Ordinal))),
            file => Relative(file).StartsWith(exception.Path, StringComparison.Ordinal)
                && Regex.IsMatch(File.ReadAllText(file), "coesfeld|dülmen|05558", RegexOptions.IgnoreCase)));
    }

    private static IEnumerable<string> Found(string room, Regex pattern) => Sources(room).SelectMany(file => File.ReadLines(file).Index()
        .SelectMany(line => pattern.Matches(line.Item).Select(match => (Place: $"{Relative(file)}:{line.Index + 1}", Word: match.Value)))
        .Where(found => !Exceptions.Any(exception => Relative(file).StartsWith(exception.Path, StringComparison.Ordinal)
            && Regex.IsMatch(found.Word, exception.May, RegexOptions.IgnoreCase)))
        .Select(found => $"{found.Place}: {found.Word}"));

    private static IEnumerable<string> Sources(string room) => Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".resx" or ".json" or ".sql" or ".sh" or ".js")
        .Where(file => !Built().IsMatch(file));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    private static IEnumerable<string> Places()
    {
        var names = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Profile, "municipalities.json")))!["items"]!.AsArray().Select(item => (string)item!["name"]!)
            .Except(Ambiguous, StringComparer.Ordinal).ToList();
        Assert.Equal(9, names.Count);
        return names.Concat(names.Select(Plain)).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static string Plain(string name) => name.Replace("ü", "ue", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ä", "ae", StringComparison.Ordinal);

    private static IEnumerable<string> Keys(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Profile, file)))!["items"]!.AsArray().Select(item => (string)item!["key"]!);

    [GeneratedRegex("/(bin|obj|wwwroot/lib|node_modules)/")]
    private static partial Regex Built();

    [GeneratedRegex(@"(?i:Havixbecker|Caritas|Chancengerechtigkeit|KoStAG|Bogumil)|\bGEBA\b|\bgeba\b")]
    private static partial Regex Carriers();
}
