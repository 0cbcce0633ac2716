using Kim.Cases.Domain;

namespace Kim.Cases.Tests.Domain;

public sealed class ConsentTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-06-01", "2026-02-28", false)]
    [InlineData("2026-03-01", "2026-06-01", "2026-03-01", true)]
    [InlineData("2026-03-01", "2026-06-01", "2026-05-31", true)]
    [InlineData("2026-03-01", "2026-06-01", "2026-06-01", false)]
    [InlineData("2026-03-01", null, "2027-02-28", true)]
    [InlineData("2026-03-01", null, "2027-03-01", false)]
    [InlineData("2024-02-29", null, "2025-02-27", true)]
    [InlineData("2024-02-29", null, "2025-02-28", false)]
    public void A_consent_holds_from_its_first_day_to_the_day_before_its_end(string from, string? until, string day, bool valid)
    {
        var made = TestCases.Open();
        var consent = made.GiveConsent(TestCases.Terms(DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until)), TestCases.Now).Value;
        Assert.Equal(valid, consent.ValidOn(DateOnly.Parse(day)));
    }

    [Fact]
    public void A_consent_that_ends_before_it_begins_is_refused()
    {
        var refused = TestCases.Open().GiveConsent(TestCases.Terms(TestCases.Today, TestCases.Today), TestCases.Now).Error;
        Assert.Equal((400, "validUntil"), (refused?.Status, refused?.Field));
    }

    [Fact]
    public void A_revocation_shuts_the_way_to_assessment_at_once()
    {
        var made = TestCases.In(Phases.Klaerung);
        TestCases.Prepare(made, Phases.Assessment);
        Assert.True(made.RevokeConsent(made.Consents[0].Id, TestCases.Now).Ok);
        Assert.Equal(Guards.ConsentValid, made.MoveTo(new PhaseStep(Phases.Assessment), TestCases.Now).Error?.Guard);
    }

    [Fact]
    public void An_unknown_consent_cannot_be_revoked() =>
        Assert.Equal(404, TestCases.Open().RevokeConsent(Guid.NewGuid(), TestCases.Now).Error?.Status);
}
