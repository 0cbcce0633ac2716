using Kim.Cases.Domain;

namespace Kim.Cases.Tests.Domain;

public sealed class PhaseTests
{
    public static TheoryData<string, string, string> Guarded => new()
    {
        { Phases.Klaerung, Phases.Assessment, Guards.ConsentValid },
        { Phases.Assessment, Phases.Hilfeplanung, Guards.DomainsRated },
        { Phases.Hilfeplanung, Phases.Linking, Guards.PlanAgreed },
        { Phases.Linking, Phases.Monitoring, Guards.MeasureStarted },
    };

    [Theory, MemberData(nameof(Guarded))]
    public void A_guard_keeps_the_next_phase_shut_and_says_what_is_possible(string from, string to, string guard)
    {
        var made = TestCases.In(from);
        var refused = made.MoveTo(new PhaseStep(to), TestCases.Now).Error;
        Assert.Equal(409, refused?.Status);
        Assert.Equal(guard, refused?.Guard);
        Assert.Equal([Phases.Abgeschlossen], refused?.Allowed!);
        Assert.Equal(from, made.Phase);
        Assert.Equal([new BlockedPhase(to, guard)], PhaseGuards.Blocked(made.Facts(TestCases.Today)));
    }

    [Theory, MemberData(nameof(Guarded))]
    public void A_fulfilled_guard_opens_the_next_phase(string from, string to, string guard)
    {
        var made = TestCases.In(from);
        TestCases.Prepare(made, to);
        Assert.DoesNotContain(PhaseGuards.Blocked(made.Facts(TestCases.Today)), blocked => blocked.Guard == guard);
        Assert.Contains(to, made.AllowedPhases(TestCases.Today));
        Assert.True(made.MoveTo(new PhaseStep(to), TestCases.Now).Ok);
        Assert.Equal(to, made.Phase);
    }

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(1, null, false)]
    [InlineData(2, null, true)]
    [InlineData(0, "Einzelfall mit Gewaltschutz", true)]
    [InlineData(1, "   ", false)]
    public void An_indication_needs_two_criteria_or_a_reasoned_override(int criteria, string? reason, bool opens)
    {
        var made = TestCases.In(Phases.Klaerung);
        Assert.True(made.GiveConsent(TestCases.Terms(TestCases.Today), TestCases.Now).Ok);
        Assert.True(made.Indicate([.. new[] { "HAERTEFALL", "VIELE_STELLEN" }.Take(criteria)], reason).Ok);
        var moved = made.MoveTo(new PhaseStep(Phases.Assessment), TestCases.Now);
        Assert.Equal(opens, moved.Ok);
        if (!opens) Assert.Equal(Guards.Indication, moved.Error?.Guard);
    }

    [Fact]
    public void The_same_criterion_twice_counts_once()
    {
        var made = TestCases.In(Phases.Klaerung);
        Assert.True(made.GiveConsent(TestCases.Terms(TestCases.Today), TestCases.Now).Ok);
        Assert.True(made.Indicate(["HAERTEFALL", "HAERTEFALL"], null).Ok);
        Assert.Equal(Guards.Indication, made.MoveTo(new PhaseStep(Phases.Assessment), TestCases.Now).Error?.Guard);
    }

    public static TheoryData<string> MandatoryDomains => [.. LifeDomains.Mandatory];

    [Theory, MemberData(nameof(MandatoryDomains))]
    public void Each_mandatory_domain_must_be_rated(string missing)
    {
        var made = TestCases.In(Phases.Assessment);
        Assert.True(made.Rate([.. LifeDomains.All.Where(domain => domain != missing).Select(domain => new Rating(domain, 0, null))], TestCases.Now).Ok);
        Assert.Equal(Guards.DomainsRated, made.MoveTo(new PhaseStep(Phases.Hilfeplanung), TestCases.Now).Error?.Guard);
    }

    [Fact]
    public void A_phase_cannot_be_skipped()
    {
        var refused = TestCases.Open().MoveTo(new PhaseStep(Phases.Hilfeplanung), TestCases.Now).Error;
        Assert.Equal(Guards.Transition, refused?.Guard);
        Assert.Equal([Phases.Klaerung, Phases.Abgeschlossen], refused?.Allowed!);
    }

    [Fact]
    public void Closing_needs_a_reason()
    {
        var refused = TestCases.Open().MoveTo(new PhaseStep(Phases.Abgeschlossen), TestCases.Now).Error;
        Assert.Equal((409, Guards.ClosureReason), (refused?.Status, refused?.Guard));
    }

    [Theory]
    [InlineData("KONTAKTABBRUCH", true)]
    [InlineData("KEINE_INDIKATION", true)]
    [InlineData("FEHLERFASSUNG", true)]
    [InlineData("ZIELE_ERREICHT", false)]
    [InlineData("ZIELE_TEILWEISE", false)]
    public void An_early_case_closes_for_every_reason_but_reached_goals(string reason, bool closes)
    {
        var made = TestCases.In(Phases.Klaerung);
        var moved = made.MoveTo(new PhaseStep(Phases.Abgeschlossen, reason, "Notiz"), TestCases.Now);
        Assert.Equal(closes, moved.Ok);
        if (closes) Assert.Equal((TestCases.Today, reason, "Notiz"), (made.ClosedOn!.Value, made.ClosureReason!, made.ClosureNote!));
        else Assert.Equal(Guards.ClosureReason, moved.Error?.Guard);
    }

    [Fact]
    public void Closing_after_planning_needs_every_goal_rated()
    {
        var made = TestCases.In(Phases.Monitoring);
        made.SetGoal("Sprachkurs", null, TestCases.Today, TestCases.Now);
        Assert.Equal(Guards.GoalsRated, Close(made).Error?.Guard);
        Assert.True(made.RateGoal(made.Goals[0].Id, 4, TestCases.Now).Ok);
        Assert.Equal(Guards.GoalsRated, Close(made).Error?.Guard);
        Assert.True(made.RateGoal(made.Goals[1].Id, 0, TestCases.Now).Ok);
        Assert.True(Close(made).Ok);
    }

    [Fact]
    public void A_goal_of_an_early_case_does_not_hinder_closing()
    {
        var made = TestCases.In(Phases.Assessment);
        made.SetGoal("Sprachkurs", null, TestCases.Today, TestCases.Now);
        Assert.True(made.MoveTo(new PhaseStep(Phases.Abgeschlossen, "WEGZUG"), TestCases.Now).Ok);
    }

    [Fact]
    public void Monitoring_leads_back_and_the_next_plan_needs_a_new_agreement()
    {
        var made = TestCases.In(Phases.Monitoring);
        Assert.True(made.MoveTo(new PhaseStep(Phases.Hilfeplanung), TestCases.Now).Ok);
        Assert.Equal(Guards.PlanAgreed, made.MoveTo(new PhaseStep(Phases.Linking), TestCases.Now).Error?.Guard);
        Assert.True(made.AgreePlan(TestCases.Today, TestCases.Now).Ok);
        Assert.True(made.MoveTo(new PhaseStep(Phases.Linking), TestCases.Now).Ok);
    }

    [Fact]
    public void A_return_to_assessment_asks_for_consent_again()
    {
        var made = TestCases.In(Phases.Monitoring);
        var later = TestCases.On(TestCases.Today.AddMonths(12));
        Assert.Equal(Guards.ConsentValid, made.MoveTo(new PhaseStep(Phases.Assessment), later).Error?.Guard);
        Assert.True(made.MoveTo(new PhaseStep(Phases.Assessment), TestCases.Now).Ok);
    }

    [Fact]
    public void A_closed_case_refuses_every_change()
    {
        var made = TestCases.In(Phases.Abgeschlossen);
        var (act, day) = (TestCases.Now, TestCases.Today);
        Error?[] errors =
        [
            made.ChangePerson(TestCases.Person(), act).Error, made.Indicate([], null).Error, made.GiveConsent(TestCases.Terms(day), act).Error,
            made.Rate([], act).Error, made.RecordNeed("WOHNEN", "WOHNEN", "SGB2", "x", act).Error, made.SetGoal("x", null, day, act).Error,
            made.AgreePlan(day, act).Error, made.RecordNationality(new NationalityTerms("SYR", null, null, null), act).Error, made.Refer(act).Error, made.Reassign(Guid.NewGuid()).Error,
            made.RecordResidence(new ResidenceTerms(new("DULDUNG", "", "", "NO", "NO"), day, null, null, null, false), act).Error,
            made.MoveTo(new PhaseStep(Phases.Monitoring), act).Error, made.Touch().Error,
        ];
        Assert.All(errors, error => Assert.Equal((409, "case-closed"), (error?.Status, error?.Code)));
    }

    [Fact]
    public void A_consent_is_revoked_on_a_closed_case_too()
    {
        var made = TestCases.In(Phases.Abgeschlossen);
        Assert.True(made.RevokeConsent(made.Consents[0].Id, TestCases.Now).Ok);
        Assert.False(made.Consents[0].ValidOn(TestCases.Today));
    }

    private static Result Close(Case made) => made.MoveTo(new PhaseStep(Phases.Abgeschlossen, "ZIELE_ERREICHT"), TestCases.Now);
}
