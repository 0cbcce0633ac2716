using Kim.Contracts.Cases;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A case ended.</summary>
internal sealed class OnCaseClosed(Journal journal) : IConsumer<CaseClosed>
{
    public Task Consume(ConsumeContext<CaseClosed> context) =>
        journal.TakeAsync(context.Message.CaseRef, context.Message.Version, context.Message, context.CancellationToken);
}
