using Kim.Contracts.Cases;
using Kim.Funding.Data;
using Kim.ServiceKit.Persons;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A person was erased: the figures stay, without a person.</summary>
internal sealed class OnFundingReferenceErased(FundingDb db, PersonRows rows) : IConsumer<FundingReferenceErased>
{
    public Task Consume(ConsumeContext<FundingReferenceErased> context)
    {
        var (reference, ct) = (context.Message.Reference, context.CancellationToken);
        return rows.EraseAsync([reference], () => db.CutAsync(reference, ct), ct);
    }
}
