using Kim.Contracts.Interpreters;
using MassTransit;

namespace Kim.Funding.Consumers;

/// <summary>
/// The pool paid an assignment: its lines are charged to the pots that it names, and checked against their rule. Any order and any
/// number of deliveries end alike: the highest version of the booking counts.
/// </summary>
internal sealed class OnAssignmentSettled(FundingDb db) : IConsumer<AssignmentSettled>
{
    public async Task Consume(ConsumeContext<AssignmentSettled> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        await db.LockBookingAsync(message.BookingRef, ct);
        var pots = await db.FundingPots.AsNoTracking().ToDictionaryAsync(pot => pot.Key, StringComparer.Ordinal, ct);
        var settlement = await db.Settlements.SingleOrDefaultAsync(row => row.BookingRef == message.BookingRef, ct)
            ?? db.Settlements.Add(Settlement.Of(message.BookingRef)).Entity;
        settlement.Take(
            new SettlementFacts(
                message.Version, message.Minutes, message.RateRule, message.RateRuleValidFrom, message.SettledOn,
                [.. message.Charges.Select(charge => new PotLineFacts(charge.Pot, charge.Kind, charge.AmountEur))]),
            pots);
        await db.SaveChangesAsync(ct);
    }
}
