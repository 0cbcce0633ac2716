using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Naturalisation;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>The EBH counselled the person.</summary>
internal sealed class OnCounsellingHeld(CasesDb db, TimeProvider clock) : IConsumer<CounsellingHeld>
{
    public Task Consume(ConsumeContext<CounsellingHeld> context)
    {
        var (message, now) = (context.Message, clock.GetUtcNow());
        var step = new ReferralStep
        {
            Id = Guid.CreateVersion7(now),
            ReferralId = message.ReferralId,
            Version = message.Version,
            Kind = ReferralStep.Counselling,
            On = message.HeldOn,
        };
        return Referrals.KeepAsync(db, step, NoticeKinds.NaturalisationCounselling, now, context.CancellationToken);
    }
}
