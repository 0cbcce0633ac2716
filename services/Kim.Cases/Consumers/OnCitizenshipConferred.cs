using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Naturalisation;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>The Urkunde was handed over: the naturalisation is effective.</summary>
internal sealed class OnCitizenshipConferred(CasesDb db, TimeProvider clock) : IConsumer<CitizenshipConferred>
{
    public Task Consume(ConsumeContext<CitizenshipConferred> context)
    {
        var (message, now) = (context.Message, clock.GetUtcNow());
        var step = new ReferralStep
        {
            Id = Guid.CreateVersion7(now),
            ReferralId = message.ReferralId,
            Version = message.Version,
            Kind = ReferralStep.Conferral,
            On = message.ConferredOn,
        };
        return Referrals.KeepAsync(db, step, NoticeKinds.NaturalisationConferral, now, context.CancellationToken);
    }
}
