using Kim.Interpreters.Domain;

namespace Kim.Interpreters.Tests.Domain;

/// <summary>Ordinary values; a test changes what it is about.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    // Tuesday, 10:00 in the Kreis.
    public static readonly BookingDetails Details = new()
    {
        RequestVersion = 1,
        CaseRef = Guid.NewGuid(),
        Language = "ara",
        Mode = "ON_SITE",
        StartsAt = new(2026, 3, 17, 9, 0, 0, TimeSpan.Zero),
        DurationMinutes = 60,
        Ags = "05558012",
        MeetingPlace = "Rathaus, Zimmer 12",
        TopicClass = "COUNSELLING",
        RequiredLevel = 2,
    };

    public static readonly PoolRules Rules = new()
    {
        LeadTimeWorkingDays = 5,
        ExcludedTalks = [],
        MinimumLevels = [new("MEDICAL_CONSENT", 3), new("LEGAL_EFFECT", 5)],
        Ceilings =
        [
            new("EHRENAMTSPAUSCHALE", 840, null, new(2026, 1, 1)), new("EHRENAMTSPAUSCHALE", 960, new(2026, 1, 1), null),
            new("UEBUNGSLEITERPAUSCHALE", 3300, new(2026, 1, 1), null),
        ],
        AllowanceCeiling = "EHRENAMTSPAUSCHALE",
        CeilingWarnPercent = 80,
        CeilingStopPercent = 100,
        SecrecyValidYears = 2,
        FuehrungszeugnisValidYears = 5,
        ViewRetentionDays = 14,
        OfferResponseHours = 48,
    };

    public static readonly InterpreterFacts Facts = new()
    {
        DisplayName = "Rana H.",
        Gender = "FEMALE",
        HomeAgs = "05558012",
        MaxDistanceKm = 30,
        Modes = ["ON_SITE", "PHONE"],
        Level = 3,
        Languages = [new("ara", "NATIVE", ["apc"])],
        Availability = [new(DayOfWeek.Tuesday, new(9, 0), new(12, 0))],
        DeclinedTopicClasses = [],
        Trainings = [new("Grundschulung", new(2025, 5, 1), 16)],
        FuehrungszeugnisOn = new(2025, 1, 20),
        SecrecyDeclaredOn = new(2025, 1, 20),
    };

    public static readonly RateTerms Borken = new()
    {
        UnitMinutes = 30, UnitEur = 7.50m, MinimumUnits = 1, TravelTimeCounts = true, TravelFreeKm = 5, KmRateEur = 0,
    };

    public static Interpreter Interpreter(InterpreterFacts? facts = null, string key = "pool-01") =>
        Kim.Interpreters.Domain.Interpreter.Join(Guid.NewGuid(), key, facts ?? Facts);

    public static Booking Booking(BookingDetails? details = null) =>
        Kim.Interpreters.Domain.Booking.Receive(Guid.NewGuid(), Guid.NewGuid(), details ?? Details, Now);

    public static Offer Offer(Booking booking, DateTimeOffset? respondBy = null) =>
        Kim.Interpreters.Domain.Offer.To(Guid.NewGuid(), booking, Guid.NewGuid(), respondBy ?? Now.AddHours(48), Now);

    public static CandidateFacts Candidate(InterpreterFacts? facts = null, int? km = 5, string key = "pool-01") =>
        new() { Interpreter = Interpreter(facts, key), DistanceKm = km, ExpectedEur = 15 };
}
