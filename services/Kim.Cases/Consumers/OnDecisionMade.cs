using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Naturalisation;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>The authority decided; the reason stays with it.</summary>
internal sealed class OnDecisionMade(CasesDb db, TimeProvider clock) : IConsumer<DecisionMade>
{
    public Task Consume(ConsumeContext<DecisionMade> context)
    {
        var (message, now) = (context.Message, clock.GetUtcNow());
        var step = new ReferralStep
        {
            Id = Guid.CreateVersion7(now),
            ReferralId = message.ReferralId,
            Version = message.Version,
            Kind = ReferralStep.Decision,
            On = message.DecidedOn,
            Outcome = message.Outcome,
        };
        return Referrals.KeepAsync(db, step, NoticeKinds.NaturalisationDecision, now, context.CancellationToken);
    }
}
