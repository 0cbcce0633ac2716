using Kim.Contracts.Cases;
using Kim.Contracts.Interpreters;
using Kim.Contracts.Network;
using Kim.ServiceKit;

namespace Kim.Funding.Consumers;

/// <summary>The events that reports are computed from.</summary>
internal static class ReportSubscriptions
{
    /// <summary>Subscribes one consumer per event.</summary>
    public static KitBuilder<FundingDb> ListensForReports(this KitBuilder<FundingDb> kit) => kit
        .Consumes<OnCaseOpened, CaseOpened>()
        .Consumes<OnCasePhaseChanged, CasePhaseChanged>()
        .Consumes<OnCaseAssigned, CaseAssigned>()
        .Consumes<OnCaseClosed, CaseClosed>()
        .Consumes<OnStructuralNeedReported, StructuralNeedReported>()
        .Consumes<OnStructuralNeedWithdrawn, StructuralNeedWithdrawn>()
        .Consumes<OnNeedStateChanged, NeedStateChanged>()
        .Consumes<OnResolutionAdopted, ResolutionAdopted>()
        .Consumes<OnMeasureStarted, MeasureStarted>()
        .Consumes<OnMeasureCompleted, MeasureCompleted>()
        .Consumes<OnBookingConfirmed, BookingConfirmed>()
        .Consumes<OnBookingDeclined, BookingDeclined>()
        .Consumes<OnBookingUnserved, BookingUnserved>()
        .Consumes<OnAssignmentCompleted, AssignmentCompleted>();
}
