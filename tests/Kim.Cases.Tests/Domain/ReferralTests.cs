using Kim.Cases.Domain;

namespace Kim.Cases.Tests.Domain;

/// <summary>What a referral needs, and how far it is whatever the order of its steps.</summary>
public sealed class ReferralTests
{
    [Theory]
    [InlineData("JOBCENTER", "GIVE", "STAMMDATEN AUFENTHALT", Guards.ConsentEbh)]
    [InlineData("EBH", "GET", "STAMMDATEN AUFENTHALT", Guards.ConsentEbh)]
    [InlineData("EBH", "GIVE", "STAMMDATEN", Guards.DataCategories)]
    [InlineData("EBH", "BOTH", "AUFENTHALT FAMILIE", Guards.DataCategories)]
    [InlineData("EBH", "GIVE", "STAMMDATEN AUFENTHALT", null)]
    [InlineData("EBH", "BOTH", "STAMMDATEN AUFENTHALT FAMILIE", null)]
    public void A_referral_needs_a_consent_that_names_the_EBH_and_covers_what_is_passed(string type, string direction, string categories, string? guard)
    {
        var made = With(type, direction, categories);
        var referral = made.Refer(TestCases.Now);
        Assert.Equal(guard, referral.Error?.Guard);
        if (guard is not null) Assert.Equal(409, referral.Error!.Status);
        else Assert.Equal((4, made.Consents[0].Id, 1L), (referral.Value.Id.Version, referral.Value.ConsentId, referral.Value.Version));
    }

    [Fact]
    public void The_refusal_names_what_the_consent_lacks() =>
        Assert.Contains("AUFENTHALT", With("EBH", "GIVE", "STAMMDATEN").Refer(TestCases.Now).Error!.Title, StringComparison.Ordinal);

    [Fact]
    public void A_consent_of_yesterday_or_of_tomorrow_is_none()
    {
        Assert.Equal(Guards.ConsentEbh, With("EBH", "GIVE", "STAMMDATEN AUFENTHALT", until: TestCases.Today).Refer(TestCases.Now).Error?.Guard);
        Assert.Null(With("EBH", "GIVE", "STAMMDATEN AUFENTHALT", until: TestCases.Today.AddDays(1)).Refer(TestCases.Now).Error);
        Assert.Equal(Guards.ConsentEbh, With("EBH", "GIVE", "STAMMDATEN AUFENTHALT", from: TestCases.Today.AddDays(1)).Refer(TestCases.Now).Error?.Guard);
    }

    [Fact]
    public void The_consent_that_holds_longest_is_taken()
    {
        var made = With("EBH", "GIVE", "STAMMDATEN AUFENTHALT", until: TestCases.Today.AddMonths(1));
        var longer = made.GiveConsent(Terms("EBH", "GIVE", "STAMMDATEN AUFENTHALT", TestCases.Today, TestCases.Today.AddYears(2)), TestCases.Now).Value;
        Assert.Equal(longer.Id, made.Refer(TestCases.Now).Value.ConsentId);
    }

    [Fact]
    public void The_consent_is_looked_at_again_at_the_moment_of_use()
    {
        var made = With("EBH", "GIVE", "STAMMDATEN AUFENTHALT", until: TestCases.Today.AddDays(2));
        var referral = made.Refer(TestCases.Now).Value;
        var consent = made.Consents[0];
        Assert.Null(referral.Check(consent, TestCases.Today.AddDays(1)));
        Assert.Equal("consent-expired", referral.Check(consent, TestCases.Today.AddDays(2))?.Code);
        Assert.Equal("consent-missing", referral.Check(consent, TestCases.Today.AddMonths(-2))?.Code);
        Assert.Equal("consent-missing", referral.Check(null, TestCases.Today)?.Code);
        Assert.True(made.RevokeConsent(consent.Id, TestCases.Now).Ok);
        Assert.Equal(("consent-withdrawn", 403), (referral.Check(consent, TestCases.Today)?.Code, referral.Check(consent, TestCases.Today)?.Status));
    }

    [Fact]
    public void The_end_of_a_consent_is_told_once_with_a_higher_version()
    {
        var made = With("EBH", "GIVE", "STAMMDATEN AUFENTHALT");
        var referral = made.Refer(TestCases.Now).Value;
        Assert.True(referral.EndConsent(TestCases.Now.At));
        Assert.False(referral.EndConsent(TestCases.Now.At.AddDays(1)));
        Assert.Equal((2L, TestCases.Now.At), (referral.Version, referral.ConsentEndedAt));
        Assert.Equal("consent-withdrawn", referral.Check(made.Consents[0], TestCases.Today)?.Code);
    }

    [Theory]
    [InlineData("", false, "REFERRED")]
    [InlineData("", true, "CONSENT_ENDED")]
    [InlineData("1COUNSELLING", false, "COUNSELLED")]
    [InlineData("1COUNSELLING", true, "CONSENT_ENDED")]
    [InlineData("2APPLICATION", true, "APPLIED")]
    [InlineData("2APPLICATION 3COUNSELLING", false, "APPLIED")]
    [InlineData("2APPLICATION 3DECISION:REFUSED", false, "REFUSED")]
    [InlineData("2APPLICATION 3DECISION:WITHDRAWN 4APPLICATION", false, "APPLIED")]
    [InlineData("3DECISION:GRANTED", false, "GRANTED")]
    [InlineData("4CONFERRAL", false, "CONFERRED")]
    [InlineData("2APPLICATION 3DECISION:GRANTED 4CONFERRAL", true, "CONFERRED")]
    public void The_state_follows_from_the_steps_alone(string told, bool consentEnded, string state)
    {
        var steps = told.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Step).ToList();
        foreach (var order in InterpreterRequestTests.Permutations(steps)) Assert.Equal(state, ReferralStates.Of([.. order], consentEnded));
        Assert.Contains(state, ReferralStates.All);
    }

    private static ReferralStep Step(string text) => new()
    {
        Version = text[0] - '0', Kind = text[1..].Split(':')[0], Outcome = text.Contains(':', StringComparison.Ordinal) ? text.Split(':')[1] : null,
    };

    private static Case With(string type, string direction, string categories, DateOnly? from = null, DateOnly? until = null)
    {
        var made = TestCases.Open();
        Assert.True(made.GiveConsent(Terms(type, direction, categories, from ?? TestCases.Today.AddMonths(-1), until), TestCases.Now).Ok);
        return made;
    }

    private static ConsentTerms Terms(string type, string direction, string categories, DateOnly from, DateOnly? until) =>
        new("Einbürgerungsbehörde", type, "Einbürgerung", categories.Split(' '), direction, from, until, "WRITTEN", "ara");
}
