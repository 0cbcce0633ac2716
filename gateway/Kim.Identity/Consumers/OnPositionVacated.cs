using Kim.Contracts.Funding;
using Kim.Identity.Domain;
using Kim.Identity.Positions;
using MassTransit;

namespace Kim.Identity.Consumers;

/// <summary>A position is vacant from a day on: what it gave to the account is taken back on that day.</summary>
internal sealed class OnPositionVacated(PositionBook positions) : IConsumer<PositionVacated>
{
    public Task Consume(ConsumeContext<PositionVacated> context)
    {
        var message = context.Message;
        var fact = new OccupancyFact
        {
            Position = message.Position,
            Version = message.Version,
            Vacated = true,
            AccountId = message.AccountId,
            From = message.VacantFrom,
        };
        return positions.KeepAsync(fact, context.CancellationToken);
    }
}
