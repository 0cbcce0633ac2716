using Kim.Contracts.Cases;
using Kim.Naturalisation.Data;
using MassTransit;

namespace Kim.Naturalisation.Consumers;

/// <summary>The consent is withdrawn: the facts go at once. Kept even when the referral has not arrived, so that a late one is not revived.</summary>
internal sealed class OnConsentWithdrawn(NaturalisationDb db) : IConsumer<ConsentWithdrawn>
{
    public async Task Consume(ConsumeContext<ConsentWithdrawn> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var referral = await db.MeetAsync(message.Reference, ct);
        referral.Withdraw(message.Version, message.WithdrawnAt.ToUniversalTime());
        await db.ForgetAsync(referral, ct);
        await db.SaveChangesAsync(ct);
    }
}
