using Kim.Interpreters.Reference;
using Kim.ServiceKit.Fields;

namespace Kim.Interpreters.Data;

/// <summary>What the columns of the pool say about a person: interpreters by name, clients by what a talk gives away of them.</summary>
internal static class InterpretersFields
{
    public static void Apply(FieldMap fields) => fields
        .Of<Interpreter>(
            plain: "Key Level", restricted: "FuehrungszeugnisOn",
            personal: "AccountId DisplayName Gender HomeAgs MaxDistanceKm Modes Languages Availability DeclinedTopicClasses Trainings SecrecyDeclaredOn SecrecyVersion")
        .Of<Booking>(
            plain: "BookingRef Version State ReceivedAt ChangedAt CancelledAt DeclineReason CaseRef RequestVersion Mode StartsAt DurationMinutes Ags ContactPosition RequiredLevel",
            personal: "Language Dialect Gender GenderRequired MeetingPlace", special: "TopicClass")
        .Of<Offer>(plain: "RequestVersion State OfferedAt RespondBy AnsweredAt")
        .Of<Assignment>(
            plain: "CaseRef Active AcceptedAt StartedAt EndedAt TravelMinutes TravelKm SubmittedBy VerifiedBy VerifiedAt OccupiedFrom OccupiedUntil", personal: "ConfirmedBy")
        .Of<Settlement>(plain: "*")
        .Of<SettlementLine>(plain: "*")
        .Plain<Cancellation>()
        .Plain<FundingPot>()
        .Plain<PotYear>()
        .Plain<RateRule>()
        .Plain<PoolRulePeriod>()
        .Plain<Language>()
        .Plain<Place>();
}
