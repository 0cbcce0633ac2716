using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Cases;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>Computes what funding learns of a case: bands, groups and counts of what the database holds at that moment.</summary>
internal static class FundingFacts
{
    /// <summary>The facts as of a day. What the case changed must have been saved before.</summary>
    public static async Task<CaseFacts> OfAsync(CasesDb db, Case of, DateOnly day, CancellationToken ct) => Of(of, day, await CountAsync(db, of, day, ct));

    /// <summary>The facts of a case that was opened just now: nothing hangs on it yet.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="day">The day.</param>
    /// <param name="position">The position of its case manager.</param>
    public static CaseFacts OfNew(Case opened, DateOnly day, string? position) => Of(opened, day, new Counted { Position = position });

    private static CaseFacts Of(Case of, DateOnly day, Counted counted) => new()
    {
        Ags = of.Ags,
        OpenedOn = of.OpenedOn,
        Phase = of.Phase,
        AgeBand = Bands.Age(of.Person.BirthDate, of.OpenedOn),
        Sex = of.Person.Sex,
        NationalityGroup = NationalityGroupTable.Of(counted.Countries, day),
        StatusGroup = StatusGroupTable.Of(counted.Statuses),
        LengthOfStayBand = Bands.LengthOfStay(counted.Since, of.OpenedOn),
        AccessPath = of.AccessPath,
        HouseholdSize = of.HouseholdSize,
        Topics = [.. counted.Topics.Order(StringComparer.Ordinal)],
        Rechtskreise = [.. counted.Rechtskreise.Order(StringComparer.Ordinal)],
        Goals = counted.Goals,
        GoalsAttained = counted.Attained,
        Position = counted.Position,
    };

    // One round trip, whatever the change had loaded of the case.
    private static Task<Counted> CountAsync(CasesDb db, Case of, DateOnly day, CancellationToken ct) => db.Database.SqlQuery<Counted>(
        $"""
        select
            array(select distinct topic::text from case_needs where case_id = {of.Id}) as topics,
            array(select distinct rechtskreis::text from case_needs where case_id = {of.Id}) as rechtskreise,
            array(select country::text from nationalities where case_id = {of.Id}
                and coalesce(valid_from, '-infinity') <= {day} and coalesce(valid_until, 'infinity') > {day} order by id) as countries,
            array(select status::text from residence_periods where case_id = {of.Id}
                and valid_from <= {day} and coalesce(valid_until, 'infinity') > {day}) as statuses,
            (select min(valid_from) from residence_periods where case_id = {of.Id}) as since,
            (select count(*)::int from goals where case_id = {of.Id}) as goals,
            (select count(*)::int from goals where case_id = {of.Id} and attainment >= {Goal.Attained}) as attained,
            (select position from accounts where id = {of.ResponsibleId}) as position
        """).SingleAsync(ct);

    private sealed record Counted
    {
        public List<string> Topics { get; init; } = [];

        public List<string> Rechtskreise { get; init; } = [];

        public List<string> Countries { get; init; } = [];

        public List<string> Statuses { get; init; } = [];

        public DateOnly? Since { get; init; }

        public int Goals { get; init; }

        public int Attained { get; init; }

        public string? Position { get; init; }
    }
}
