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
}
