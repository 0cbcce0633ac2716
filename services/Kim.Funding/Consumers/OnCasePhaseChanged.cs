using Kim.Contracts.Cases;
using Kim.Funding.Data.Reports;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>A case moved on, or a fact that is counted changed in it.</summary>
internal sealed class OnCasePhaseChanged(Journal journal) : IConsumer<CasePhaseChanged>
{
    public Task Consume(ConsumeContext<CasePhaseChanged> context) =>
        journal.TakeAsync(context.Message.CaseRef, context.Message.Version, context.Message, context.CancellationToken);
}
