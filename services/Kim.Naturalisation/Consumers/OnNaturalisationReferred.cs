using Kim.Contracts.Cases;
using Kim.Naturalisation.Data;
using MassTransit;

namespace Kim.Naturalisation.Consumers;

/// <summary>A person is referred. In any order and number of deliveries: a withdrawal that came first, with a higher version, stands.</summary>
internal sealed class OnNaturalisationReferred(NaturalisationDb db) : IConsumer<NaturalisationReferred>
{
    public async Task Consume(ConsumeContext<NaturalisationReferred> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var referral = await db.MeetAsync(message.ReferralId, ct);
        referral.Refer(message.Version, message.ReferredOn);
        await db.SaveChangesAsync(ct);
    }
}
