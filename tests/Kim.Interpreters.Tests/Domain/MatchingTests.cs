using Kim.Interpreters.Domain;

namespace Kim.Interpreters.Tests.Domain;

public sealed class MatchingTests
{
    private static readonly BookingDetails Talk = Samples.Details;
    private static readonly InterpreterFacts Rana = Samples.Facts;

    private sealed record Row(string Barrier, BookingDetails Talk, CandidateFacts Candidate);

    // Each row differs in one fact from a pair that fits.
    private static readonly Row[] Barriers =
    [
        new("LANGUAGE_MISSING", Talk with { Language = "tir" }, Samples.Candidate()),
        new("DIALECT_MISSING", Talk with { Dialect = "acm" }, Samples.Candidate()),
        new("LEVEL_TOO_LOW", Talk with { RequiredLevel = 4 }, Samples.Candidate()),
        new("LEVEL_POLICY", Talk with { TopicClass = "LEGAL_EFFECT", RequiredLevel = 1 }, Samples.Candidate()),
        new("LEVEL_POLICY", Talk with { TopicClass = "MEDICAL_CONSENT", RequiredLevel = 1 }, Samples.Candidate(Rana with { Level = 2 })),
        new("GENDER_REQUIRED", Talk with { Gender = "MALE", GenderRequired = true }, Samples.Candidate()),
        new("MODE_NOT_OFFERED", Talk with { Mode = "VIDEO" }, Samples.Candidate()),
        new("TOPIC_DECLINED", Talk, Samples.Candidate(Rana with { DeclinedTopicClasses = ["COUNSELLING"] })),
        new("NOT_AVAILABLE", Talk with { DurationMinutes = 121 }, Samples.Candidate()),
        new("NOT_AVAILABLE", Talk with { StartsAt = Talk.StartsAt.AddDays(1) }, Samples.Candidate()),
        new("OVERLAP", Talk, Samples.Candidate() with { Taken = [(Talk.EndsAt, Talk.EndsAt.AddHours(1))] }),
        new("TOO_FAR", Talk, Samples.Candidate(km: 31)),
        new("SECRECY_MISSING", Talk, Samples.Candidate(Rana with { SecrecyDeclaredOn = null })),
        new("SECRECY_MISSING", Talk, Samples.Candidate(Rana with { SecrecyDeclaredOn = Talk.Day.AddDays(1) })),
        new("SECRECY_MISSING", Talk, Samples.Candidate(Rana with { SecrecyDeclaredOn = Talk.Day.AddYears(-2) })),
        new("ALLOWANCE_EXHAUSTED", Talk, Samples.Candidate() with { PaidAndBoundEur = 945.01m }),
    ];

    public static TheoryData<int> EveryBarrier() => [.. Enumerable.Range(0, Barriers.Length)];

    [Theory]
    [MemberData(nameof(EveryBarrier))]
    public void One_barrier_makes_unfit_and_is_named(int row)
    {
        var candidate = Matching.Assess(Barriers[row].Talk, Samples.Rules, Barriers[row].Candidate);
        Assert.False(candidate.Eligible);
        Assert.Equal([Barriers[row].Barrier], candidate.Against.Select(reason => reason.Code));
        Assert.All(candidate.Against, reason => Assert.EndsWith(".", reason.TextDe));
    }

    private static readonly Row[] Fits =
    [
        new("", Talk, Samples.Candidate()),
        new("", Talk with { Dialect = "apc" }, Samples.Candidate()),
        new("", Talk with { DurationMinutes = 120 }, Samples.Candidate()),
        new("", Talk with { Gender = "MALE" }, Samples.Candidate()),
        new("", Talk, Samples.Candidate(km: 30)),
        new("", Talk with { Mode = "PHONE" }, Samples.Candidate(km: 80)),
        new("", Talk with { Mode = "PHONE" }, Samples.Candidate() with { Taken = [(Talk.EndsAt, Talk.EndsAt.AddHours(1))] }),
        new("", Talk, Samples.Candidate(Rana with { SecrecyDeclaredOn = Talk.Day.AddYears(-2).AddDays(1) })),
        new("", Talk, Samples.Candidate() with { PaidAndBoundEur = 945m }),
        new("", Talk, Samples.Candidate(Rana with { Availability = [] })),
    ];

    public static TheoryData<int> EveryFit() => [.. Enumerable.Range(0, Fits.Length)];

