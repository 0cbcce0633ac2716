using Kim.Cases.Domain;
using Kim.ServiceKit.Fields;

namespace Kim.Cases.Data;

/// <summary>What the columns of cases say about a person. The case is treated as Sozialdaten (domain.md 7.1): what was assessed, agreed or written is special.</summary>
internal static class CasesFields
{
    public static void Apply(FieldMap fields) => fields
        .Of<Case>(
            plain: "Id Number Ags AccessPath Phase ClosedOn ClosureReason OpenedAt OpenedOn PlanAgreedOn PlanAgreedVersion PlanVersion PlanningPassed ResponsibleId InterpretersRef Version HouseholdSize EraseOn RestrictionDuty",
            personal: "GivenNames FamilyName BirthDate Sex Languages SearchText",
            special: "Occasion IndicationCriteria IndicationOverride ClosureNote")
        .Of<CaseNeed>(plain: "Rechtskreis RecordedOn", special: "Domain Topic Description")
        .Of<Consent>(
            plain: "DataCategories Direction Form RecordedAt RecordedBy RevokedAt ValidFrom ValidUntil RecipientType", personal: "Recipient Purpose LanguageOfExplanation")
        .Of<DomainRating>(plain: "RatedOn", special: "Domain Level Note")
        .Of<Goal>(plain: "DueOn RatedOn NeedId", special: "Title Attainment")
        .Of<Measure>(plain: "DueOn StartedOn State OfferId", special: "Title OfferTitle Responsible")
        .Of<ResidencePeriod>(plain: "RecordedAt RecordedBy", special: "Status ValidFrom ValidUntil IssuingAuthority IdentityClarified")
        .Of<Nationality>(special: "Country Proof ValidFrom ValidUntil")
        .Of<PhaseChange>(plain: "From To At By", special: "Note")
        .Of<InterpreterRequest>(
            plain: "BookingRef CancelledAt CompletedMinutes CompletedVersion ConfirmedVersion DeclinedVersion DeclineReason RequestedAt RequestedBy Settlement SettledVersion State UnservedVersion Version Mode StartsAt DurationMinutes Ags RequiredLevel",
            personal: "Language Dialect Gender GenderRequired MeetingPlace", special: "TopicClass")
        .Of<StructuralNeed>(
            plain: "Topic Rechtskreis AgencyType Ags ReportedOn State Version Weight WithdrawnOn", special: "Effect")
        .Of<Referral>(plain: "Version ReferredOn ReferredAt ReferredBy ConsentEndedAt")
        .Of<ReferralStep>(plain: "ReferralId Version Kind On", special: "Route Outcome")
        .Of<ReferralDoor>(plain: "OpenedBy")
        .Of<FundingFile>(plain: "Reference Version Closed", special: "Facts")
        .Of<Erasure>(plain: "CaseDigest Duty EraseOn ErasedAt Reason RequestedAt RequestedBy")
        .Of<PersonPackage>(plain: "ExpiresOn ReadyAt RequestedAt RequestedBy TryAt WaitingFor", restricted: "Content")
        .Plain<Notice>()
        .Plain<Offer>()
        .Plain<Theme>()
        .Plain<ThemeNeed>()
        .Plain<Decision>()
        .Plain<MeasureProgress>()
        .Plain<Municipality>();
}
