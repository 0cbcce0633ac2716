using Kim.Contracts.Cases;
using Kim.Interpreters.Data;
using Kim.ServiceKit.Persons;
using MassTransit;

namespace Kim.Interpreters.Consumers;

/// <summary>A person was erased: the talks go, and what was worked stays for the accounts without a person.</summary>
internal sealed class OnInterpretersReferenceErased(InterpretersDb db, PersonRows rows) : IConsumer<InterpretersReferenceErased>
{
    public Task Consume(ConsumeContext<InterpretersReferenceErased> context)
    {
        var (reference, ct) = (context.Message.Reference, context.CancellationToken);
        return rows.EraseAsync([reference], () => db.CutWorkedAsync(reference, ct), ct);
    }
}
