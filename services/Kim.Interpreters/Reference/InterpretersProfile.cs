using Kim.ServiceKit.Profile;
using Kim.ServiceKit.Profile.Model;

namespace Kim.Interpreters.Reference;

/// <summary>The pool's part of the profile: languages, places, rules, rates, pots and the pool itself. Upserts by key.</summary>
internal sealed class InterpretersProfile : IProfilePart<InterpretersDb>
{
    public const string Pool = "pool.json";
    public const string Languages = "languages.json";
    public const string RateRules = "rate-rules.json";
    public const string Pots = "funding-pots.json";
    public const string Rules = "pool-rules.json";
    public const string Municipalities = "municipalities.json";
    public const string Organisations = "organisations.json";

    public IReadOnlyList<string> Files => [Pool, Languages, RateRules, Pots, Rules, Municipalities, Organisations, "settings.json"];

    public async Task ImportAsync(ProfileDocuments profile, InterpretersDb db, ProfileContext context, CancellationToken ct)
    {
        ProfileChecks.Run(profile);
        await LanguagesAsync(profile, db, ct);
        await PlacesAsync(profile, db, ct);
        await RatesAsync(profile, db, ct);
        await PotsAsync(profile, db, ct);
        await RulesAsync(profile, db, context.Clock.GetUtcNow(), ct);
        await PoolAsync(profile, db, context.Clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task LanguagesAsync(ProfileDocuments profile, InterpretersDb db, CancellationToken ct)
    {
        foreach (var entry in profile.Items<LanguageEntry>(Languages).Select(item => item.Value))
        {
            var language = await db.Languages.FindAsync([entry.Code], ct) ?? db.Add(Language.Of(entry.Code)).Entity;
            language.Define(
                entry.Name, entry.NameEn, entry.Interpreting,
                [.. entry.Dialects.Select(dialect => new Dialect(dialect.Code, dialect.Name, dialect.NameEn))]);
        }
    }

    private static async Task PlacesAsync(ProfileDocuments profile, InterpretersDb db, CancellationToken ct)
    {
        foreach (var entry in profile.Items<MunicipalityEntry>(Municipalities).Select(item => item.Value))
        {
            if (await db.Places.FindAsync([entry.Ags], ct) is { } place) place.Change(entry.Name, entry.Centre.Latitude, entry.Centre.Longitude);
            else db.Places.Add(Place.At(entry.Ags, entry.Name, entry.Centre.Latitude, entry.Centre.Longitude));
        }
    }

    private static async Task RatesAsync(ProfileDocuments profile, InterpretersDb db, CancellationToken ct)
    {
        foreach (var entry in profile.Items<RateRuleEntry>(RateRules).Select(item => item.Value))
        {
            var rule = await db.RateRules.FindAsync([entry.Key, entry.ValidFrom], ct) ?? db.Add(RateRule.Begin(entry.Key, entry.ValidFrom)).Entity;
            rule.For(entry.Levels, entry.Modes).Define(entry.Title, entry.ValidUntil, entry.Demo, new RateTerms
            {
                UnitMinutes = entry.UnitMinutes,
                UnitEur = entry.UnitEur,
                MinimumUnits = entry.MinimumUnits,
                TravelTimeCounts = entry.TravelTimeCounts,
                TravelFreeKm = entry.TravelFreeKm,
                KmRateEur = entry.KmRateEur,
            });
        }
    }

    private static async Task PotsAsync(ProfileDocuments profile, InterpretersDb db, CancellationToken ct)
    {
        foreach (var item in profile.Items<FundingPotEntry>(Pots))
        {
            var entry = item.Value;
            var pot = await db.FundingPots.FindAsync([entry.Key], ct) ?? db.Add(FundingPot.SetUp(entry.Key)).Entity;
            pot.Define(
                entry.Title, entry.Funder, entry.Bears, entry.Order,
                [.. entry.Amounts.Select(amount => new Domain.PotAmount(amount.YearlyEur, amount.UpTo, amount.ValidFrom, amount.ValidUntil))]);
            foreach (var year in await db.PotYears.Where(year => year.Pot == entry.Key).ToListAsync(ct))
                if (!year.Amend(pot.AmountIn(year.Year)))
                    throw item.Error("/amounts", $"{year.Year} has less than the {year.ChargedEur} EUR that are charged already");
        }
    }

    // Rules that change close their period: a talk of last month is still judged by the rules of last month.
    private static async Task RulesAsync(ProfileDocuments profile, InterpretersDb db, DateTimeOffset now, CancellationToken ct)
    {
        var rules = ToRules(profile.Read<PoolRulesFile>(Rules), profile.Setting("interpreters.offerResponseHours"));
        var today = LocalTime.DayOf(now);
        var current = await db.PoolRules.SingleOrDefaultAsync(period => period.ValidUntil == null, ct);
        if (current is null) db.PoolRules.Add(PoolRulePeriod.Begin(DateOnly.MinValue, rules, now));
        else if (JsonColumn.Same(current.Rules, rules)) return;
        else if (current.ValidFrom == today) current.Correct(rules, now);
        else
        {
            current.End(today);
            db.PoolRules.Add(PoolRulePeriod.Begin(today, rules, now));
        }
    }

    private static PoolRules ToRules(PoolRulesFile file, int offerResponseHours) => new()
    {
        LeadTimeWorkingDays = file.LeadTime.WorkingDays,
        ExcludedTalks = [.. file.ExcludedTalks.Select(talk => new Domain.ExcludedTalk(talk.Key, talk.Title))],
        MinimumLevels = [.. file.LevelPolicy.Select(rule => new MinimumLevel(rule.TopicClass, rule.MinimumLevel))],
        Ceilings = [.. file.Ceilings.Select(ceiling => new Ceiling(ceiling.Key, ceiling.YearlyEur, ceiling.ValidFrom, ceiling.ValidUntil))],
        AllowanceCeiling = ProfileChecks.AllowanceCeiling,
        CeilingWarnPercent = file.CeilingWarning.WarnPercent,
        CeilingStopPercent = file.CeilingWarning.StopPercent,
        SecrecyValidYears = file.Declarations.SecrecyValidYears,
        FuehrungszeugnisValidYears = file.Declarations.FuehrungszeugnisValidYears,
        ViewRetentionDays = file.ViewRetention.Days,
        OfferResponseHours = offerResponseHours,
    };

    private static async Task PoolAsync(ProfileDocuments profile, InterpretersDb db, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.Interpreters.ToDictionaryAsync(interpreter => interpreter.Key, ct);
        foreach (var entry in profile.Items<InterpreterEntry>(Pool).Select(item => item.Value))
        {
            if (known.TryGetValue(entry.Key, out var interpreter)) interpreter.Change(ToFacts(entry));
            else db.Interpreters.Add(Interpreter.Join(Guid.CreateVersion7(now), entry.Key, ToFacts(entry)));
        }
    }

    private static InterpreterFacts ToFacts(InterpreterEntry entry) => new()
    {
        DisplayName = entry.DisplayName,
        AccountId = entry.Account,
        Gender = entry.Gender,
        HomeAgs = entry.HomeAgs,
        MaxDistanceKm = entry.MaxDistanceKm,
        Modes = entry.Modes,
        Level = entry.Level,
        Languages = [.. entry.Languages.Select(language => new LanguageSkill(language.Code, language.Proficiency, language.Dialects))],
        Availability =
        [
            .. entry.Availability.Select(window => new Domain.AvailabilityWindow(
                Enum.Parse<DayOfWeek>(window.Weekday, ignoreCase: true), window.From, window.Until)),
        ],
        DeclinedTopicClasses = entry.DeclinedTopicClasses,
        Trainings = [.. entry.Trainings.Select(training => new Training(training.Title, training.CompletedOn, training.Hours))],
        FuehrungszeugnisOn = entry.FuehrungszeugnisOn,
        SecrecyDeclaredOn = entry.SecrecyDeclarationOn,
        SecrecyVersion = entry.SecrecyVersion,
    };
}
