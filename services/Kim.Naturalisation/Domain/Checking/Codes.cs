namespace Kim.Naturalisation.Domain.Checking;

/// <summary>Outcomes of a requirement and of a check (domain.md 5.5).</summary>
public static class Outcomes
{
    /// <summary>Met.</summary>
    public const string Met = "MET";

    /// <summary>Not met.</summary>
    public const string Not = "NOT";

    /// <summary>The person is exempt.</summary>
    public const string Exempt = "EX";

    /// <summary>A human has to judge.</summary>
    public const string Review = "REV";

    /// <summary>The law of the day does not ask for it.</summary>
    public const string NotApplicable = "NA";

    /// <summary>The decision is suspended (§ 12a(3)).</summary>
    public const string Suspended = "SUSP";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Met, Not, Exempt, Review, NotApplicable, Suspended];

    /// <summary>Whether nothing is left to do.</summary>
    public static bool IsCertain(string outcome) => outcome is Met or Exempt or NotApplicable;

    /// <summary>Whether a naturalisation is possible, if a human judges so.</summary>
    public static bool IsPossible(string outcome) => IsCertain(outcome) || outcome == Review;

    /// <summary>The outcome of the whole: suspended before not met before to be judged before met.</summary>
    public static string Overall(IEnumerable<string> outcomes)
    {
        var all = outcomes.ToHashSet(StringComparer.Ordinal);
        return all.Contains(Suspended) ? Suspended : all.Contains(Not) ? Not : all.Contains(Review) ? Review : Met;
    }
}

/// <summary>Codes of the requirements, in the order of the law.</summary>
public static class RequirementCodes
{
    /// <summary>Handlungsfähigkeit.</summary>
    public const string Capacity = "CAP";

    /// <summary>Identity and nationality clarified.</summary>
    public const string Identity = "ID";

    /// <summary>Commitment to the free democratic basic order.</summary>
    public const string Commitment = "FDGO";

    /// <summary>Commitment of no. 1a.</summary>
    public const string Historical = "HIST";

    /// <summary>Residence title.</summary>
    public const string Title = "TITLE";

    /// <summary>Length of residence.</summary>
    public const string Residence = "RES";

    /// <summary>Livelihood.</summary>
    public const string Livelihood = "LIV";

    /// <summary>Giving up the previous nationality.</summary>
    public const string Nationality = "MULT";

    /// <summary>Convictions and investigations.</summary>
    public const string Crime = "CRIM";

    /// <summary>German.</summary>
    public const string Language = "LANG";

    /// <summary>Einbürgerungstest.</summary>
    public const string Test = "TEST";

    /// <summary>Integration into German living conditions.</summary>
    public const string LivingConditions = "LEBENSV";

    /// <summary>Exclusion (§ 11).</summary>
    public const string Exclusion = "EXCL";

    /// <summary>Bar (§ 35a).</summary>
    public const string Bar = "BAR";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
        [Capacity, Identity, Commitment, Historical, Title, Residence, Livelihood, Nationality, Crime, Language, Test, LivingConditions, Exclusion, Bar];
}

/// <summary>Routes that the engine knows.</summary>
public static class Routes
{
    /// <summary>Anspruchseinbürgerung, § 10.</summary>
    public const string Entitlement = "STAG_10";

    /// <summary>Spouse or partner of a German, § 9.</summary>
    public const string Spouse = "STAG_9";

    /// <summary>Ermessenseinbürgerung, § 8.</summary>
    public const string Discretion = "STAG_8";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Entitlement, Spouse, Discretion];
}
