using Kim.Contracts.Funding;
using Kim.Identity.Domain;
using Kim.Identity.Positions;
using MassTransit;

namespace Kim.Identity.Consumers;

/// <summary>A position is filled: the account behind it gets its module, its Fachaufsicht and the role of the module while it holds it.</summary>
internal sealed class OnPositionFilled(PositionBook positions) : IConsumer<PositionFilled>
{
    public Task Consume(ConsumeContext<PositionFilled> context)
    {
        var message = context.Message;
        var fact = new OccupancyFact
        {
            Position = message.Position,
            Version = message.Version,
            Vacated = false,
            AccountId = message.AccountId,
            Module = message.Module,
            Fachaufsicht = message.Fachaufsicht,
            From = message.From,
            Until = message.Until,
        };
        return positions.KeepAsync(fact, context.CancellationToken);
    }
}
