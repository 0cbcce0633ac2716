using CsCheck;

namespace Kim.Naturalisation.Tests.Engine;

/// <summary>What holds for all facts and all days.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Statuses = [.. Law.Book.Statuses.Keys];

    private static readonly Gen<DateOnly> Days = Gen.Int[Law.Day("2021-08-20").DayNumber, Law.Day("2035-12-31").DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<ResidenceFact> Periods =
        from status in Gen.Int[0, Statuses.Length - 1].Select(i => Statuses[i])
        from start in Gen.Int[Law.Day("2005-01-01").DayNumber, Law.Day("2034-01-01").DayNumber]
        from length in Gen.Int[1, 5000]
        from open in Gen.Bool
        select new ResidenceFact { Status = status, From = DateOnly.FromDayNumber(start), Until = open ? null : DateOnly.FromDayNumber(start + length) };

    private static readonly Gen<bool?> Unsure = Gen.Int[0, 2].Select(i => i == 2 ? (bool?)null : i == 1);

    private static readonly Gen<OfficerFacts> Officers =
        from known in Gen.Bool.Array[12]
        from flags in Unsure.Array[6]
        from units in Gen.Int[0, 150]
        select Law.Good with
        {
            IdentityClarified = known[0] ? "YES" : null,
            FdgoSignedOn = known[1] ? Law.Day("2022-01-01") : null,
            HistSignedOn = known[2] ? Law.Day("2024-01-01") : null,
            Absences = known[3] ? [] : null,
            Livelihood = known[4] ? new LivelihoodFacts { Secured = flags[0], Benefits = known[5] ? [] : [new Benefit { Kind = "SGB2", OwnFault = flags[1] }] } : null,
            Convictions = known[6] ? [new Conviction { Kind = "FINE", Units = units, HateMotive = flags[2] }] : null,
            Investigations = known[7] ? [] : null,
            Language = known[8] ? new LanguageFacts { Certificate = "B1", Writing = known[9] ? "B1" : null } : null,
            Polygamous = flags[3],
            ExtremismFindings = flags[4],
            RenunciationWilling = flags[5],
            FraudFindings = known[10] ? [] : null,
            Test = known[11] ? new TestFacts { Points = 17 } : null,
        };

    private static readonly Gen<(CheckFacts Facts, DateOnly Day)> Situations =
        from periods in Periods.Array[0, 5]
        from officer in Officers
        from day in Days
        select (new CheckFacts(Law.Person("TUR") with { ResidencePeriods = periods }, officer), day);

    private static IReadOnlyList<Finding> Judge(CheckFacts facts, DateOnly day) => Domain.Checking.Engine.Judge(Law.Book, new CheckDay(day, null), "STAG_10", facts)!;

    private static string Outcome(CheckFacts facts, DateOnly day, string code) => Judge(facts, day)[RequirementCodes.All.ToList().IndexOf(code)].Outcome;

    [Fact]
    public void Every_requirement_has_one_known_outcome_and_a_norm() => Situations.Sample(sample =>
    {
        var findings = Judge(sample.Facts, sample.Day);
        Assert.Equal(RequirementCodes.All.Count, findings.Count);
        Assert.All(findings, finding => Assert.Contains(finding.Outcome, Outcomes.All));
        Assert.All(findings, finding => Assert.StartsWith("§", finding.Norm, StringComparison.Ordinal));
    });

    [Fact]
    public void What_is_not_known_is_never_silently_met() => Situations.Sample(sample =>
    {
        Assert.All(Judge(sample.Facts, sample.Day).Where(finding => finding.Outcome == Outcomes.Met), finding => Assert.Empty(finding.Missing));
        var (o, day) = (sample.Facts.Officer, sample.Day);
        if (o.Convictions is null || o.Investigations is null) Assert.NotEqual("MET", Outcome(sample.Facts, day, "CRIM"));
        if (o.Livelihood is null) Assert.NotEqual("MET", Outcome(sample.Facts, day, "LIV"));
        if (o.ExtremismFindings is null) Assert.NotEqual("MET", Outcome(sample.Facts, day, "EXCL"));
        if (o.Absences is null) Assert.NotEqual("MET", Outcome(sample.Facts, day, "RES"));
        if (o.FdgoSignedOn is null) Assert.Equal("NOT", Outcome(sample.Facts, day, "FDGO"));
    });

    [Fact]
    public void The_order_of_the_periods_does_not_matter() => Situations.Sample(sample =>
    {
        var turned = sample.Facts with { Person = sample.Facts.Person with { ResidencePeriods = [.. sample.Facts.Person.ResidencePeriods.Reverse()] } };
        Assert.Equal(Outcome(sample.Facts, sample.Day, "RES"), Outcome(turned, sample.Day, "RES"));
    });

    [Fact]
    public void A_Duldung_inside_a_lawful_gap_never_helps() => Gen.Select(Days, Gen.Int[30, 3000], Gen.Int[1, 200]).Sample((day, before, gap) =>
    {
        var to = day.AddDays(-before);
        PulledFacts Person(string between) => Law.Person("TUR") with
        {
            ResidencePeriods =
            [
                new() { Status = "AE_18A", From = to.AddDays(-gap - 4000), Until = to.AddDays(-gap) },
                new() { Status = between, From = to.AddDays(-gap), Until = to },
                new() { Status = "AE_18A", From = to },
            ],
        };
        Assert.Equal("MET", Law.Judge("RES", Person("AE_18A"), Law.Good, day).Outcome);
        var years = Law.Book.On(day)!.Residence.Years;
        Assert.Equal(LegalDates.AddYears(to, years) <= day ? "MET" : "NOT", Law.Judge("RES", Person("DULDUNG"), Law.Good, day).Outcome);
    });

    [Fact]
    public void Under_one_law_a_lawful_stay_only_grows() => Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 1500]).Sample((start, later) =>
    {
        var person = Law.Person("TUR") with { ResidencePeriods = [new() { Status = "NE_9", From = Law.Day("2015-01-01").AddDays(start) }] };
        var day = Law.Day("2025-12-24");
        if (Law.Judge("RES", person, Law.Good, day).Outcome == "MET") Assert.Equal("MET", Law.Judge("RES", person, Law.Good, day.AddDays(later)).Outcome);
    });

    [Fact]
    public void Years_are_months_and_the_day_before_is_never_complete() => Gen.Select(Days, Gen.Int[1, 20]).Sample((first, years) =>
    {
        var complete = LegalDates.AddYears(first, years);
        Assert.Equal(complete, LegalDates.AddMonths(first, years * 12));
        Assert.InRange(complete.DayNumber, first.AddYears(years).DayNumber, first.AddYears(years).DayNumber + 1);
        var person = Law.Person("TUR") with { ResidencePeriods = [new() { Status = "NE_9", From = first }] };
        var five = LegalDates.AddYears(first, Law.Book.Sets[^1].Residence.Years);
        if (Law.Book.On(five.AddDays(-1))!.Key != "R3") return;
        Assert.Equal(("NOT", "MET"), (Law.Judge("RES", person, Law.Good, five.AddDays(-1)).Outcome, Law.Judge("RES", person, Law.Good, five).Outcome));
    });

    [Fact]
    public void The_first_possible_day_is_possible_and_the_day_before_is_not() => Situations.Sample(sample =>
    {
        var result = Domain.Checking.Engine.Check(Law.Book, new CheckDay(sample.Day, null), "STAG_10", sample.Facts).Value;
        var continued = sample.Facts.Continued(sample.Day);
        foreach (var verdict in result.Requirements.Where(verdict => verdict.FirstPossibleOn is not null))
        {
            var first = verdict.FirstPossibleOn!.Value;
            Assert.True(Outcomes.IsPossible(Outcome(first == sample.Day ? sample.Facts : continued, first, verdict.Code)));
            if (first > sample.Day) Assert.False(Outcomes.IsPossible(Outcome(first.AddDays(-1) == sample.Day ? sample.Facts : continued, first.AddDays(-1), verdict.Code)));
        }
    }, iter: 60);
}
