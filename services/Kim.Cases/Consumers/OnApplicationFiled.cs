using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Naturalisation;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>The person applied for naturalisation.</summary>
internal sealed class OnApplicationFiled(CasesDb db, TimeProvider clock) : IConsumer<ApplicationFiled>
{
    public Task Consume(ConsumeContext<ApplicationFiled> context)
    {
        var (message, now) = (context.Message, clock.GetUtcNow());
        var step = new ReferralStep
        {
            Id = Guid.CreateVersion7(now),
            ReferralId = message.ReferralId,
            Version = message.Version,
            Kind = ReferralStep.Application,
            On = message.FiledOn,
            Route = message.Route,
        };
        return Referrals.KeepAsync(db, step, NoticeKinds.NaturalisationApplication, now, context.CancellationToken);
    }
}
