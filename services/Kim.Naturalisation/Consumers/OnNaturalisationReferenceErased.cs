using Kim.Contracts.Cases;
using Kim.Naturalisation.Data;
using Kim.Naturalisation.Domain;
using Kim.ServiceKit.Persons;
using MassTransit;

namespace Kim.Naturalisation.Consumers;

/// <summary>A person was erased: a referral without an application goes whole; with one, its file is restricted for as long as it must be kept.</summary>
internal sealed class OnNaturalisationReferenceErased(NaturalisationDb db, PersonRows rows, TimeProvider clock) : IConsumer<NaturalisationReferenceErased>
{
    public async Task Consume(ConsumeContext<NaturalisationReferenceErased> context)
    {
        var (reference, ct) = (context.Message.Reference, context.CancellationToken);
        if (!await db.RestrictAsync(reference, LocalDay.Of(clock.GetUtcNow()), ct)) await rows.EraseAsync([reference], null, ct);
    }
}
