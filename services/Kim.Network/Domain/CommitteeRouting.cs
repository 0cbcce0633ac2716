namespace Kim.Network.Domain;

/// <summary>A committee as the routing rule sees it.</summary>
internal sealed record RoutableCommittee(string Key, string Category, string? Field, string? AgeBand, IReadOnlyList<string> Region);

/// <summary>A committee and the rule that proposes it.</summary>
internal sealed record CommitteeProposal(string Committee, string Rule);

/// <summary>What the rule decides by.</summary>
internal sealed record RoutingFacts(ThemeReach Reach, string Rechtskreis);

/// <summary>
/// One row of the routing table: for an influence, the category of committee to look for, and the sentence that explains it.
/// Rows of one influence are tried in order, so the later ones are what to fall back on.
/// </summary>
internal sealed record RoutingRule(string Code, string Influence, string Category, Func<RoutableCommittee, RoutingFacts, bool> Fits, string Because);

/// <summary>Which committee a theme belongs to (domain.md 3.6.4), as a table.</summary>
internal static class CommitteeRouting
{
    private const string Steering = "STEUERUNGSGRUPPE";
    private const string Expert = "FACHARBEITSGREMIUM";
    private const string Group = "ARBEITSGRUPPE";
    private const string Conference = "REGIONALE_FACHKONFERENZ";
    private const string OtherFields = "WEITERE";

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["SGB8"] = "JUGENDHILFE",
        ["SGB2"] = "ARBEIT_BESCHAEFTIGUNG",
        ["SGB3"] = "ARBEIT_BESCHAEFTIGUNG",
        ["SGB5"] = "GESUNDHEIT",
        ["SGB9"] = "GESUNDHEIT",
        ["SGB11"] = "GESUNDHEIT",
        ["PSYCHKG"] = "GESUNDHEIT",
        ["AUFENTHG"] = "INTEGRATION",
        ["ASYLBLG"] = "INTEGRATION",
        ["STAG"] = "INTEGRATION",
        ["INTV"] = "INTEGRATION",
    };

    /// <summary>The table.</summary>
    public static readonly IReadOnlyList<RoutingRule> Rules =
    [
        new("AGENCY_FIELD", Influence.Agency, Expert, (committee, facts) => committee.Field == FieldOf(facts.Rechtskreis),
            "Die Behörde kann ihr eigenes Verfahren ändern: Facharbeitsgremium des Feldes, zu dem der häufigste Rechtskreis gehört."),
        new("AGENCY_OTHER_FIELD", Influence.Agency, Expert, (committee, _) => committee.Field == OtherFields,
            "Für das Feld des häufigsten Rechtskreises gibt es kein eigenes Facharbeitsgremium: Facharbeitsgremium der weiteren Handlungsfelder."),
        new("REGION_CONFERENCE", Influence.Region, Conference, (committee, facts) => facts.Reach.Region is { } ags && committee.Region.Contains(ags),
            "Mehrere Kommunen einer Region sind betroffen: Regionale Fachkonferenz dieser Region."),
        new("REGION_CONFERENCE_KREIS", Influence.Region, Conference, (committee, _) => committee.Region.Count == 0,
            "Mehrere Kommunen sind betroffen, eine eigene Konferenz der Region gibt es nicht: Regionale Fachkonferenz des Kreises."),
        new("AGE_BAND_GROUP", Influence.AgeBand, Group, (committee, facts) => facts.Reach.AgeBand is { } band && committee.AgeBand == band,
            "Es betrifft eine Altersgruppe: Arbeitsgruppe des Netzwerks für diese Altersgruppe."),
        new("KREIS_STEERING", Influence.Kreis, Steering, (_, _) => true,
            "Es geht um Politik oder Geld des Kreises: Steuerungsgruppe."),
        new("LAND_BUND_STEERING", Influence.LandBund, Steering, (_, _) => true,
            "Das Recht des Landes oder des Bundes steht im Weg: Steuerungsgruppe, die es an das Ministerium richtet."),
    ];

    /// <summary>The field of the Facharbeitsgremien to which a Rechtskreis belongs.</summary>
    public static string FieldOf(string rechtskreis) => Fields.GetValueOrDefault(rechtskreis, OtherFields);

    /// <summary>The committee for these facts; null when the house has none that takes themes.</summary>
    /// <param name="facts">Reach and Rechtskreis of the theme.</param>
    /// <param name="committees">The committees that take themes, in the order of their keys.</param>
    public static CommitteeProposal? Propose(RoutingFacts facts, IReadOnlyList<RoutableCommittee> committees)
    {
        foreach (var rule in Rules.Where(rule => rule.Influence == facts.Reach.Influence))
        {
            var found = committees.FirstOrDefault(committee => committee.Category == rule.Category && rule.Fits(committee, facts));
            if (found is not null) return new CommitteeProposal(found.Key, rule.Code);
        }

        return null;
    }

    /// <summary>The German sentence of a rule.</summary>
    public static string Explain(string rule) => Rules.First(known => known.Code == rule).Because;
}
