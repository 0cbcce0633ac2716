using Kim.Contracts.Cases;
using Kim.Network.Data;
using MassTransit;

namespace Kim.Network.Consumers;

/// <summary>A report was withdrawn: it no longer counts, even when the report itself has not arrived yet.</summary>
internal sealed class OnStructuralNeedWithdrawn(NeedIntake intake) : IConsumer<StructuralNeedWithdrawn>
{
    public Task Consume(ConsumeContext<StructuralNeedWithdrawn> context) => intake.ApplyAsync(
        context.Message.NeedId, need => need.Withdraw(context.Message.Version), context.CancellationToken);
}
