using Kim.Contracts.Cases;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A case began: it counts as new in the period of its first day.</summary>
internal sealed class OnCaseOpened(Journal journal) : IConsumer<CaseOpened>
{
    public Task Consume(ConsumeContext<CaseOpened> context) =>
        journal.TakeAsync(context.Message.CaseRef, context.Message.Version, context.Message, context.CancellationToken);
}
