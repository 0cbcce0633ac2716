using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceKit.Fields;

namespace Kim.Cases.Features;

/// <summary>The whole case, as its case team sees it.</summary>
internal sealed record CaseView(
    Guid Id, string Number, string Phase, IReadOnlyList<string> AllowedPhases, IReadOnlyList<BlockedPhase> BlockedPhases,
    CaseView.PersonView Person, string Ags, [property: Field(FieldClass.Special)] string Occasion, string AccessPath, int HouseholdSize,
    DateOnly OpenedOn, Guid ResponsibleId,
    CaseView.IndicationView Indication, IReadOnlyList<CaseView.ConsentView> Consents, IReadOnlyList<CaseView.RatingView> Assessment,
    IReadOnlyList<CaseView.NeedView> Needs, IReadOnlyList<CaseView.GoalView> Goals, CaseView.PlanAgreementView? PlanAgreement,
    IReadOnlyList<CaseView.ResidencePeriodView> ResidencePeriods, IReadOnlyList<CaseView.NationalityView> Nationalities,
    IReadOnlyList<CaseView.InterpreterRequestView> InterpreterRequests, IReadOnlyList<StructuralNeedView> StructuralNeeds,
    IReadOnlyList<ReferralView> NaturalisationReferrals, IReadOnlyList<CaseView.PhaseChangeView> PhaseChanges, CaseView.ClosureView? Closure)
{
    public sealed record PersonView(
        [property: Field(FieldClass.Personal)] string GivenNames, [property: Field(FieldClass.Personal)] string FamilyName,
        [property: Field(FieldClass.Personal)] DateOnly BirthDate,
        [property: Field(FieldClass.Personal)] string Sex, [property: Field(FieldClass.Personal)] IReadOnlyList<string> Languages);

    public sealed record IndicationView([property: Field(FieldClass.Special)] IReadOnlyList<string> Criteria, [property: Field(FieldClass.Special)] string? OverrideReason);

    public sealed record ConsentView(
        Guid Id, [property: Field(FieldClass.Personal)] string Recipient, string RecipientType, [property: Field(FieldClass.Personal)] string Purpose,
        IReadOnlyList<string> DataCategories, string Direction,
        DateOnly ValidFrom, DateOnly ValidUntil, string Form, [property: Field(FieldClass.Personal)] string LanguageOfExplanation,
        DateTimeOffset? RevokedAt, bool ValidNow);

    public sealed record RatingView([property: Field(FieldClass.Special)] string Domain, [property: Field(FieldClass.Special)] int Level, [property: Field(FieldClass.Special)] string? Note, DateOnly RatedOn);

    public sealed record NeedView(
        Guid Id, [property: Field(FieldClass.Special)] string Domain, [property: Field(FieldClass.Special)] string Topic, string Rechtskreis,
        [property: Field(FieldClass.Special)] string Description, DateOnly RecordedOn);

    public sealed record GoalView(
        Guid Id, [property: Field(FieldClass.Special)] string Title, Guid? NeedId, DateOnly DueOn,
        [property: Field(FieldClass.Special)] int? Attainment, DateOnly? RatedOn, IReadOnlyList<MeasureView> Measures);

    public sealed record MeasureView(
        Guid Id, [property: Field(FieldClass.Special)] string Title, Guid? OfferId, [property: Field(FieldClass.Special)] string? OfferTitle,
        [property: Field(FieldClass.Special)] string Responsible, DateOnly DueOn, string State, DateOnly? StartedOn);

    public sealed record PlanAgreementView(DateOnly AgreedOn, bool Current);

    public sealed record ResidencePeriodView(
        Guid Id, [property: Field(FieldClass.Special)] string Status, [property: Field(FieldClass.Special)] string? TitleDe,
        [property: Field(FieldClass.Special)] DateOnly ValidFrom,
        [property: Field(FieldClass.Special)] DateOnly? ValidUntil, [property: Field(FieldClass.Special)] string? IssuingAuthority,
        [property: Field(FieldClass.Special)] string? IdentityClarified);

    public sealed record NationalityView(
        Guid Id, [property: Field(FieldClass.Special)] string Country, [property: Field(FieldClass.Special)] DateOnly? ValidFrom,
        [property: Field(FieldClass.Special)] DateOnly? ValidUntil,
        [property: Field(FieldClass.Special)] string? Proof);

    public sealed record InterpreterRequestView(
        Guid Id, [property: Field(FieldClass.Personal)] string Language, [property: Field(FieldClass.Personal)] string? Dialect, string Mode,
        DateTimeOffset StartsAt, int DurationMinutes,
        [property: Field(FieldClass.Personal)] string MeetingPlace,
        [property: Field(FieldClass.Special)] string TopicClass, int RequiredLevel, string State, string? DeclineReason, int? Minutes,
        decimal? SettledEur, string? RateRule,
        IReadOnlyList<Charge> Charges);

    public sealed record PhaseChangeView(string From, string To, [property: Field(FieldClass.Special)] string? Note, DateTimeOffset At);

    public sealed record ClosureView(string Reason, [property: Field(FieldClass.Special)] string? Note, DateOnly ClosedOn);

    public static CaseView Of(
        Case found, IReadOnlyList<InterpreterRequest> talks, IReadOnlyList<StructuralNeedView> needs, IReadOnlyList<ReferralView> referrals, DateOnly today) => new(
        found.Id, found.Number, found.Phase, found.AllowedPhases(today), found.BlockedPhases(today),
        new PersonView(found.Person.GivenNames, found.Person.FamilyName, found.Person.BirthDate, found.Person.Sex, found.Person.Languages),
        found.Ags, found.Occasion, found.AccessPath, found.HouseholdSize, found.OpenedOn, found.ResponsibleId,
        new IndicationView(found.IndicationCriteria, found.IndicationOverride),
        [.. found.Consents.OrderBy(row => row.Id).Select(row => Consent(row, today))],
        [.. found.Ratings.OrderBy(row => row.Domain, StringComparer.Ordinal).Select(row => new RatingView(row.Domain, row.Level, row.Note, row.RatedOn))],
        [.. found.Needs.OrderBy(row => row.Id).Select(row => new NeedView(row.Id, row.Domain, row.Topic, row.Rechtskreis, row.Description, row.RecordedOn))],
        [.. found.Goals.OrderBy(row => row.Id).Select(GoalOf)],
        found.PlanAgreedOn is { } agreed ? new PlanAgreementView(agreed, found.PlanAgreedVersion == found.PlanVersion) : null,
        [.. found.ResidencePeriods.OrderBy(row => row.ValidFrom).Select(Period)],
        [.. found.Nationalities.OrderBy(row => row.Id).Select(row => new NationalityView(row.Id, row.Country, row.ValidFrom, row.ValidUntil, row.Proof))],
        [.. talks.Select(Talk)],
        needs, referrals,
        [.. found.PhaseChanges.OrderBy(row => row.Id).Select(row => new PhaseChangeView(row.From, row.To, row.Note, row.At))],
        found.ClosedOn is { } closed ? new ClosureView(found.ClosureReason!, found.ClosureNote, closed) : null);

    private static ConsentView Consent(Consent row, DateOnly today) => new(
        row.Id, row.Recipient, row.RecipientType, row.Purpose, row.DataCategories, row.Direction, row.ValidFrom, row.ValidUntil,
        row.Form, row.LanguageOfExplanation, row.RevokedAt, row.ValidOn(today));

    private static GoalView GoalOf(Goal row) => new(
        row.Id, row.Title, row.NeedId, row.DueOn, row.Attainment, row.RatedOn,
        [.. row.Measures.OrderBy(measure => measure.Id).Select(measure => new MeasureView(
            measure.Id, measure.Title, measure.OfferId, measure.OfferTitle, measure.Responsible, measure.DueOn, measure.State, measure.StartedOn))]);

    private static ResidencePeriodView Period(ResidencePeriod row) => new(
        row.Id, row.Status, ResidenceStatuses.Find(row.Status)?.TitleDe, row.ValidFrom, row.ValidUntil, row.IssuingAuthority, row.IdentityClarified);

    private static InterpreterRequestView Talk(InterpreterRequest row) => new(
        row.Id, row.Talk.Language, row.Talk.Dialect, row.Talk.Mode, row.Talk.StartsAt, row.Talk.DurationMinutes, row.Talk.MeetingPlace,
        row.Talk.TopicClass, row.Talk.RequiredLevel, row.State, row.DeclineReason, row.Minutes, row.SettledEur, row.Settlement?.RateRule,
        row.Settlement?.Charges ?? []);
}
