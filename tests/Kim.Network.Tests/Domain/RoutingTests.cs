using Kim.Contracts.Vocabulary;
using Kim.Network.Domain;

namespace Kim.Network.Tests.Domain;

/// <summary>The routing table of domain.md 3.6.4, row by row.</summary>
public sealed class RoutingTests
{
    private static readonly List<RoutableCommittee> House =
    [
        new("ag-0-6", "ARBEITSGRUPPE", null, "0-6", []),
        new("ag-18-27", "ARBEITSGRUPPE", null, "18-27", []),
        new("ag-6-18", "ARBEITSGRUPPE", null, "6-18", []),
        new("fag-arbeit-beschaeftigung", "FACHARBEITSGREMIUM", "ARBEIT_BESCHAEFTIGUNG", null, []),
        new("fag-gesundheit", "FACHARBEITSGREMIUM", "GESUNDHEIT", null, []),
        new("fag-integration", "FACHARBEITSGREMIUM", "INTEGRATION", null, []),
        new("fag-jugendhilfe", "FACHARBEITSGREMIUM", "JUGENDHILFE", null, []),
        new("fag-weitere", "FACHARBEITSGREMIUM", "WEITERE", null, []),
        new("regionale-fachkonferenz", "REGIONALE_FACHKONFERENZ", null, null, []),
        new("regionale-fachkonferenz-duelmen", "REGIONALE_FACHKONFERENZ", null, null, ["05558016", "05558032"]),
        new("steuerungsgruppe", "STEUERUNGSGRUPPE", null, null, []),
    ];

    [Theory]
    [InlineData("AGENCY", "SGB8", null, null, "fag-jugendhilfe", "AGENCY_FIELD")]
    [InlineData("AGENCY", "SGB2", null, null, "fag-arbeit-beschaeftigung", "AGENCY_FIELD")]
    [InlineData("AGENCY", "SGB3", null, null, "fag-arbeit-beschaeftigung", "AGENCY_FIELD")]
    [InlineData("AGENCY", "SGB5", null, null, "fag-gesundheit", "AGENCY_FIELD")]
    [InlineData("AGENCY", "SGB9", null, null, "fag-gesundheit", "AGENCY_FIELD")]
    [InlineData("AGENCY", "SGB11", null, null, "fag-gesundheit", "AGENCY_FIELD")]
    [InlineData("AGENCY", "PSYCHKG", null, null, "fag-gesundheit", "AGENCY_FIELD")]
    [InlineData("AGENCY", "AUFENTHG", null, null, "fag-integration", "AGENCY_FIELD")]
    [InlineData("AGENCY", "ASYLBLG", null, null, "fag-integration", "AGENCY_FIELD")]
    [InlineData("AGENCY", "STAG", null, null, "fag-integration", "AGENCY_FIELD")]
    [InlineData("AGENCY", "INTV", null, null, "fag-integration", "AGENCY_FIELD")]
    [InlineData("AGENCY", "SGB12", null, null, "fag-weitere", "AGENCY_FIELD")]
    [InlineData("AGENCY", "SCHULG", null, null, "fag-weitere", "AGENCY_FIELD")]
    [InlineData("AGENCY", "NONE", null, null, "fag-weitere", "AGENCY_FIELD")]
    [InlineData("REGION", "SGB2", "05558032", null, "regionale-fachkonferenz-duelmen", "REGION_CONFERENCE")]
    [InlineData("REGION", "SGB2", "05558004", null, "regionale-fachkonferenz", "REGION_CONFERENCE_KREIS")]
    [InlineData("REGION", "SGB2", null, null, "regionale-fachkonferenz", "REGION_CONFERENCE_KREIS")]
    [InlineData("AGE_BAND", "SGB8", null, "0-6", "ag-0-6", "AGE_BAND_GROUP")]
    [InlineData("AGE_BAND", "SGB2", null, "6-18", "ag-6-18", "AGE_BAND_GROUP")]
    [InlineData("AGE_BAND", "SGB2", null, "18-27", "ag-18-27", "AGE_BAND_GROUP")]
    [InlineData("KREIS", "SGB8", null, null, "steuerungsgruppe", "KREIS_STEERING")]
    [InlineData("LAND_BUND", "AUFENTHG", null, null, "steuerungsgruppe", "LAND_BUND_STEERING")]
    public void Influence_and_Rechtskreis_decide_the_committee(string influence, string law, string? region, string? band, string committee, string rule) =>
        Assert.Equal(new CommitteeProposal(committee, rule), CommitteeRouting.Propose(new(new(influence, region, band), law), House));

    [Fact]
    public void A_house_without_a_committee_of_the_field_falls_back_to_the_other_fields() =>
        Assert.Equal(
            new CommitteeProposal("fag-weitere", "AGENCY_OTHER_FIELD"),
            CommitteeRouting.Propose(new(new("AGENCY", null, null), "SGB8"), [.. House.Where(committee => committee.Key != "fag-jugendhilfe")]));

    [Fact]
    public void A_house_without_a_fitting_committee_gets_no_proposal() =>
        Assert.Null(CommitteeRouting.Propose(new(new("KREIS", null, null), "SGB8"), []));

    [Fact]
    public void Every_rule_explains_itself_in_German()
    {
        foreach (var rule in CommitteeRouting.Rules) Assert.EndsWith(".", CommitteeRouting.Explain(rule.Code));
        Assert.Equal(CommitteeRouting.Rules.Count, CommitteeRouting.Rules.Select(rule => rule.Code).Distinct().Count());
        Assert.Equal(Influence.All.Order(), CommitteeRouting.Rules.Select(rule => rule.Influence).Distinct().Order());
    }

    [Theory]
    [InlineData("SGB8 SGB2 SGB8", "SGB8")]
    [InlineData("SGB8 SGB2", "SGB2")]
    [InlineData("INTV NONE", "INTV")]
    [InlineData("XNEW SGB2 XNEW", "XNEW")]
    [InlineData("", null)]
    public void The_most_frequent_Rechtskreis_wins_and_ties_go_by_the_order_of_codes(string codes, string? expected) =>
        Assert.Equal(expected, Rechtskreis.MostFrequent(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void The_codes_are_those_of_the_contracts()
    {
        Assert.Equal(Rechtskreise.All, Rechtskreis.All);
        Assert.Equal(Topics.All, Topic.All);
        Assert.Equal(ThemeStates.All, ThemeState.All);
    }
}
