using Kim.Naturalisation.Reference;
using Kim.ServiceKit.Profile;

namespace Kim.Naturalisation.Tests.Engine;

/// <summary>The rules of the repository's profile, and facts to check under them.</summary>
internal static class Law
{
    private static readonly Lazy<ProfileDocuments> Profile = new(() =>
        ProfileDocuments.LoadAsync(Repository.Profile, new NaturalisationProfile().Files, demo: false, default).GetAwaiter().GetResult());

    public static RuleBook Book => NaturalisationProfile.Book(Profile.Value);

    public static IReadOnlyList<FeeRule> Fees => NaturalisationProfile.Fees(Profile.Value);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>All the officer can know of somebody against whom nothing speaks.</summary>
    public static OfficerFacts Good => new()
    {
        IdentityClarified = "YES",
        NationalityClarified = "YES",
        FdgoSignedOn = Day("2021-01-01"),
        HistSignedOn = Day("2021-01-01"),
        Absences = [],
        IntegrationCoursePassed = false,
        SpecialAchievements = [],
        Livelihood = new() { Secured = true, Benefits = [], FullTimeNow = true, FullTimeMonths = 24 },
        RenunciationWilling = true,
        Convictions = [],
        Investigations = [],
        Language = new() { Certificate = "B1", Writing = "B1" },
        School = new() { LeavingCertificate = false, DegreeOrTraining = false, YearsWithSufficientGerman = 0 },
        Test = new() { Points = 30 },
        ExtremismFindings = false,
        Polygamous = false,
        DisregardsEquality = false,
        FraudFindings = [],
    };

    /// <summary>A person with residence periods, each <c>STATUS from [until]</c>.</summary>
    public static PulledFacts Person(string country, params string[] periods) => new()
    {
        BirthDate = Day("1985-03-14"),
        Nationalities = [new() { Country = country }],
        ResidencePeriods = [.. periods.Select(Period)],
        Ags = "05558012",
    };

    public static CheckResult Check(PulledFacts person, OfficerFacts officer, string day, string? application = null, string route = "STAG_10") =>
        Domain.Checking.Engine.Check(Book, new CheckDay(Day(day), application is null ? null : Day(application)), route, new CheckFacts(person, officer)).Value;

    /// <summary>The outcome of one requirement, without the forecast.</summary>
    public static Finding Judge(string code, PulledFacts person, OfficerFacts officer, DateOnly day, string route = "STAG_10", DateOnly? application = null) =>
        Domain.Checking.Engine.Judge(Book, new CheckDay(day, application), route, new CheckFacts(person, officer))![RequirementCodes.All.ToList().IndexOf(code)];

    private static ResidenceFact Period(string text)
    {
        var parts = text.Split(' ');
        return new() { Status = parts[0], From = Day(parts[1]), Until = parts.Length > 2 ? Day(parts[2]) : null };
    }
}
