using Kim.Contracts.Cases;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>Another case manager became responsible for a case.</summary>
internal sealed class OnCaseAssigned(Journal journal) : IConsumer<CaseAssigned>
{
    public Task Consume(ConsumeContext<CaseAssigned> context) =>
        journal.TakeAsync(context.Message.CaseRef, context.Message.Version, context.Message, context.CancellationToken);
}