    [Theory]
    [MemberData(nameof(EveryFit))]
    public void At_the_edge_of_a_rule_still_fits(int row) =>
        Assert.True(Matching.Assess(Fits[row].Talk, Samples.Rules, Fits[row].Candidate).Eligible);

    [Fact]
    public void Continuity_beats_nearness_beats_the_often_asked()
    {
        CandidateFacts[] pool =
        [
            Samples.Candidate(km: 25, key: "a-far"),
            Samples.Candidate(km: 1, key: "b-near") with { Recent = 1 },
            Samples.Candidate(km: 25, key: "c-known") with { SameCase = 2 },
            Samples.Candidate(Rana with { Level = 1 }, key: "d-unfit"),
            Samples.Candidate(km: 1, key: "e-busy") with { Recent = 5 },
        ];
        var ranked = Matching.Rank(Talk, Samples.Rules, pool);
        Assert.Equal(["c-known", "b-near", "a-far", "e-busy", "d-unfit"], ranked.Select(candidate => candidate.Interpreter.Key));
        Assert.Contains(ranked[0].For, reason => reason.Code == "CONTINUITY");
        Assert.Contains(ranked[1].For, reason => reason.Code == "NEAR");
        Assert.Contains(ranked[3].Against, reason => reason.Code == "OFTEN_ASKED");
        Assert.Equal((false, 0), (ranked[4].Eligible, ranked[4].Score));
    }

    [Fact]
    public void A_wish_for_a_gender_counts_without_excluding()
    {
        var ranked = Matching.Rank(Talk with { Gender = "FEMALE" }, Samples.Rules,
            [Samples.Candidate(Rana with { Gender = "MALE" }, key: "a"), Samples.Candidate(key: "b")]);
        Assert.Equal(["b", "a"], ranked.Select(candidate => candidate.Interpreter.Key));
        Assert.All(ranked, candidate => Assert.True(candidate.Eligible));
        Assert.Contains(ranked[1].Against, reason => reason.Code == "GENDER_WISH_NOT_MET");
    }

    [Fact]
    public void The_order_does_not_depend_on_the_order_of_the_input()
    {
        var pool = Enumerable.Range(0, 20).Select(i => Samples.Candidate(km: i % 4, key: $"pool-{i:00}") with { Recent = i % 3 }).ToArray();
        var once = Matching.Rank(Talk, Samples.Rules, pool).Select(candidate => candidate.Interpreter.Key).ToArray();
        var reversed = Matching.Rank(Talk, Samples.Rules, pool.Reverse()).Select(candidate => candidate.Interpreter.Key).ToArray();
        Assert.Equal(once, reversed);
    }

    [Fact]
    public void The_way_takes_time_in_the_calendar()
    {
        // 30 km take 40 minutes: a talk that ends 39 minutes before is too close, one 40 minutes before is not.
        CandidateFacts Busy(int minutesBefore) => Samples.Candidate(km: 30) with { Taken = [(Talk.StartsAt.AddHours(-2), Talk.StartsAt.AddMinutes(-minutesBefore))] };
        Assert.False(Matching.Assess(Talk, Samples.Rules, Busy(39)).Eligible);
        Assert.True(Matching.Assess(Talk, Samples.Rules, Busy(40)).Eligible);
    }

    [Theory]
    [InlineData("2025-12-31", 840)]
    [InlineData("2026-01-01", 960)]
    public void The_ceiling_is_that_of_the_day(string day, int ceiling) =>
        Assert.Equal(ceiling, Samples.Rules.CeilingOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Availability_is_wall_clock_time_also_in_summer()
    {
        var interpreter = Samples.Interpreter();
        var summer = new DateTimeOffset(2026, 7, 14, 7, 0, 0, TimeSpan.Zero);
        Assert.True(interpreter.IsAvailable(summer, summer.AddHours(3)));
        Assert.False(interpreter.IsAvailable(summer.AddMinutes(-1), summer.AddHours(1)));
    }

    [Fact]
    public void Distances_between_centres_are_plausible()
    {
        var coesfeld = Place.At("05558012", "Coesfeld", 51.9458, 7.1675);
        var duelmen = Place.At("05558016", "Dülmen", 51.8308, 7.2783);
        Assert.Equal(0, coesfeld.KmTo(coesfeld));
        Assert.InRange(coesfeld.KmTo(duelmen), 15, 22);
        Assert.Equal(coesfeld.KmTo(duelmen), duelmen.KmTo(coesfeld));
    }
}
