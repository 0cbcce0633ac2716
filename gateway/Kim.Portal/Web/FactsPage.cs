using Kim.Portal.Api;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Web;

/// <summary>
/// A page with the form of the officer's facts. A field left empty is unknown; that there are none of a kind has to be said, because
/// an unknown fact is never taken for a good one.
/// </summary>
public abstract class FactsPage : PortalPage
{
    private const int BlankRows = 2;

    /// <summary>Of what there is nothing.</summary>
    public sealed class NoneOf
    {
        public bool Absences { get; set; }

        public bool SpecialAchievements { get; set; }

        public bool Benefits { get; set; }

        public bool Convictions { get; set; }

        public bool Investigations { get; set; }

        public bool FraudFindings { get; set; }
    }

    [BindProperty]
    public OfficerFacts Facts { get; set; } = new();

    [BindProperty]
    public NoneOf None { get; set; } = new();

    /// <summary>Opens the form with what is known, and blank rows for more.</summary>
    protected void Open(OfficerFacts known)
    {
        var money = known.Livelihood ?? new LivelihoodFacts();
        None = new NoneOf
        {
            Absences = known.Absences is [],
            SpecialAchievements = known.SpecialAchievements is [],
            Benefits = money.Benefits is [],
            Convictions = known.Convictions is [],
            Investigations = known.Investigations is [],
            FraudFindings = known.FraudFindings is [],
        };
        Facts = known with
        {
            Absences = Rows(known.Absences),
            SpecialAchievements = known.SpecialAchievements ?? [],
            Marriage = known.Marriage ?? new MarriageFact(),
            Livelihood = money with { Benefits = Rows(money.Benefits), Partner = money.Partner ?? new PartnerWork() },
            Recruitment = known.Recruitment ?? new RecruitmentFact(),
            Convictions = Rows(known.Convictions),
            Investigations = Rows(known.Investigations),
            Language = known.Language ?? new LanguageFacts(),
            School = known.School ?? new SchoolFacts(),
            Test = known.Test ?? new TestFacts(),
            FraudFindings = Rows(known.FraudFindings),
        };
    }

    /// <summary>The facts as the API takes them: without what was left blank.</summary>
    protected OfficerFacts Sent()
    {
        var money = Facts.Livelihood ?? new LivelihoodFacts();
        return Facts with
        {
            Absences = Filled(Facts.Absences, None.Absences),
            SpecialAchievements = Facts.SpecialAchievements is { Count: > 0 } some ? some : None.SpecialAchievements ? [] : null,
            Marriage = OrNull(Facts.Marriage),
            Livelihood = OrNull(money with { Benefits = Filled(money.Benefits, None.Benefits), Partner = OrNull(money.Partner) }),
            Recruitment = OrNull(Facts.Recruitment),
            Convictions = Filled(Facts.Convictions, None.Convictions)?.ConvertAll(row => row with { Units = row.Units ?? 0 }),
            Investigations = Filled(Facts.Investigations, None.Investigations),
            Language = OrNull(Facts.Language),
            School = OrNull(Facts.School),
            Test = OrNull(Facts.Test),
            FraudFindings = Filled(Facts.FraudFindings, None.FraudFindings),
        };
    }

    /// <summary>Names the fields without which a row says nothing.</summary>
    protected void CheckRows()
    {
        Require(Facts.Absences, nameof(Facts.Absences), (nameof(Absence.From), row => row.From is null));
        Require(Facts.Livelihood?.Benefits, "Livelihood.Benefits", (nameof(Benefit.Kind), row => row.Kind is null));
        Require(Facts.Convictions, nameof(Facts.Convictions),
            (nameof(Conviction.Kind), row => row.Kind is null), (nameof(Conviction.Units), row => row is { Kind: "FINE" or "PRISON", Units: null }));
        Require(Facts.Investigations, nameof(Facts.Investigations), (nameof(Investigation.OpenedOn), row => row.OpenedOn is null));
        Require(Facts.FraudFindings, nameof(Facts.FraudFindings), (nameof(FraudFinding.Kind), row => row.Kind is null));
        if (OrNull(Facts.Marriage) is { MarriedOn: null }) Missing("Facts.Marriage.MarriedOn");
        if (OrNull(Facts.Recruitment) is { Scheme: null }) Missing("Facts.Recruitment.Scheme");
        if (OrNull(Facts.Recruitment) is { On: null }) Missing("Facts.Recruitment.On");
    }

    protected void Missing(string field) => ModelState.AddModelError(field, T["Error.Required"]);

    /// <summary>The rows that somebody filled.</summary>
    protected static List<TRow>? Filled<TRow>(List<TRow>? rows, bool none)
        where TRow : class, new()
    {
        var filled = rows?.FindAll(row => !row.Equals(new TRow())) ?? [];
        return filled.Count > 0 ? filled : none ? [] : null;
    }

    private void Require<TRow>(List<TRow>? rows, string list, params (string Field, Func<TRow, bool> IsMissing)[] needed)
        where TRow : class, new()
    {
        foreach (var (row, number) in (rows ?? []).Select((row, number) => (row, number)).Where(entry => !entry.row.Equals(new TRow())))
            foreach (var (field, _) in needed.Where(entry => entry.IsMissing(row)))
                Missing(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Facts.{list}[{number}].{field}"));
    }

    private static List<TRow> Rows<TRow>(List<TRow>? known)
        where TRow : new() => [.. known ?? [], .. Enumerable.Range(0, known is { Count: > 0 } ? 1 : BlankRows).Select(_ => new TRow())];

    private static TPart? OrNull<TPart>(TPart? part)
        where TPart : class, new() => part is null || part.Equals(new TPart()) ? null : part;
}
