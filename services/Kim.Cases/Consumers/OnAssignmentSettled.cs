using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Contracts.Interpreters;
using MassTransit;

namespace Kim.Cases.Consumers;

/// <summary>The talk was paid: its cost shows in the case.</summary>
internal sealed class OnAssignmentSettled(CasesDb db) : IConsumer<AssignmentSettled>
{
    public async Task Consume(ConsumeContext<AssignmentSettled> context)
    {
        var message = context.Message;
        if (await Bookings.FindAsync(db, message.BookingRef, context.CancellationToken) is { } asked)
        {
            asked.SettledWith(message.Version, new Settlement(
                message.Minutes, message.RateRule, message.RateRuleValidFrom, message.SettledOn,
                [.. message.Charges.Select(charge => new Charge(charge.Pot, charge.Kind, charge.AmountEur))]));
            await db.SaveChangesAsync(context.CancellationToken);
        }
    }
}
