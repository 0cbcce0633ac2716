using Kim.Cases.Data;
using Kim.Contracts.Interpreters;
using Kim.Contracts.Naturalisation;
using Kim.Contracts.Network;
using Kim.ServiceKit;

namespace Kim.Cases.Consumers;

/// <summary>What this service listens to, one queue each.</summary>
internal static class Subscriptions
{
    public static KitBuilder<CasesDb> ConsumesAll(this KitBuilder<CasesDb> kit) => kit
        .Consumes<OnOfferPublished, OfferPublished>()
        .Consumes<OnOfferChanged, OfferChanged>()
        .Consumes<OnOfferWithdrawn, OfferWithdrawn>()
        .Consumes<OnNeedStateChanged, NeedStateChanged>()
        .Consumes<OnResolutionAdopted, ResolutionAdopted>()
        .Consumes<OnMeasureStarted, MeasureStarted>()
        .Consumes<OnMeasureCompleted, MeasureCompleted>()
        .Consumes<OnBookingConfirmed, BookingConfirmed>()
        .Consumes<OnBookingDeclined, BookingDeclined>()
        .Consumes<OnBookingUnserved, BookingUnserved>()
        .Consumes<OnAssignmentCompleted, AssignmentCompleted>()
        .Consumes<OnAssignmentSettled, AssignmentSettled>()
        .Consumes<OnCounsellingHeld, CounsellingHeld>()
        .Consumes<OnApplicationFiled, ApplicationFiled>()
        .Consumes<OnDecisionMade, DecisionMade>()
        .Consumes<OnCitizenshipConferred, CitizenshipConferred>();
}
