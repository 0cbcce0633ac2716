using Kim.Funding.Domain;

namespace Kim.Funding.Tests.Domain;

/// <summary>S-25, S-26, S-31, A-4, A-7 and domain.md 2.7.</summary>
public sealed class ProgrammeTests
{
    private static readonly Programme Durchstarten = Programme.Of("durchstarten")
        .Define("", null, new ProgrammeTarget(null, 18, 27, ["DULDUNG", "GESTATTUNG"]),
        [
            new("b1", 1, "Coaching", "OFFERED", [], [new("drk", 1m, new(2021, 5, 1), new(2023, 7, 1))], Provenance.Office),
            new("b5", 5, "Innovationsfonds", "NO_OFFER", [], [], Provenance.Office),
            new("b6", 6, "Teilhabemanagement", "OFFERED", [], [new("caritas", 1.5m, new(2020, 5, 1), new(2022, 7, 1))], Provenance.Office),
        ])
        .Run(new(2020, 5, 1), new(2023, 1, 1), Provenance.Office);

    [Theory]
    [InlineData(18, "DULDUNG", "2021-06-01", true, "MATCH", "")]
    [InlineData(17, "DULDUNG", "2021-06-01", true, "EXCEPTION_WITH_REASON", "AGE_BELOW")]
    [InlineData(27, "GESTATTUNG", "2021-06-01", true, "MATCH", "")]
    [InlineData(27, "GESTATTUNG", "2021-06-01", false, "EXCEPTION_WITH_REASON", "AGE_AT_UPPER_BOUND")]
    [InlineData(28, "GESTATTUNG", "2021-06-01", true, "EXCEPTION_WITH_REASON", "AGE_ABOVE")]
    [InlineData(28, "GESTATTUNG", "2021-06-01", false, "EXCEPTION_WITH_REASON", "AGE_ABOVE")]
    [InlineData(20, "AE_16A", "2021-06-01", true, "EXCEPTION_WITH_REASON", "STATUS_NOT_NAMED")]
    [InlineData(20, "DULDUNG", "2022-12-31", true, "MATCH", "")]
    [InlineData(20, "DULDUNG", "2023-01-01", true, "EXCEPTION_WITH_REASON", "PROGRAMME_ENDED")]
    [InlineData(20, "DULDUNG", "2023-06-30", true, "EXCEPTION_WITH_REASON", "PROGRAMME_ENDED")]
    [InlineData(20, "DULDUNG", "2023-07-01", true, "NO", "PROGRAMME_ENDED,NO_OFFER")]
    [InlineData(20, "DULDUNG", "2020-04-30", true, "NO", "PROGRAMME_NOT_BEGUN,NO_OFFER")]
    public void The_check_yields_match_exception_with_reason_or_no(int age, string status, string day, bool inclusive, string outcome, string reasons)
    {
        var found = ProgrammeCheck.Run(Durchstarten, age, status, DateOnly.Parse(day, null), inclusive);
        Assert.Equal((outcome, reasons), (found.Outcome, string.Join(',', found.Reasons)));
    }

    [Theory]
    [InlineData("b1", "2021-04-30", "PLANNED")]
    [InlineData("b1", "2021-05-01", "OFFERED")]
    [InlineData("b1", "2023-06-30", "OFFERED")]
    [InlineData("b1", "2023-07-01", "ENDED")]
    [InlineData("b5", "2021-06-01", "NO_OFFER")]
    [InlineData("b6", "2022-06-30", "OFFERED")]
    [InlineData("b6", "2022-07-01", "ENDED")]
    public void A_4_each_Baustein_has_its_own_end(string key, string day, string state) =>
        Assert.Equal(state, Durchstarten.Components.Single(component => component.Key == key).StateOn(DateOnly.Parse(day, null)));
}
