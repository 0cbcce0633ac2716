using Kim.Contracts.Funding;
using Kim.Funding.Domain;
using Kim.ServiceKit.Messaging;

namespace Kim.Funding.Data;

/// <summary>
/// Tells identity who holds a position. Published at once, with the dates: identity honours them. Staff without an account
/// concerns nobody there.
/// </summary>
internal static class OccupancyEvents
{
    /// <summary>The position is filled, or the filling changed.</summary>
    public static void Filled(EventBook events, Position position, Occupancy occupancy, DateOnly today)
    {
        if (occupancy.AccountId is not { } account) return;
        // The attributes of today, or of the first day for what begins later.
        var attributes = position.On(occupancy.From > today ? occupancy.From : today) ?? position.On(occupancy.From);
        if (attributes is null) return;
        events.Add(position.Id, new PositionFilled
        {
            Position = position.Key,
            Version = position.NextVersion(),
            AccountId = account,
            Module = position.Module,
            Employer = attributes.Employer,
            Fachaufsicht = attributes.Fachaufsicht,
            Ags = attributes.RegionServed,
            Vzae = occupancy.Vzae,
            From = occupancy.From,
            Until = occupancy.Until,
        });
    }

    /// <summary>The account no longer holds it from a day on.</summary>
    public static void Vacated(EventBook events, Position position, Guid? accountId, DateOnly from)
    {
        if (accountId is not { } account) return;
        events.Add(position.Id, new PositionVacated
        {
            Position = position.Key, Version = position.NextVersion(), AccountId = account, VacantFrom = from,
        });
    }
}
